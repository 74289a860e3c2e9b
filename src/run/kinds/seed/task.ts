import type { EvidenceKind } from "../../../evidence/index.ts";
import { ownClaims } from "../../claims/own-claims.ts";
import { planChecks } from "../check/run.ts";
import { type CheckResult, perform } from "../check/task.ts";

/** All checks of every claim on one seed, as plain data that a worker can be given. */
export interface SeedTask {
  readonly evidence: readonly EvidenceKind[];
  readonly margin: number;
  readonly seed: number;
}

/** What became of all checks on one seed. */
export interface SeedResult {
  /** A sentence for every verdict that is not "supported". */
  readonly alarms: readonly string[];
  readonly checks: number;
  /** What all checks took, one after another. */
  readonly seconds: number;
}

/** Checks every claim on one seed: one job where many seeds are tried, so that a worker is asked once for all of them. */
export async function performSeed(task: SeedTask): Promise<SeedResult> {
  const started = performance.now();
  const { run, report } = planChecks({ claims: ownClaims.claims, ...task });
  const outcomes = new Map<string, { readonly result: CheckResult }>();
  for (const job of run.jobs) outcomes.set(job.name, { result: await perform(job.task) });
  const { claims } = report(outcomes, new Map());
  const alarms = claims.flatMap(({ id, evidence }) =>
    evidence
      .filter(({ verdict }) => verdict !== "supported")
      .map(({ kind, name, verdict, detail }) => `${verdict}: ${id}, ${kind}, ${name}: ${detail}`),
  );
  return { alarms, checks: run.jobs.length, seconds: (performance.now() - started) / 1000 };
}
