export { carryOut, type RunOptions, Stopped } from "./carry-out.ts";
export { checkClaims, type CheckOptions, type CheckPlan, checkRun } from "./check.ts";
export type { ClaimReport, EvidenceItem, Report } from "./check-report.ts";
export { type DistillReport, distillRun, type DistillSettings, reportOfDistillation } from "./distill.ts";
export { dataOf, digestOf, type Source } from "./distill-task.ts";
export { merge, type Merged } from "./merge.ts";
export { type Outcome, succeeded } from "./outcome.ts";
export { searchClaim, type SearchOptions, type SearchReport } from "./search.ts";
export { parseShard, type Shard } from "./shard.ts";
