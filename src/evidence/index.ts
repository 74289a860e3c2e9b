export {
  type Check,
  type Claim,
  type Context,
  type Engine,
  engines,
  type EvidenceKind,
  evidenceKinds,
  checkKinds,
  type CheckKind,
  type CheckRun,
  type Finding,
  isEvidenceKind,
  type Notice,
  type Search,
  theoryOf,
  type Verdict,
  verdicts,
  worst,
} from "./claim.ts";
export { certificate, type Certificate } from "./certificate.ts";
export { claim } from "./define-claim.ts";
export { counterexample, type DroppedHypothesis } from "./counterexample.ts";
export { derivation } from "./derivation.ts";
export {
  type Assumption,
  type Derivation,
  domainsOf,
  equationsOf,
  type ExpectationStep,
  type IdentityStep,
  signedExpression,
  type SignStep,
  type Step,
} from "./step.ts";
export { type Experiment, experiment, EXPERIMENT_ERROR_RATE, type Measured } from "./experiment.ts";
export { type ExampleSearch, findExample, type SearchOutcome } from "./find-example.ts";
export {
  describeScore,
  type MutantResult,
  type MutationScore,
  mutationScore,
  reasonsOf,
  type Survivor,
  tryMutants,
  verdictOfScore,
} from "./mutation.ts";
export { property, type Property, seedFor } from "./property.ts";
export { listed } from "./words.ts";
export { uncoveredFormulas, uncoveredSentence } from "./uncovered.ts";
export { type Comparison, PILOT, type Replication, simulation, type Simulation } from "./simulation.ts";
