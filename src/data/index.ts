export { type NumericTable, parseCsv } from "./csv.ts";
export { diabetes, type Regression } from "./diabetes.ts";
export { makeFolder, nameOf, packageRoot, readText, requireWritable, writeWhole } from "./files.ts";
export { InvalidInput } from "./invalid-input.ts";
export { parseJson } from "./json.ts";
export { packageVersion } from "./version.ts";
