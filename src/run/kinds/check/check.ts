import { type Claim, type EvidenceKind, evidenceKinds } from "../../../evidence/index.ts";
import { codeOf } from "../../build/index.ts";
import { DEFAULTS } from "../../defaults.ts";
import type { Report } from "./report.ts";
import { planChecks } from "./run.ts";
import { type CheckResult, type CheckTask, performAmong } from "./task.ts";
import { failureOf, type Outcome } from "../../outcome.ts";

/** How claims are checked, with the command line's defaults. */
export interface CheckSettings {
  /** Which kinds of evidence count; all by default. */
  readonly evidence?: readonly EvidenceKind[];
  /** Integer from 0 to 2⁵³ − 1; 1 by default. */
  readonly seed?: number;
  /** Relative margin of the equivalence tests, between 0 and 1; 0.01 by default. */
  readonly margin?: number;
}

/**
 * Checks claims in this process, one check after another: claims of your own, or the project's (`claims`), of which
 * `checkClaims` makes quicker work on all cores. A claim comes after those it depends on.
 *
 * @param claims in an order in which each comes after those it depends on.
 * @param settings all have the command line's defaults.
 * @throws RangeError for a seed or a margin out of range.
 */
export function check(
  claims: readonly Claim[],
  { evidence = evidenceKinds, seed = DEFAULTS.seed, margin = DEFAULTS.margin }: CheckSettings = {},
): Report {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`seed is ${seed}; expected an integer of at least 0`);
  if (!(margin > 0 && margin < 1)) throw new RangeError(`margin is ${margin}; expected a number between 0 and 1`);
  // The code as it is now, should it be built anew in the meantime.
  codeOf();
  const { run, report } = planChecks({ claims, evidence, seed, margin });
  return report(new Map(run.jobs.map(({ name, task }) => [name, outcomeOf(claims, task)])));
}

// What a check throws is the reason why it has no result, as it is on a worker.
function outcomeOf(claims: readonly Claim[], task: CheckTask): Outcome<CheckResult> {
  try {
    return { result: performAmong(claims, task) };
  } catch (error) {
    return failureOf(error);
  }
}
