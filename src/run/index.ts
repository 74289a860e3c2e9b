export { carryOut, type RunOptions, Stopped } from "./carry-out.ts";
export { checkClaims, type CheckOptions, checkRun } from "./check.ts";
export { type CheckPlan, type ClaimReport, digestOf, type EvidenceItem, type Report } from "./check-report.ts";
export { merge, type Merged } from "./merge.ts";
export { type Outcome, succeeded } from "./outcome.ts";
export { searchClaim, type SearchOptions, type SearchReport } from "./search.ts";
export { parseShard, type Shard } from "./shard.ts";
