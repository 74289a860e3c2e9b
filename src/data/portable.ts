/* What of this room needs no files, and so runs in a page as well. */
export { type NumericTable, parseCsv } from "./csv.ts";
export { InvalidInput } from "./invalid-input.ts";
export { type Regression, standardised } from "./regression.ts";
