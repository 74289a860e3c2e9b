import { Fractions, type Interval, Reals } from "../../formula/index.ts";
import { InvalidInput } from "../../data/portable.ts";
import { designSpectrum } from "../design-spectrum/design-spectrum.ts";
import type { EnclosedProblem } from "../enclosed-problem.ts";
import type { ExactDesign } from "../exact-design.ts";
import type { ExactProblem } from "../exact-problem.ts";
import { boundaryOptimum } from "./boundary.ts";
import { groupedProblem } from "./groups.ts";
import { interiorOptimum } from "./interior.ts";
import { oracleOfGroups, oracleOfModes } from "./oracle.ts";
import { inUnits, scaled, scaledInterval, type Units, unitsOf } from "./scale.ts";
import { type SpectrumOf, spectrumOf } from "./spectrum-of.ts";

/** An end of the line of λ that an infimum is approached at. */
export type Limit = "lambda->0" | "lambda->infinity";

/** The two ends of an interval that is proved to contain the value it stands for. */
export type Enclosure = readonly [lower: number, upper: number];

/** The best ridge estimator and the best self-distillation, with proved enclosures of their errors. */
export interface Optimum {
  /** The best ridge estimator: min over λ ∈ [0, ∞] of e(λ, 0). */
  readonly ridge: {
    /** A λ whose error is in the enclosure; null where that is λ = ∞. */
    readonly lambda: number | null;
    /** Set where the best λ is ∞. */
    readonly limit: "lambda->infinity" | null;
    /** The least error. */
    readonly error: Enclosure;
  };
  /**
   * The best student: inf over λ ∈ (0, ∞) and real ξ of e(λ, ξ), and a pair whose error is in the enclosure (for γ = 0 or
   * θ = 0, where the enclosure may be a single number: but for the rounding of λ).
   */
  readonly distillation: {
    /** λ of the pair; null where the infimum is at a limit alone. */
    readonly lambda: number | null;
    /** ξ of the pair. */
    readonly xi: number | null;
    /** The infimum. */
    readonly error: Enclosure;
    /** Whether some pair has the infimum as its error; null where that is not decided. */
    readonly attained: boolean | null;
    /** Where the infimum is, or may be, approached. */
    readonly limit: Limit | null;
  };
  /**
   * Error of the best shrinkage mode by mode, to within rounding. Where s_j of a design are equal, its singular vectors are of no
   * one's choosing: then as `oracleOfGroups`.
   */
  readonly oracle: number;
  /** Error of the best shrinkage by a function of s. It is larger where modes with equal s differ in signal. */
  readonly oracleOfGroups: number;
  /** The condition S < 0 for a better student, of the claim `ridge/distillation-beats-regularization`. */
  readonly condition: {
    /** S at the best λ of ridge; null where there is none inside (0, ∞). */
    readonly value: number | null;
    /** A range proved to hold S at every λ that may be the best; null where there is none, or where s_j are not told apart. */
    readonly range: Enclosure | null;
    /** Whether S < 0 is shown at each of them. */
    readonly impliesBetter: boolean;
    /** Why there is no value or no range; absent where there are both. */
    readonly reason?: string;
  };
  /** Whether the infimum is below the minimum of ridge; null where neither the enclosures nor a theorem decide. */
  readonly strictlyBetter: boolean | null;
  /** What decides `strictlyBetter`, or why nothing does, and why `attained` is undecided where it is. */
  readonly reason: string;
  /** For a design: how well its spectrum is known. */
  readonly spectrum?: SpectrumOf;
}

/** An optimum in the units of a scaled problem, with intervals. */
export interface ScaledOptimum extends Pick<Optimum, "strictlyBetter" | "reason"> {
  readonly ridge: Omit<Optimum["ridge"], "error"> & { readonly error: Interval };
  readonly distillation: Omit<Optimum["distillation"], "error"> & { readonly error: Interval };
  readonly condition: Omit<Optimum["condition"], "range"> & { readonly range: Interval | null };
}

