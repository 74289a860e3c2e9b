import { type Claim, type Engine, type Finding, type MutantResult, tryMutants } from "../../../evidence/index.ts";
import type { ClaimsFile } from "../../claims/claim-source.ts";
import { sourceOfTask } from "../../claims/claims-file.ts";

/** One check of one claim, as plain data that a worker can be given. */
export interface CheckTask extends ClaimsFile {
  readonly claim: string;
  /** Position among the claim's checks. */
  readonly check: number;
  readonly seed: number;
  readonly margin: number;
  readonly engine: Engine;
  /** Whether to hold the check against every mutant as well. */
  readonly mutate: boolean;
}

export interface CheckResult {
  readonly finding: Finding;
  readonly seconds: number;
  readonly mutants: readonly MutantResult[];
  readonly mutationSeconds: number;
}

/** Carries out a check. The same task gives the same result, but for times, wherever it runs. */
export async function perform(task: CheckTask): Promise<CheckResult> {
  return performAmong((await sourceOfTask(task)).claims, task);
}

/** Carries out a check of one of these claims. @throws RangeError where it is not one of them. */
export function performAmong(
  claims: readonly Claim[],
  { claim: id, check: position, seed, margin, engine, mutate }: Omit<CheckTask, "claimsFile">,
): CheckResult {
  const claim = claims.find((each) => each.id === id);
  if (claim === undefined) throw new RangeError(`there is no claim ${id}`);
  const check = claim.checks[position]!;
  // Every claim counts, whichever are asked for, so that a claim's verdict does not depend on what else is checked.
  const suiteComparisons = claims
    .flatMap(({ checks }) => checks)
    .reduce((sum, each) => sum + (each.comparisons ?? 0), 0);
  const started = performance.now();
  const carriedOut = check.run({ claim: id, seed, margin, engine, suiteComparisons });
  const ended = performance.now();
  const mutants = mutate ? tryMutants(claim.book, check.covers, carriedOut) : [];
  return {
    finding: carriedOut.finding,
    seconds: (ended - started) / 1000,
    mutants,
    mutationSeconds: (performance.now() - ended) / 1000,
  };
}
