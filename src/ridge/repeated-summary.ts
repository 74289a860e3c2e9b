import { InvalidInput } from "../data/portable.ts";
import { bestRounds, type RepeatedOptimum } from "./best-rounds.ts";
import { type ExactProblem, roundedProblem } from "./exact-problem.ts";
import { requireLambda, requireXi } from "./problem.ts";
import { RepeatedForms } from "./repeated.ts";

/** The closed forms of the student of one round. */
export interface RoundSummary {
  /** The imitation parameter of the round; null for the teacher, which is round 0. */
  readonly xi: number | null;
  /** g_j, in the order of the problem's modes. */
  readonly shrinkage: readonly number[];
  readonly squaredBias: number;
  readonly variance: number;
  readonly error: number;
}

export interface RepeatedSummary {
  readonly lambda: number;
  readonly rounds: readonly RoundSummary[];
}

/** @throws InvalidInput for an impossible λ or ξ, or where a result is beyond the range of floating-point numbers. */
export function summariseRounds(problem: ExactProblem, lambda: number, xis: readonly number[]): RepeatedSummary {
  requireLambda(lambda);
  xis.forEach(requireXi);
  const forms = new RepeatedForms();
  const rounded = roundedProblem(problem);
  const rounds = forms.rounds(rounded, lambda, xis).map((round, i) => {
    const { squaredBias, variance, error } = forms.errors(rounded, round);
    const values = [...round.shrinkage, squaredBias, variance, error];
    if (!values.every(Number.isFinite)) {
      throw new InvalidInput(`round ${i} cannot be computed within the range of floating-point numbers`);
    }
    return { xi: xis[i - 1] ?? null, shrinkage: [...round.shrinkage], squaredBias, variance, error };
  });
  return { lambda, rounds };
}

/** The best of up to so many rounds. @throws InvalidInput as `summariseRounds` does. */
export function summariseBestRounds(
  problem: ExactProblem,
  lambda: number,
  rounds: number,
): RepeatedOptimum & { readonly lambda: number } {
  requireLambda(lambda);
  const optimum = bestRounds(problem, lambda, rounds);
  const lost = optimum.best.find(({ error, tails, xis }) => ![error, ...tails, ...(xis ?? [])].every(Number.isFinite));
  if (lost !== undefined) {
    const what = `the best of ${lost.rounds} rounds`;
    throw new InvalidInput(
      `${what} cannot be computed within the range of floating-point numbers for this problem and λ`,
    );
  }
  return { lambda, ...optimum };
}
