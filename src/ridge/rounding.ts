import type { RidgeProblem } from "./problem.ts";

/**
 * A bound on the rounding of the closed-form error, bias or variance (new here). With u the unit roundoff, g_j and h_j
 * are each off by at most 10u(1 + |ξ|): their factors a, b are below 1 and the only difference is 1 − ξb or 1 + ξa. A
 * square doubles that, and a sum of r terms adds ru. The magnitudes are at most (1 + |ξ|)²(θ_j² + γ²/s_j).
 */
export function closedFormRoundingBound(problem: RidgeProblem, xi: number): number {
  const { singularValues, signal, noiseVariance, residualSignal } = problem;
  const magnitude = signal.reduce((sum, value, j) => sum + value ** 2 + noiseVariance / singularValues[j]! ** 2, 0);
  const roundings = 30 + signal.length;
  return (roundings * Number.EPSILON * (residualSignal + (1 + Math.abs(xi)) ** 2 * magnitude)) / 2;
}
