import { claims } from "../../proofs/index.ts";
import { type Claim, type Finding, type MutantResult, tryMutants } from "../evidence/index.ts";

/** One check of one claim, as plain data that a worker can be given. */
export interface CheckTask {
  readonly claim: string;
  /** Position among the claim's checks. */
  readonly check: number;
  readonly seed: number;
  readonly margin: number;
  /** Whether to hold the check against every mutant as well. */
  readonly mutate: boolean;
}

export interface CheckResult {
  readonly finding: Finding;
  readonly seconds: number;
  readonly mutants: readonly MutantResult[];
  readonly mutationSeconds: number;
}

// Every claim counts, whichever are asked for, so that a claim's verdict does not depend on what else is checked.
const suiteComparisons = claims.flatMap(({ checks }) => checks).reduce((sum, check) => sum + check.comparisons, 0);

/** Carries out a check. The same task gives the same result, but for times, wherever it runs. */
export function perform({ claim: id, check: position, seed, margin, mutate }: CheckTask): CheckResult {
  const claim = claimOf(id);
  const check = claim.checks[position]!;
  const started = performance.now();
  const examination = check.examine({ claim: id, seed, margin, suiteComparisons });
  const examined = performance.now();
  const mutants = mutate ? tryMutants(claim.book, check.covers, examination) : [];
  return {
    finding: examination.finding,
    seconds: (examined - started) / 1000,
    mutants,
    mutationSeconds: (performance.now() - examined) / 1000,
  };
}

function claimOf(id: string): Claim {
  const found = claims.find((claim) => claim.id === id);
  if (found === undefined) throw new RangeError(`there is no claim ${id}`);
  return found;
}
