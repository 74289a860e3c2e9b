import { Matrix } from "ml-matrix";

const UNIT_ROUNDOFF = Number.EPSILON / 2;

/** What the rounding of a student's estimate depends on. Norms are Euclidean; σ are the design's singular values. */
export interface FitScale {
  /** X as a matrix of floating-point numbers. */
  readonly design: Matrix;
  readonly largestSingularValue: number;
  /** Smallest eigenvalue of the system that is solved: σ_min² + λ, or λ where X has no full column rank. */
  readonly smallestEigenvalue: number;
  readonly lambda: number;
  readonly xi: number;
  readonly labelNorm: number;
  readonly teacherNorm: number;
  readonly studentNorm: number;
}

/**
 * A bound on the distance between the student's estimate from `NormalEquations` and the one from the closed form in the
 * singular basis of X, where both are computed in floating point (new here).
 *
 * With u the unit roundoff, p = min(n, d), q = max(n, d), F = ‖X‖_F and μ the smallest eigenvalue of M = XᵀX + λI:
 * - the Cholesky solution solves a system off by at most 4p(3p + 1)u‖M‖ (Higham, Accuracy and Stability, ch. 10), the
 *   computed XᵀX is off by qu F², and a computed or prescribed singular value decomposition stands for a design off by at
 *   most cu‖X‖, c = 20q (backward stability of Householder bidiagonalisation, with a roomy constant);
 * - right-hand sides are off by qu F‖y‖ and c u‖X‖‖y‖.
 * So the teacher is off by δ_T = (u/μ)((4p(3p + 1)‖M‖ + qF² + 2cF²)‖θ_T‖ + (q + c)F‖y‖). The student solves once more, with
 * XᵀXθ_T in its right-hand side; as ‖M⁻¹XᵀX‖ ≤ 1, δ_T enters with weight |ξ| only. The coordinates in the singular basis
 * and their recombination add (q + c)u in each mode to g_j⟨u_j, y⟩/σ_j, |g_j|/σ_j ≤ (1 + |ξ|)F/μ. All this is to first order in
 * u; the factor 2 covers the rest while cond(M)·p²u is below 10⁻².
 */
export function estimateRoundingBound(fit: FitScale): number {
  const { design, largestSingularValue, smallestEigenvalue, lambda, xi, labelNorm, teacherNorm, studentNorm } = fit;
  const [small, large] = [Math.min(design.rows, design.columns), Math.max(design.rows, design.columns)];
  const frobenius = design.norm("frobenius");
  const system = largestSingularValue ** 2 + lambda;
  const c = 20 * large;
  const operator = 4 * small * (3 * small + 1) * system + (large + 2 * c) * frobenius ** 2;
  const labels = (large + c) * frobenius * labelNorm;
  const unit = UNIT_ROUNDOFF / smallestEigenvalue;
  const teacher = unit * (operator * teacherNorm + labels);
  const weight = Math.abs(xi) + Math.abs(1 - xi);
  const targets = (large + c) * frobenius ** 2 * Math.abs(xi) * teacherNorm + weight * labels;
  const student = Math.abs(xi) * teacher + unit * (operator * studentNorm + targets);
  const closedForm = unit * small * (1 + Math.abs(xi)) * labels;
  return 2 * (student + closedForm);
}

/** The bound for ‖θ_S − θ*‖² when the estimate is off by at most `delta` and the truth's distance is `distance`. */
export function squaredErrorRoundingBound(distance: number, delta: number): number {
  return 2 * distance * delta + delta ** 2;
}
