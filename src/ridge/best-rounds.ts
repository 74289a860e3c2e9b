import { Matrix, QrDecomposition, SVD } from "ml-matrix";
import { InvalidInput } from "../data/index.ts";
import { type Fraction, Fractions } from "../formula/index.ts";
import { distinctModes, exactParameters, levelled, oneMoreTail, oracleTails } from "./exact-rounds.ts";
import { type ExactProblem, roundedProblem } from "./exact-problem.ts";
import type { RidgeProblem } from "./problem.ts";
import { RepeatedForms, type Round } from "./repeated.ts";
import { type Parameters, parametersOf } from "./tails.ts";

/** The best that k rounds can do at one λ, whatever their imitation parameters. */
export interface BestRounds {
  readonly rounds: number;
  /** The infimum of the expected error over ξ_1, …, ξ_k. */
  readonly error: number;
  /** T_1, …, T_k of that infimum. */
  readonly tails: readonly number[];
  /** Whether some ξ_1, …, ξ_k have that error, or only come as near to it as one likes. */
  readonly attained: boolean;
  /** ξ_1, …, ξ_k, or null for a reason that `reason` gives. */
  readonly xis: readonly number[] | null;
  readonly reason?: string;
  /** How the tails were found. */
  readonly arithmetic: "floating point" | "exact";
  /** An estimate of the condition number of the linear system for the tails. */
  readonly condition: number;
  /** What to beware of where the system is ill-conditioned. */
  readonly warning?: string;
}

export interface RepeatedOptimum {
  /** The least error of all shrinkages that are functions of s_j. */
  readonly oracleError: number;
  /** How many rounds reach the oracle's error, or come as near to it as one likes: the number of distinct s_j. */
  readonly distinct: number;
  /** For k = 0 (the teacher), 1, 2, …. */
  readonly best: readonly BestRounds[];
}

/** Half of the 53 bits: a system with condition number κ loses log₂ κ bits, and is ill-conditioned if κ·2⁻⁵² is above this. */
const LOST = 2 ** -26;

/** Divided differences of r numbers with B bits take time like (r³B)²: a few seconds at this r³B. */
const EXACT_SIZE = 2 ** 19;

/**
 * The least expected error of 0, 1, …, `rounds` rounds, and the imitation parameters that have it.
 *
 * What the student's shrinkage lacks to 1 is b(1 + T_1 a + … + T_k aᵏ), so the error is a quadratic in the tails T, and its
 * minimum a linear least-squares problem: √w_j b_j Σ_i T_i a_jⁱ ≈ −p_j/√w_j, where p_j is half the slope of the teacher's error
 * in what its shrinkage lacks to 1, and w_j half the curvature. Tails with no zero before a non-zero one are products of imitation parameters and lie
 * dense; so the minimum is always the infimum, and it is attained unless it has a zero tail before a non-zero one. (Then a
 * λ nearby attains it, as a rule, and one more round does in any case once there are as many rounds as distinct s_j.)
 *
 * Modes with equal s_j count as one, with the mean of their θ_j². With as many rounds as distinct s_j the oracle's error is
 * the infimum; where that system is ill-conditioned, or a tail is zero to within rounding, it is solved exactly.
 *
 * @throws InvalidInput where a result is beyond the range of floating-point numbers.
 */
export function bestRounds(
  problem: ExactProblem,
  lambda: number,
  rounds: number,
  forms: RepeatedForms = new RepeatedForms(),
): RepeatedOptimum {
  const level = levelled(problem);
  const modes = distinctModes(level);
  const distinct = modes.squaredSingularValues.length;
  const rounded = distinct === 0 ? withoutModes(level) : roundedProblem(level);
  const system = new TailSystem(rounded, lambda, forms);
  const best: BestRounds[] = [system.best(0)];
  for (let k = 1; k <= rounds; k++) {
    const before = best.at(-1)!;
    if (k < distinct) best.push(better(before, system.best(k)));
    else if (k === distinct) best.push(better(before, reaching(system, modes, lambda)));
    else best.push(better(before, before.attained ? null : reachingWithOneMore(system, modes, lambda)));
  }
  const lost = best.find(({ error, tails, xis }) => ![error, ...tails, ...(xis ?? [])].every(Number.isFinite));
  if (lost !== undefined) {
    throw new InvalidInput(
      `the best of ${lost.rounds} rounds cannot be computed within the range of floating-point numbers for this problem and λ`,
    );
  }
  return { oracleError: system.oracleError, distinct, best };
}

/** The oracle with as many rounds as distinct s_j. */
function reaching(system: TailSystem, modes: ExactProblem, lambda: number): BestRounds {
  const numeric = system.best(modes.squaredSingularValues.length);
  const settled = numeric.warning === undefined && numeric.attained;
  if (settled || sizeOf(modes) > EXACT_SIZE) return numeric;
  return system.reached(oracleTails(modes, Fractions.fromNumber(lambda)), numeric.condition);
}

/** The oracle with one more, where a zero tail is in the way. */
function reachingWithOneMore(system: TailSystem, modes: ExactProblem, lambda: number): BestRounds | null {
  if (sizeOf(modes) > EXACT_SIZE) return null;
  const exactLambda = Fractions.fromNumber(lambda);
  return system.reached(oneMoreTail(oracleTails(modes, exactLambda), modes, exactLambda), 1);
}

