import { ClosedForms } from "./closed-forms.ts";
import type { RidgeProblem } from "../problem/problem.ts";

/**
 * A bound on the rounding of the closed-form error, squared bias or variance (new here). With u the unit roundoff, g_j is
 * off by at most 10u(1 + |ξ|)a_j and h_j by 10u(1 + |ξ|)b_j: a and b are quotients of positive numbers, off by 3u at most, and
 * the only sum is a + (1 − ξ)b or b + (1 + ξ)a, whose second term is off by 5u: so it is off by 6u of a + |1 − ξ|b ≤ 1 + |ξ|, and
 * a times it by 4u more. A square doubles that, and a sum of r terms adds ru. So no term is off by more than
 * (30 + r)u(1 + |ξ|)² times the same term of the teacher's error, Σ_j b_j²θ_j² + a_j²γ²/s_j.
 */
export function closedFormRoundingBound(problem: RidgeProblem, lambda: number, xi: number): number {
  return repeatedRoundingBound(problem, lambda, [xi]);
}

/**
 * The same for the student of the last of k rounds. A round makes b + ξah of h and a(1 − ξh) of it for the shrinkage, with
 * a and b off by at most 3u: 6u more, relative to the same sums without cancellation. Those are at most S_k a_j and
 * S_k b_j, where S_i = 1 + |ξ_i|S_{i−1}, S_0 = 1: so g_j and h_j are off by at most (6k + 3)u of that, and no term of the
 * error by more than (12k + 18 + r)u S_k² times the same term of the teacher's.
 */
export function repeatedRoundingBound(problem: RidgeProblem, lambda: number, xis: readonly number[]): number {
  const roundings = 12 * xis.length + 18 + problem.signal.length;
  const growth = xis.reduce((sum, xi) => 1 + Math.abs(xi) * sum, 1);
  const teacherError = new ClosedForms().errors(problem, lambda, 0).error;
  return (roundings * Number.EPSILON * (growth * growth) * teacherError) / 2;
}

/**
 * A bound on the rounding of a squared distance that is measured for one draw as three sums over modes of
 * quadratic·z² + linear·z + constant, by `shortcutBook` or by `SpectralErrors` (new here). With T_j = a_j|w_j| + b_j|θ_j|,
 * |u_j| and |v_j| are at most T_j, as a, b ≤ 1, and the terms that their products are expanded into add up to at most T_j²
 * in absolute value. A term takes at most 20 roundings, sums over 2r of them as many, and the quadratic in ξ 8 more: no more
 * than (2r + 28)u(1 + |ξ|)² Σ_j T_j² in all, and as often for θ_⊥² (at most; it is added once).
 *
 * @param w ⟨u_j, η⟩/σ_j for each mode.
 */
export function sumsRoundingBound(problem: RidgeProblem, lambda: number, xi: number, w: Float64Array): number {
  const { singularValues, signal, residualSignal } = problem;
  let size = residualSignal;
  singularValues.forEach((sigma, j) => {
    const s = sigma * sigma;
    const ofMode = (s * Math.abs(w[j]!) + lambda * Math.abs(signal[j]!)) / (s + lambda);
    size += ofMode * ofMode;
  });
  const growth = 1 + Math.abs(xi);
  return (2 * signal.length + 28) * (Number.EPSILON / 2) * growth * growth * size;
}
