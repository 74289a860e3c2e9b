/**
 * Claims and their checks: write one, or check those of the project.
 *
 * ```ts
 * import { check, claim, claims, derivation } from "sd-theorems";
 * ```
 *
 * - {@link claim} holds a statement with its formulas and checks; {@link claims} are the project's own.
 * - {@link check} checks claims in this process, {@link checkClaims} on all cores; both give a {@link Report}.
 * - Kinds of checks: {@link derivation} by exact algebra, {@link certificate} by enclosures, {@link simulation} and
 *   {@link property} against direct computations, {@link counterexample} to a statement without a hypothesis,
 *   {@link experiment} on real data. {@link findExample} is the search that some of them rest on.
 *
 * The document `docs/authoring.md` goes from a formula on paper to a verdict.
 *
 * @module claims
 */
export { claims } from "../../proofs/index.ts";
export type { ProofAssistant } from "../coq/index.ts";
export {
  type Assumption,
  type SearchOutcome,
  certificate,
  type Certificate,
  type Check,
  type CheckKind,
  checkKinds,
  claim,
  type Claim,
  type Comparison,
  type Context,
  counterexample,
  derivation,
  type Derivation,
  type DroppedHypothesis,
  engines,
  type Engine,
  evidenceKinds,
  type EvidenceKind,
  type CheckRun,
  type ExpectationStep,
  experiment,
  type Experiment,
  EXPERIMENT_ERROR_RATE,
  type Finding,
  findExample,
  type ExampleSearch,
  type IdentityStep,
  type Notice,
  type Measured,
  type MutationScore,
  PILOT,
  property,
  type Property,
  type Replication,
  type Search,
  seedFor,
  type SignStep,
  simulation,
  type Simulation,
  type Survivor,
  type Step,
  type Verdict,
  verdicts,
  worst,
} from "../evidence/index.ts";
export {
  type Build,
  check,
  checkClaims,
  type CheckOptions,
  type CheckPlan,
  type CheckSettings,
  type ClaimReport,
  type EvidenceItem,
  loadClaims,
  parseRedisAddress,
  type RedisAddress,
  type Report,
  type RunOptions,
  type Shard,
  Stopped,
} from "../run/index.ts";
