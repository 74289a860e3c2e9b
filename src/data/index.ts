export { type NumericTable, parseCsv } from "./csv.ts";
export { diabetes, type Regression } from "./diabetes.ts";
export { nameOf, packageRoot, readText, reasonOf, requireWritable, writeWhole } from "./files.ts";
export { InvalidInput } from "./invalid-input.ts";
export { checkShape, parseJson, show } from "./json.ts";
export { packageVersion } from "./version.ts";
