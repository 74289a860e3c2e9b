export * from "./portable.ts";
export { diabetes } from "./diabetes.ts";
export { nameOf, packageRoot, readText, requireWritable, writeWhole } from "./files.ts";
export { parseJson } from "./json.ts";
export { packageVersion } from "./version.ts";
