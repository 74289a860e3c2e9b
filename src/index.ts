/**
 * sd-theorems as a library.
 *
 * - `ridge`, `logistic`, `softmax`: the models, each with its closed forms, direct estimators and simulations.
 * - `claims`: what the project claims, in reading order; `check` gives a verdict for them, or for claims of your own.
 * - `claim`, and the kinds of evidence: `derivation`, `certificate`, `simulation`, `property`, `counterexample`.
 * - `Book`, `scalar`, `perMode`: formulas, written once; `prove`, `compile`, `evaluate`, `enclose`, `latex` read them.
 * - `Streams` and noises, moments and equivalence tests: what a simulation is made of.
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
export * as logistic from "./logistic/index.ts";
export * from "./random/index.ts";
export * as ridge from "./ridge/index.ts";
export {
  check,
  type CheckSettings,
  checkClaims,
  type CheckOptions,
  type ClaimReport,
  type EvidenceItem,
  type Report,
} from "./run/index.ts";
export * as softmax from "./softmax/index.ts";
export * from "./statistics/index.ts";