/**
 * The least error of ridge and of self-distillation on a problem, and whether the second is lower.
 *
 * Of a design, the spectrum is enclosed first: every answer is about the design itself. Its s_j are compared exactly, as far as
 * they are shown to be equal or to differ.
 *
 * @param problem in rational numbers: in spectral coordinates (see `problemFromSquares` and `exactProblem`), or a design.
 * @param options `theorems`: whether what the claims say of orderings and of two modes may decide (default: yes); without,
 *   enclosures alone do.
 * @throws InvalidInput where a result is beyond the range of floating-point numbers, and for a design that is zero or too large.
 *
 * @example
 * ```ts
 * import { ridge } from "sd-theorems";
 *
 * const problem = ridge.problemFromSquares({
 *   squaredSingularValues: [3, 1],
 *   squaredSignal: [2, "1/2"],
 *   noiseVariance: 1,
 * });
 * const best = ridge.optimum(problem);
 * console.log(best.ridge.error.map((end) => end.toFixed(6))); // [ '0.686297', '0.686297' ]
 * console.log(best.distillation.error.map((end) => end.toFixed(6))); // [ '0.619048', '0.619048' ]
 * console.log(best.distillation.lambda?.toFixed(1), best.distillation.xi?.toFixed(1)); // 22.2 -7.0
 * console.log(best.strictlyBetter); // true
 * console.log(best.reason);
 * // θ_j² never falls as s_j rises (in the mean over equal s_j) and is not constant
 * ```
 */
export function optimum(
  problem: ExactProblem | ExactDesign,
  { theorems = true }: { readonly theorems?: boolean } = {},
): Optimum {
  if ("design" in problem) {
    const spectrum = designSpectrum(problem);
    return { ...optimumOf(spectrum, oracleOfGroups(spectrum), theorems), spectrum: spectrumOf(spectrum) };
  }
  return optimumOf(groupedProblem(problem), oracleOfModes(problem), theorems);
}

function optimumOf(problem: EnclosedProblem, oracle: number, theorems: boolean): Optimum {
  const units = unitsOf(problem);
  const inside = inUnits(problem, units);
  const isSilent = inside.groups.every(({ squaredSignal }) => Reals.sign(squaredSignal) === 0);
  const onBoundary = isSilent || Fractions.sign(problem.noiseVariance) === 0;
  const found = onBoundary ? boundaryOptimum(inside) : interiorOptimum(inside, theorems);
  return requireFinite({
    ...inOriginalUnits(found, units),
    oracle,
    oracleOfGroups: oracleOfGroups(problem),
  });
}

function inOriginalUnits(found: ScaledOptimum, { s, signal }: Units): Omit<Optimum, "oracle" | "oracleOfGroups"> {
  const { ridge, distillation, condition, strictlyBetter, reason } = found;
  const enclosure = (error: Interval): Enclosure => {
    const { lower, upper } = scaledInterval(error, signal);
    return [Math.max(0, lower), upper];
  };
  const inS = (lambda: number | null): number | null => (lambda === null ? null : scaled(lambda, s));
  return {
    ridge: { lambda: inS(ridge.lambda), limit: ridge.limit, error: enclosure(ridge.error) },
    distillation: {
      lambda: inS(distillation.lambda),
      xi: distillation.xi,
      error: enclosure(distillation.error),
      attained: distillation.attained,
      limit: distillation.limit,
    },
    // S is of degree −5 in s and λ, and of degree 1 in the squared signals.
    condition: {
      value: condition.value === null ? null : scaled(condition.value, signal - 5 * s),
      range: condition.range === null ? null : asEnclosure(scaledInterval(condition.range, signal - 5 * s)),
      impliesBetter: condition.impliesBetter,
      ...(condition.reason === undefined ? {} : { reason: condition.reason }),
    },
    strictlyBetter,
    reason,
  };
}

function asEnclosure({ lower, upper }: Interval): Enclosure {
  return [lower, upper];
}

function requireFinite(result: Optimum): Optimum {
  const { ridge, distillation, condition } = result;
  const numbers = {
    "the best λ": [ridge.lambda, distillation.lambda],
    "the best ξ": [distillation.xi],
    "the error": [...ridge.error, ...distillation.error, result.oracle, result.oracleOfGroups],
    "the condition": [condition.value, ...(condition.range ?? [])],
  };
  for (const [name, values] of Object.entries(numbers)) {
    if (values.some((value) => value !== null && !Number.isFinite(value))) {
      throw new InvalidInput(`${name} cannot be computed within the range of floating-point numbers for this problem`);
    }
  }
  return result;
}
