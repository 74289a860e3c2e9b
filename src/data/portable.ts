/* What of this room needs no files, and so runs in a page as well. */
export { compiledCode } from "./compiled-code.ts";
export { type CsvReading, type NumericTable, numberOf, parseCells, parseCsv, type TextTable } from "./csv.ts";
export { InvalidInput } from "./invalid-input.ts";
export { onOneLine, plain, quoted, shown, visible } from "./quoted.ts";
export { type Regression, regressionOf } from "./regression.ts";
