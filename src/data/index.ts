export { type NumericTable, parseCsv } from "./csv.ts";
export { diabetes, type Regression } from "./diabetes.ts";
export { nameOf, packageRoot, readText, reasonOf, requireWritable, writeWhole } from "./files.ts";
export { InvalidInput } from "./invalid-input.ts";
export { checkShape, parseJson } from "./json.ts";
export { datasetNames, shippedDataset } from "./shipped.ts";
export { type Scaling, standardised } from "./standardise.ts";
export type { Classification, FeatureTable, LabelledTable } from "./tables.ts";
export { packageVersion } from "./version.ts";
