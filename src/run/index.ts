import type { WorkOptions } from "./queue-worker.ts";

export { carryOut, type RunOptions, Stopped } from "./carry-out.ts";
export { checkClaims, type CheckOptions, type CheckPlan, checkRun } from "./check.ts";
export type { ClaimReport, EvidenceItem, Report } from "./check-report.ts";
export { merge, type Merged } from "./merge.ts";
export { type Outcome, succeeded } from "./outcome.ts";
export { parseRedisAddress, type RedisAddress } from "./redis.ts";
export { searchClaim, type SearchOptions, type SearchReport } from "./search.ts";
export { parseShard, type Shard } from "./shard.ts";

export type { WorkOptions };

/** Takes jobs from a queue until it is stopped; see `WorkOptions`. Loaded when it is called: what it needs is large. */
export const work = async (options: WorkOptions): Promise<number> => (await import("./queue-worker.ts")).work(options);
