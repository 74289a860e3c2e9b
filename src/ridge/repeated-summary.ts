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
  /** ‖E θ_S − θ*‖². */
  readonly squaredBias: number;
  /** E‖θ_S − E θ_S‖². */
  readonly variance: number;
  /** E‖θ_S − θ*‖², the sum of both. */
  readonly error: number;
}

/** The closed forms of several rounds at one λ. */
export interface RepeatedSummary {
  /** λ of all rounds. */
  readonly lambda: number;
  /** The teacher, and then the student of each round. */
  readonly rounds: readonly RoundSummary[];
}

/**
 * The closed forms of the teacher and of the student of each round: the i-th imitates the one before it with weight xis[i − 1].
 *
 * @param problem in rational numbers: see `exactProblem`.
 * @param lambda λ > 0.
 * @param xis one per round.
 * @throws InvalidInput for an impossible λ or ξ, or where a result is beyond the range of floating-point numbers.
 */
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

/**
 * The least error of 0, 1, …, `rounds` rounds at one λ, and the imitation parameters that have it: as `bestRounds`,
 * with checks.
 *
 * @param problem in rational numbers: see `exactProblem`.
 * @param lambda λ > 0.
 * @param rounds the greatest number of rounds.
 * @throws InvalidInput as `summariseRounds` does.
 *
 * @example
 * ```ts
 * import { ridge } from "sd-theorems";
 *
 * const problem = ridge.problemFromSquares({
 *   squaredSingularValues: [3, 1],
 *   squaredSignal: [2, 1],
 *   noiseVariance: 1,
 * });
 * const { best, oracleError } = ridge.summariseBestRounds(problem, 1, 2);
 * for (const { rounds, error } of best) console.log(rounds, error.toFixed(4));
 * // 0 0.8125
 * // 1 0.8019
 * // 2 0.7857
 * console.log(oracleError.toFixed(4)); // 0.7857
 * ```
 */
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
