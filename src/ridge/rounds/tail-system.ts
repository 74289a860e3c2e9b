import { Matrix, QrDecomposition, SVD } from "ml-matrix";
import { type Fraction, Fractions } from "../../formula/index.ts";
import { exactParameters } from "./exact-rounds.ts";
import type { RidgeProblem } from "../problem/problem.ts";
import type { RepeatedForms, Round } from "./closed-forms.ts";
import { type Parameters, parametersOf } from "./tails.ts";

/** Tails T_1, …, T_k, and what imitation parameters with these tails there are. */
export interface FoundTails {
  readonly tails: readonly number[];
  /** ξ_1, …, ξ_k, or null for a reason that `reason` gives. */
  readonly xis: readonly number[] | null;
  readonly reason?: string;
  /** The expected error of these tails. */
  readonly achieved: number;
  /** How the tails were found. */
  readonly arithmetic: "floating point" | "exact";
  /** An estimate of the condition number of the linear system for the tails. */
  readonly condition: number;
}

/** Half of the 53 bits: a system with condition number κ loses log₂ κ bits, and is ill-conditioned if κ·2⁻⁵² is above this. */
const LOST = 2 ** -26;

/** Whether more than half of the digits of tails that are found in floating point are lost. */
export function isIllConditioned({ arithmetic, condition }: FoundTails): boolean {
  return arithmetic === "floating point" && !(condition * Number.EPSILON <= LOST);
}

/**
 * The least-squares problem for the tails, √w_j b_j Σ_i T_i a_jⁱ ≈ −p_j/√w_j, in units in which the largest a_j is 1:
 * U_i = T_i (max a)ⁱ.
 */
export class TailSystem {
  readonly oracleError: number;
  readonly #problem: RidgeProblem;
  readonly #forms: RepeatedForms;
  readonly #teacher: Round;
  readonly #largest: number;
  readonly #nodes: Float64Array;
  readonly #factors: Float64Array;
  readonly #targets: Float64Array;
  // What the rounding of the targets is relative to.
  readonly #targetScale: number;

  /** @param problem in every mode of which there is signal or noise. */
  constructor(problem: RidgeProblem, lambda: number, forms: RepeatedForms) {
    const [teacher] = forms.rounds(problem, lambda, []);
    const { slope, weight } = forms.descent(problem, teacher);
    this.#problem = problem;
    this.#forms = forms;
    this.#teacher = teacher;
    this.#largest = Math.max(0, ...teacher.shrinkage);
    this.#nodes = teacher.shrinkage.map((value) => value / this.#largest);
    this.#factors = teacher.shortfall.map((value, j) => value * Math.sqrt(weight[j]!));
    this.#targets = slope.map((value, j) => -value / Math.sqrt(weight[j]!));
    // bθ² + aγ²/s over √w is at most the root of the mode's part of the teacher's error (Cauchy–Schwarz).
    this.#targetScale = Math.sqrt(forms.errors(problem, teacher).error);
    this.oracleError = forms.oracle(problem, teacher).error;
  }

