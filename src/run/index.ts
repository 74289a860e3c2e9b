export { type Build, buildOf, buildsDiffer, buildShape, describeBuild, shortBuild } from "./build/index.ts";
export { carryOut, type RunOptions, Stopped } from "./carry-out.ts";
export { checkClaims, type CheckOptions, checkRun } from "./check.ts";
export { type CheckPlan, type ClaimReport, digestOf, type EvidenceItem, type Report } from "./check-report.ts";
export {
  type DistillReport,
  distillRun,
  type DistillSettings,
  reportOfDistillation,
  settingsShape as distillSettingsShape,
} from "./distill.ts";
export { dataOf, digestOfFiles, filesOf, type OwnTest, type Source } from "./distill-task.ts";
export { check, type CheckSettings } from "./check-here.ts";
export { exitCodeOf } from "./exit-code.ts";
export { groundSentence, type StatusKind, statusOf, statusWords } from "./status.ts";
export { type Standing, standings, type Summary, summaryOf, verdictOfEvidence } from "./verdicts.ts";
export { LONGEST_DETAIL } from "./check-result.ts";
export { claimsFileOf, claimsIn, loadClaims } from "./claims-file.ts";
export { requireConsistent } from "./consistent.ts";
export { headerShape } from "./journal.ts";
export { merge, type Merged } from "./merge.ts";
export { type Outcome, succeeded } from "./outcome.ts";
export { searchClaim, type SearchOptions, type SearchReport } from "./search.ts";
export { seedsRun } from "./seeds.ts";
export { parseRedisAddress, type RedisAddress } from "./queue/index.ts";
export { reasonOfThrown } from "./thrown.ts";
export { parseShard, type Shard } from "./shard.ts";
