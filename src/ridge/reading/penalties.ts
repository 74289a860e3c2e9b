import type { RidgeProblem } from "../problem/problem.ts";

/**
 * A ridge penalty λ′ that lies, in every mode, between a student's penalty μ_j and the oracle's, γ²/θ_j² (new here). A
 * student's penalty is clipped first: to ∞ where the mode is shrunk by 0 or less, to 0 where by 1 or more. Modes with equal
 * singular values share the mean of their θ_j².
 *
 * @param penalties μ_j of each mode, before clipping; −s_j < μ_j < 0 stands for a shrinkage above 1.
 * @returns λ′ > 0, ∞ where everything is to be shrunk to 0, or null where none lies between, as may be where θ_j² rises
 * with s_j.
 */
export function lambdaBetweenPenalties(problem: RidgeProblem, penalties: Float64Array): number | null {
  let [least, most] = [0, Infinity];
  problem.singularValues.forEach((sigma, j) => {
    const student = clipped(penalties[j]!, sigma * sigma);
    const oracle = problem.noiseVariance / meanSquaredSignal(problem, sigma);
    least = Math.max(least, Math.min(student, oracle));
    most = Math.min(most, Math.max(student, oracle));
  });
  if (least > most) return null;
  if (least === Infinity) return Infinity;
  if (least === 0) return most < Infinity ? most : 1;
  return most < Infinity ? Math.sqrt(least) * Math.sqrt(most) : least;
}

// s/(s + μ) is above 1 for −s < μ < 0, and below 0 for μ < −s.
function clipped(penalty: number, s: number): number {
  if (penalty >= 0) return penalty;
  return penalty > -s ? 0 : Infinity;
}

function meanSquaredSignal({ singularValues, signal }: RidgeProblem, sigma: number): number {
  const equal = signal.filter((_, j) => singularValues[j] === sigma);
  return equal.reduce((sum, theta) => sum + theta * theta, 0) / equal.length;
}