  /**
   * The least errors of 0, 1, …, k tails, k below the number of distinct a_j. The columns are made orthogonal as they
   * arise, each from the one before it by a factor a_j (Arnoldi), which needs no tails: these errors keep their digits
   * however ill-conditioned the system for the tails is. Factors b_j = 1 − a_j span the same, and tell the modes apart where
   * all a_j are near 1.
   */
  leastErrors(k: number): number[] {
    const errors = [this.oracleError + dot(this.#targets, this.#targets)];
    const basis: Float64Array[] = [];
    const { shrinkage: a, shortfall: b } = this.#teacher;
    const factors = Math.min(...a) > 1 / 2 ? b.map((value) => value / Math.max(...b)) : this.#nodes;
    let residual = this.#targets;
    let column = this.#factors;
    for (let i = 0; i < k; i++) {
      const factor = i === 0 ? this.#nodes : factors;
      column = column.map((value, j) => value * factor[j]!);
      // Twice, as the first time may leave parts along the others that are rounding error.
      for (const other of [...basis, ...basis]) column = without(column, other);
      const length = Math.hypot(...column);
      column = column.map((value) => value / length);
      basis.push(column);
      residual = without(residual, column);
      errors.push(Math.min(errors.at(-1)!, this.oracleError + dot(residual, residual)));
    }
    return errors;
  }

  /** The least-squares solution for k tails, k at most the number of distinct a_j, in floating point. */
  solve(k: number): FoundTails {
    const computable = [...this.#factors, ...this.#targets].every(Number.isFinite);
    if (k === 0 || !computable) return this.#found(Array<number>(k).fill(k === 0 ? 0 : NaN), 1);
    let power = this.#factors;
    const columns = Array.from({ length: k }, () => (power = power.map((value, j) => value * this.#nodes[j]!)));
    const scales = columns.map((column) => Math.hypot(...column));
    const rows = columns.map((column, i) => Array.from(column, (value) => value / scales[i]!));
    const matrix = new Matrix(rows).transpose();
    const targets = Matrix.columnVector([...this.#targets]);
    const svd = new SVD(matrix);
    const ill = !(svd.condition * Number.EPSILON <= LOST);
    // Where digits are lost anyhow, the pseudo-inverse keeps the tails small.
    const solution = ill ? svd.solve(targets) : new QrDecomposition(matrix).solve(targets);
    // Householder's solution belongs to a matrix and targets off by some 4rk units in the last place: to first order that
    // moves it by κ(‖x‖ + ‖targets‖ + κ‖residual‖) of them, as the columns have length 1 (Wedin).
    const residual = targets.clone().sub(matrix.mmul(solution)).norm("frobenius");
    const sizes = solution.norm("frobenius") + this.#targetScale + svd.condition * residual;
    const off = ill ? 0 : 4 * matrix.rows * k * (Number.EPSILON / 2) * svd.condition * sizes;
    const scaled = solution.to1DArray().map((value, i) => (Math.abs(value) <= off ? 0 : value / scales[i]!));
    return this.#found(scaled, svd.condition);
  }

  /** Tails that reach the oracle, found exactly. */
  reached(tails: readonly Fraction[], condition: number): FoundTails {
    const exact = exactParameters(tails);
    const parameters = exact.xis === null ? exact : { xis: exact.xis.map(Fractions.toNumber) };
    return {
      tails: tails.map(Fractions.toNumber),
      ...outcomeOf(parameters, ""),
      achieved: this.oracleError,
      arithmetic: "exact",
      condition,
    };
  }

  #found(scaled: readonly number[], condition: number): FoundTails {
    const quotient = (numerator: number, denominator: number): number => numerator / denominator;
    const parameters = parametersOf(scaled, { one: 1, zero: 0, isZero: (tail) => tail === 0, quotient });
    const inUnits = parameters.xis === null ? parameters : { xis: parameters.xis.map((xi) => xi / this.#largest) };
    // With Q = T_1 + T_2 a + … by Horner's rule, the shrinkage is a(1 − bQ) and the shortfall b(1 + aQ).
    const { shrinkage: a, shortfall: b } = this.#teacher;
    const q = this.#nodes.map((x) => scaled.reduceRight((sum, tail) => sum * x + tail, 0) / this.#largest);
    let unit = 1;
    const round = {
      shrinkage: a.map((value, j) => value * (1 - b[j]! * q[j]!)),
      shortfall: b.map((value, j) => value * (1 + a[j]! * q[j]!)),
    };
    return {
      tails: scaled.map((tail) => tail / (unit *= this.#largest)),
      ...outcomeOf(inUnits, " to within rounding"),
      achieved: this.oracleError + this.#forms.oracle(this.#problem, round).excess,
      arithmetic: "floating point",
      condition,
    };
  }
}

function outcomeOf(parameters: Parameters<number>, howZero: string): Pick<FoundTails, "xis" | "reason"> {
  if (parameters.xis !== null) return { xis: parameters.xis };
  return { xis: null, reason: `the tail T_${parameters.vanishing} is 0${howZero} and T_${parameters.later} is not` };
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, j) => sum + value * other[j]!, 0);
}

// What is left of a vector without its part along a unit vector.
function without(vector: Float64Array, unit: Float64Array): Float64Array {
  const part = dot(vector, unit);
  return vector.map((value, j) => value - part * unit[j]!);
}
