import { Matrix } from "ml-matrix";
import { Streams } from "../../../src/random/index.ts";
import {
  type Case,
  type Direction,
  type ExactExpectation,
  exactExpectedError,
  gaussianMatrix,
  NormalEquations,
  realise,
  ridgeCases,
  UNIT_ROUNDOFF,
} from "../../../src/ridge/index.ts";
import { weighted } from "./direct-error.ts";
import { directionsOf } from "./metric-replication.ts";

/** A random k × d factor B of a metric: for k < d the metric is singular. */
export function randomFactor(rows: number, columns: number, seed: number): Matrix {
  return gaussianMatrix(rows, columns, new Streams({ seed, claim: "ridge", problem: "metric" }).replicate(0));
}

/**
 * Cases whose XᵀX has two eigenvalues at least, 0 counting as one: a random direction is no eigenvector then, and BᵀB does
 * not commute with XᵀX.
 */
export const metricCases = ridgeCases.filter(
  ({ problem, extraColumns }) => new Set(problem.singularValues).size > 1 || extraColumns > 0,
);

// The five-point difference in τ = log λ, as in ridge/path-tangent, of the teacher's error in a metric.
const STEP = 2 ** -7;
const DIFFERENCE = [
  { at: -2, weight: 1 / 12 },
  { at: -1, weight: -8 / 12 },
  { at: 1, weight: 8 / 12 },
  { at: 2, weight: -1 / 12 },
];

/** What direct fits say of a case in a metric that is drawn for it. */
export interface ErrorsInMetric {
  readonly directions: readonly Direction[];
  /** Whether the metric commutes with XᵀX, as far as rounding lets see. */
  readonly commutes: boolean;
  readonly error: ExactExpectation;
  readonly teacherError: ExactExpectation;
  readonly N: ExactExpectation;
  readonly D: ExactExpectation;
  /** de/d log λ at ξ = 0. */
  readonly slope: ExactExpectation;
}

/** Direct errors in a random metric, with bounds that cover the closed forms' rounding and the difference's truncation. */
export function errorsInMetric(example: Case): ErrorsInMetric {
  const { problem, lambda, xi, rotation } = example;
  const { design, singularValues, parameter, right } = realise(example);
  const factor = randomFactor(1 + (rotation % 4), design.columns, rotation);
  const equations = new NormalEquations(design);
  const directions = directionsOf(factor, right, parameter);
  // With A = |m_⊥| + Σ|m_j θ_j| and V = Σ m_j²γ²/s_j, every closed form is a sum of products of at most 4(1 + |ξ|)²(A² + V), |ξ| ≥ 1,
  // in absolute value, as a, b, t ≤ 1, from some 40 + 2r roundings; m_j and m_⊥ are themselves off by 40q units of roundoff
  // of ‖m‖ and ‖m‖‖θ*‖, q = max(n, d), which counts as often relative to ‖m‖²((Σ|θ_j| + ‖θ*‖)² + Σ γ²/s_j) ≥ A² + V.
  // That leaves room for a λ that is off by some roundings, as |de/d log λ| ≤ A² + V.
  const r = problem.signal.length;
  const reach = problem.signal.reduce((sum, theta) => sum + Math.abs(theta), parameter.norm("frobenius"));
  const noise = singularValues.reduce((sum, value) => sum + problem.noiseVariance / value ** 2, 0);
  const scale = factor.norm("frobenius") ** 2 * (reach ** 2 + noise);
  const roundings = 4 * (40 + 2 * r + 40 * Math.max(design.rows, design.columns));
  const rounding = roundings * (2 + Math.abs(xi)) ** 2 * scale * UNIT_ROUNDOFF;
  const errorAt = (imitation: number, regularization = lambda): ExactExpectation => {
    const student = { lambda: regularization, xi: imitation };
    const direct = exactExpectedError(equations, singularValues, parameter, problem.noiseVariance, student, factor);
    return { value: direct.value, bound: direct.bound + rounding };
  };
  const slope = weighted(
    DIFFERENCE.map(({ at, weight }) => [weight / STEP, errorAt(0, lambda * Math.exp(at * STEP))] as const),
  );
  // The difference is off by h⁴/30 times the fifth derivative. Those of the logistic function, 1 to 5, are at most 1/4, so
  // those of u² with |u| ≤ A, |u⁽ᵏ⁾| ≤ A/4 at most 2/4 + (10 + 20)/16 < 3 times A²; likewise a².
  const truncation = ((STEP ** 2) ** 2 / 30) * 3 * scale;
  const gram = design.transpose().mmul(design);
  const metric = factor.transpose().mmul(factor);
  const commutator = Matrix.sub(metric.mmul(gram), gram.mmul(metric)).norm("frobenius");
  // Each of the four products is off by at most q units of roundoff of its factors' norms.
  const sizes = (factor.norm("frobenius") * design.norm("frobenius")) ** 2;
  const unseen = 4 * Math.max(design.rows, design.columns) * UNIT_ROUNDOFF * sizes;
  return {
    directions,
    commutes: commutator <= unseen,
    error: errorAt(xi),
    teacherError: errorAt(0),
    N: weighted([
      [1 / 4, errorAt(-1)],
      [-1 / 4, errorAt(1)],
    ]),
    D: weighted([
      [1 / 2, errorAt(-1)],
      [-1, errorAt(0)],
      [1 / 2, errorAt(1)],
    ]),
    slope: { value: slope.value, bound: slope.bound + truncation },
  };
}
