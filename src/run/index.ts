export { type Build, buildOf, buildsDiffer, buildShape, describeBuild, shortBuild } from "./build/index.ts";
export { carryOut, type RunOptions, Stopped } from "./carry-out/carry-out.ts";
export { checkClaims, type CheckOptions, planChecks } from "./kinds/check/run.ts";
export { type CheckPlan, type ClaimReport, digestOf, type EvidenceItem, type Report } from "./kinds/check/report.ts";
export {
  type DistillReport,
  type DistillSettings,
  planDistillation,
  settingsShape as distillSettingsShape,
} from "./kinds/distill/distill.ts";
export { dataOf, digestOfFiles, filesOf, type OwnTest, type Source } from "./kinds/distill/task.ts";
export { check, type CheckSettings } from "./kinds/check/check.ts";
export { exitCodeOf } from "./kinds/check/exit-code.ts";
export { groundSentence, type StatusKind, statusOf, statusWords } from "./kinds/check/status.ts";
export { type Standing, standings, type Summary, summaryOf, verdictOfEvidence } from "./kinds/check/verdicts.ts";
export { LONGEST_DETAIL } from "./kinds/check/result.ts";
export type { ClaimsFile, ClaimSource } from "./claims/claim-source.ts";
export { ownClaims } from "./claims/own-claims.ts";
export { loadClaims } from "./claims/claims-file.ts";
export { requireConsistent } from "./kinds/check/consistent.ts";
export { headerShape } from "./carry-out/journal.ts";
export { merge, type Merged } from "./merge.ts";
export { type Outcome, succeeded } from "./outcome.ts";
export { searchClaim, type SearchOptions, type SearchReport } from "./kinds/search/search.ts";
export { seedsRun } from "./kinds/seed/seeds.ts";
export { parseRedisAddress, type RedisAddress } from "./carry-out/queue/index.ts";
export { reasonOfThrown } from "./thrown.ts";
export { parseShard, type Shard } from "./shard.ts";
export * from "./portable.ts";
