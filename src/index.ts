/**
 * sd-theorems as a library: formulas and their readings, the ridge theory, ways to check a claim, and the claims.
 *
 * @packageDocumentation
 */
export { claims } from "../proofs/index.ts";
export {
  type Classification,
  datasetNames,
  type FeatureTable,
  InvalidInput,
  type LabelledTable,
  type Labels,
  readClassification,
  readFeatures,
  readLabelled,
  readLabels,
  type SampleFiles,
  type Scaling,
  shippedDataset,
  standardised,
} from "./data/index.ts";
export * from "./evidence/index.ts";
export * from "./formula/index.ts";
export * from "./logistic/index.ts";
export * from "./ridge/index.ts";
export {
  corrupt,
  type CorruptedLabels,
  type Corruption,
  type FeatureMap,
  mapFeatures,
  type Split,
  splitOf,
  type WrongClass,
} from "./softmax/index.ts";
export { checkClaims, type CheckOptions, type ClaimReport, type EvidenceItem, type Report } from "./run/index.ts";