// Rounds beyond those that are needed begin with ξ = 0, which starts again from the teacher; so do rounds whose own
// solution is no better but for rounding.
function better(before: BestRounds, own: BestRounds | null): BestRounds {
  const gains = own !== null && (own.error < before.error || (own.error === before.error && !before.attained));
  if (gains) return own;
  const xis = before.xis === null ? null : [0, ...before.xis];
  return { ...before, rounds: before.rounds + 1, tails: [...before.tails, 0], xis };
}

function sizeOf({ squaredSingularValues: s }: ExactProblem): number {
  const bits = s.map(({ numerator, denominator }) => numerator.toString(2).length + denominator.toString(2).length);
  return s.length ** 3 * Math.max(0, ...bits);
}

function withoutModes({ noiseVariance, residualSignal }: ExactProblem): RidgeProblem {
  const [variance, residual] = [noiseVariance, residualSignal].map(Fractions.toNumber);
  return { singularValues: [], signal: [], noiseVariance: variance!, residualSignal: residual! };
}

/** The least-squares problem for the tails, in units in which the largest a_j is 1: U_i = T_i (max a)ⁱ. */
class TailSystem {
  readonly oracleError: number;
  readonly #problem: RidgeProblem;
  readonly #forms: RepeatedForms;
  readonly #teacher: Round;
  readonly #largest: number;
  readonly #nodes: Float64Array;
  // √w_j b_j, −p_j/√w_j, and what the rounding of the latter is relative to.
  readonly #factors: Float64Array;
  readonly #targets: Float64Array;
  readonly #targetScale: number;

  constructor(problem: RidgeProblem, lambda: number, forms: RepeatedForms) {
    const [teacher] = forms.rounds(problem, lambda, []);
    const { slope, weight } = forms.descent(problem, teacher);
    const oracle = forms.oracle(problem, teacher);
    this.#problem = problem;
    this.#forms = forms;
    this.#teacher = teacher;
    this.#largest = Math.max(0, ...teacher.shrinkage);
    this.#nodes = teacher.shrinkage.map((value) => value / this.#largest);
    this.#factors = teacher.lack.map((value, j) => value * Math.sqrt(weight[j]!));
    this.#targets = slope.map((value, j) => -value / Math.sqrt(weight[j]!));
    // bθ² + aγ²/s over √w is at most the root of the mode's part of the teacher's error (Cauchy–Schwarz).
    this.#targetScale = Math.sqrt(forms.errors(problem, teacher).error);
    this.oracleError = oracle.error;
  }

  /** The least-squares solution for k ≤ r tails, in floating point. */
  best(k: number): BestRounds {
    if (k === 0) return this.#found([], 1);
    const columns = Array.from({ length: k }, (_, i) =>
      this.#factors.map((factor, j) => factor * this.#nodes[j]! ** (i + 1)),
    );
    const scales = columns.map((column) => Math.hypot(...column));
    const matrix = new Matrix(
      columns.map((column, i) => Array.from(column, (value) => value / scales[i]!)),
    ).transpose();
    const targets = Matrix.columnVector([...this.#targets]);
    const svd = new SVD(matrix);
    const ill = isIllConditioned(svd.condition);
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
  reached(tails: readonly Fraction[], condition: number): BestRounds {
    const exact = exactParameters(tails);
    const { xis, reason } = outcomeOf(exact.xis === null ? exact : { xis: exact.xis.map(Fractions.toNumber) }, "");
    return {
      rounds: tails.length,
      error: this.oracleError,
      tails: tails.map(Fractions.toNumber),
      attained: xis !== null,
      xis,
      ...(reason !== undefined && { reason }),
      arithmetic: "exact",
      condition,
    };
  }

  #found(scaled: readonly number[], condition: number): BestRounds {
    const quotient = (numerator: number, denominator: number): number => numerator / denominator;
    const parameters = parametersOf(scaled, { one: 1, zero: 0, isZero: (tail) => tail === 0, quotient });
    const { xis, reason } = outcomeOf(parameters, " to within rounding");
    // With Q = T_1 + T_2 a + … by Horner's rule, the shrinkage is a(1 − bQ) and lacks b(1 + aQ) to 1.
    const { shrinkage: a, lack: b } = this.#teacher;
    const q = this.#nodes.map((x) => scaled.reduceRight((sum, tail) => sum * x + tail, 0) / this.#largest);
    const round = {
      shrinkage: a.map((value, j) => value * (1 - b[j]! * q[j]!)),
      lack: b.map((value, j) => value * (1 + a[j]! * q[j]!)),
    };
    return {
      rounds: scaled.length,
      error: this.oracleError + this.#forms.oracle(this.#problem, round).excess,
      tails: scaled.map((tail, i) => tail / this.#largest ** (i + 1)),
      attained: xis !== null,
      xis: xis === null ? null : xis.map((xi) => xi / this.#largest),
      ...(reason !== undefined && { reason }),
      arithmetic: "floating point",
      condition,
      ...(isIllConditioned(condition) && { warning: lostDigits(condition) }),
    };
  }
}

function isIllConditioned(condition: number): boolean {
  return condition * Number.EPSILON > LOST;
}

function lostDigits(condition: number): string {
  const digits = Math.min(16, Math.round(Math.log10(condition)));
  return `the system for the tails is ill-conditioned (${condition.toExponential(1)}): tails and ξ lose about ${digits} of 16 digits`;
}

function outcomeOf(
  parameters: Parameters<number>,
  howZero: string,
): { readonly xis: readonly number[] | null; readonly reason?: string } {
  if (parameters.xis !== null) return { xis: parameters.xis };
  return { xis: null, reason: `the tail T_${parameters.vanishing} is 0${howZero} and T_${parameters.later} is not` };
}
