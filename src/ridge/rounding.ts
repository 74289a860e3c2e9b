import { ClosedForms } from "./closed-forms.ts";
import type { RidgeProblem } from "./problem.ts";

/**
 * A bound on the rounding of the closed-form error, squared bias or variance (new here). With u the unit roundoff, g_j is
 * off by at most 10u(1 + |ξ|)a_j and h_j by 10u(1 + |ξ|)b_j: a and b are quotients of positive numbers, and the only
 * difference is 1 − ξb or 1 + ξa. A square doubles that, and a sum of r terms adds ru. So no term is off by more than
 * (30 + r)u(1 + |ξ|)² times the same term of the teacher's error, Σ_j b_j²θ_j² + a_j²γ²/s_j.
 */
export function closedFormRoundingBound(problem: RidgeProblem, lambda: number, xi: number): number {
  const roundings = 30 + problem.signal.length;
  const teacherError = new ClosedForms().errors(problem, lambda, 0).error;
  return (roundings * Number.EPSILON * (1 + Math.abs(xi)) ** 2 * teacherError) / 2;
}
