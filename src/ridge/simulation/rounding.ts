import type { Matrix } from "ml-matrix";
import type { NormalEquations } from "./direct.ts";

/** The relative error of one floating-point operation, rounded to nearest. */
export const UNIT_ROUNDOFF = Number.EPSILON / 2;

/** What the rounding of a student's estimate depends on. Norms are Euclidean. */
interface FitScale {
  readonly rows: number;
  readonly columns: number;
  /** ‖X‖_F. */
  readonly frobenius: number;
  /** Largest and smallest eigenvalue of the system that is solved. */
  readonly largest: number;
  readonly smallest: number;
  readonly xi: number;
  readonly labelNorm: number;
  readonly teacherNorm: number;
  readonly studentNorm: number;
}

/**
 * A bound on the distance between the student's estimate from `NormalEquations` and Σ_j g_j⟨u_j, y⟩/σ_j v_j for any rule g
 * with |g_j| ≤ (1 + |ξ|)s_j/(s_j + λ), where both are computed in floating point (new here).
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
function estimateRoundingBound(fit: FitScale): number {
  const { rows, columns, frobenius, largest, smallest, xi, labelNorm, teacherNorm, studentNorm } = fit;
  const [p, q] = [Math.min(rows, columns), Math.max(rows, columns)];
  const c = 20 * q;
  const operator = 4 * p * (3 * p + 1) * largest + (q + 2 * c) * frobenius ** 2;
  const labels = (q + c) * frobenius * labelNorm;
  const unit = UNIT_ROUNDOFF / smallest;
  const teacher = unit * (operator * teacherNorm + labels);
  const targets = (q + c) * frobenius ** 2 * Math.abs(xi) * teacherNorm + (Math.abs(xi) + Math.abs(1 - xi)) * labels;
  const student = Math.abs(xi) * teacher + unit * (operator * studentNorm + targets);
  const closedForm = unit * p * (1 + Math.abs(xi)) * labels;
  return 2 * (student + closedForm);
}

/** Students fitted directly, each with the bound on its distance to the closed form. */
export interface BoundedStudents {
  /** d × m, one estimate per column. */
  readonly students: Matrix;
  readonly bounds: readonly number[];
}

/**
 * Fits the student for each column of `labels` (n × m), and bounds the rounding.
 *
 * @param singularValues of the design, without zeros, in any order.
 */
export function boundedStudents(
  equations: NormalEquations,
  singularValues: readonly number[],
  labels: Matrix,
  { lambda, xi }: { readonly lambda: number; readonly xi: number },
): BoundedStudents {
  const { rows, columns } = equations.design;
  const fit = equations.at(lambda);
  const statistic = equations.statistic(labels);
  const teachers = fit.teacher(statistic);
  const students = fit.student(statistic, teachers, xi);
  const fullRank = singularValues.length === equations.size;
  const scale = {
    rows,
    columns,
    frobenius: equations.design.norm("frobenius"),
    largest: Math.max(...singularValues) ** 2 + lambda,
    smallest: (fullRank ? Math.min(...singularValues) ** 2 : 0) + lambda,
    xi,
  };
  const bounds = Array.from({ length: labels.columns }, (_, draw) =>
    estimateRoundingBound({
      ...scale,
      labelNorm: columnNorm(labels, draw),
      teacherNorm: columnNorm(teachers, draw),
      studentNorm: columnNorm(students, draw),
    }),
  );
  return { students, bounds };
}

/** The Euclidean norm of one column. */
export function columnNorm(matrix: Matrix, column: number): number {
  return Math.hypot(...matrix.getColumn(column));
}

/** The bound for ‖θ_S − θ*‖² when the estimate is off by at most `delta` and the truth's distance is `distance`. */
export function squaredErrorRoundingBound(distance: number, delta: number): number {
  return 2 * distance * delta + delta ** 2;
}
