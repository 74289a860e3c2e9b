import { positionsOfEqual } from "../problem/groups.ts";
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
  const means = meanSquaredSignals(problem);
  problem.singularValues.forEach((sigma, j) => {
    const student = clipped(penalties[j]!, sigma * sigma);
    const oracle = problem.noiseVariance / means[j]!;
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

// Of each mode: the mean of θ_j² over all modes with its singular value.
function meanSquaredSignals({ singularValues, signal }: RidgeProblem): number[] {
  const means = [...signal];
  for (const positions of positionsOfEqual(singularValues)) {
    const sum = positions.reduce((total, j) => total + signal[j]! * signal[j]!, 0);
    for (const j of positions) means[j] = sum / positions.length;
  }
  return means;
}
