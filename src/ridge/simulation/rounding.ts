import type { Matrix } from "ml-matrix";
import type { NormalEquations, Rounds } from "./direct.ts";

/** The relative error of one floating-point operation, rounded to nearest. */
export const UNIT_ROUNDOFF = Number.EPSILON / 2;

/** What the rounding of an estimate depends on, whatever the labels are. Norms are Euclidean. */
interface FitScale {
  readonly rows: number;
  readonly columns: number;
  /** ‖X‖_F. */
  readonly frobenius: number;
  /** Largest and smallest eigenvalue of the system that is solved. */
  readonly largest: number;
  readonly smallest: number;
}

/**
 * A bound on the distance between the last student's estimate from `NormalEquations` and Σ_j g_j⟨u_j, y⟩/σ_j v_j for any
 * rule g with |g_j| ≤ G s_j/(s_j + λ), where both are computed in floating point (new here).
 *
 * With u the unit roundoff, p = min(n, d), q = max(n, d), F = ‖X‖_F and μ the smallest eigenvalue of M = XᵀX + λI:
 * - the Cholesky solution solves a system off by at most 4p(3p + 1)u‖M‖ (Higham, Accuracy and Stability, ch. 10), the
 *   computed XᵀX is off by qu F², and a computed or prescribed singular value decomposition stands for a design off by at
 *   most cu‖X‖, c = 20q (backward stability of Householder bidiagonalisation, with a roomy constant);
 * - right-hand sides are off by qu F‖y‖ and c u‖X‖‖y‖.
 * So the teacher is off by δ_0 = (u/μ)((4p(3p + 1)‖M‖ + qF² + 2cF²)‖θ_T‖ + (q + c)F‖y‖). A student solves once more, with
 * XᵀXθ in its right-hand side, where θ is the estimate that it imitates; as ‖M⁻¹XᵀX‖ ≤ 1, what that is off by enters with
 * weight |ξ| only. The coordinates in the singular basis and their recombination add (q + c)u in each mode to
 * g_j⟨u_j, y⟩/σ_j, |g_j|/σ_j ≤ G F/μ. A rule that is computed in k rounds is itself off by at most (6k + 3)u G a_j
 * (see the rounding of the closed forms): k times that addition covers both. All this is to first order in u; the factor 2
 * covers the rest while cond(M)·p²u is below 10⁻².
 *
 * How large a rule can be follows from the rounds: its shortfall starts in [0, 1], and each round makes b + ξah of h,
 * where a + b = 1. So |h| grows from H to max(1, |ξ|H) at most, and |g| ≤ (1 + |ξ|H)a.
 *
 * @param estimateNorms of the teacher and of each round's student, for one draw of labels.
 */
function estimateRoundingBound(
  { rows, columns, frobenius, largest, smallest }: FitScale,
  xis: readonly number[],
  labelNorm: number,
  estimateNorms: readonly number[],
): number {
  const [p, q] = [Math.min(rows, columns), Math.max(rows, columns)];
  const c = 20 * q;
  const operator = 4 * p * (3 * p + 1) * largest + (q + 2 * c) * frobenius ** 2;
  const labels = (q + c) * frobenius * labelNorm;
  const unit = UNIT_ROUNDOFF / smallest;
  let delta = unit * (operator * estimateNorms[0]! + labels);
  let [shortfall, rule] = [1, 1];
  for (const [i, xi] of xis.entries()) {
    const weight = Math.abs(xi);
    const targets = (q + c) * frobenius ** 2 * weight * estimateNorms[i]! + (weight + Math.abs(1 - xi)) * labels;
    delta = weight * delta + unit * (operator * estimateNorms[i + 1]! + targets);
    rule = 1 + weight * shortfall;
    shortfall = Math.max(1, weight * shortfall);
  }
  const closedForm = unit * p * rule * labels * Math.max(1, xis.length);
  return 2 * (delta + closedForm);
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
  return boundedRounds(equations, singularValues, labels, { lambda, xis: [xi] });
}

/** Fits the student of the last of several rounds for each column of `labels`, as `boundedStudents` does for one round. */
export function boundedRounds(
  equations: NormalEquations,
  singularValues: readonly number[],
  labels: Matrix,
  { lambda, xis }: Rounds,
): BoundedStudents {
  const { rows, columns } = equations.design;
  const estimates = equations.at(lambda).rounds(equations.statistic(labels), xis);
  const fullRank = singularValues.length === equations.size;
  const scale = {
    rows,
    columns,
    frobenius: equations.design.norm("frobenius"),
    largest: Math.max(...singularValues) ** 2 + lambda,
    smallest: (fullRank ? Math.min(...singularValues) ** 2 : 0) + lambda,
  };
  const bounds = Array.from({ length: labels.columns }, (_, draw) => {
    const norms = estimates.map((estimate) => columnNorm(estimate, draw));
    return estimateRoundingBound(scale, xis, columnNorm(labels, draw), norms);
  });
  return { students: estimates.at(-1)!, bounds };
}

/** A bound on how far the coordinates of the truth are off: a modest multiple of their roundoff, as of those of labels. */
export function truthRoundingBound({ rows, columns }: Matrix, parameter: readonly number[]): number {
  return 20 * Math.max(rows, columns) * UNIT_ROUNDOFF * Math.hypot(...parameter);
}

/** The Euclidean norm of one column. */
export function columnNorm(matrix: Matrix, column: number): number {
  return Math.hypot(...matrix.getColumn(column));
}

/** The bound for ‖θ_S − θ*‖² when the estimate is off by at most `delta` and the truth's distance is `distance`. */
export function squaredErrorRoundingBound(distance: number, delta: number): number {
  return 2 * distance * delta + delta ** 2;
}
