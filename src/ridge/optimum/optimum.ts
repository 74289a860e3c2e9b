import { Fractions, type Interval, Reals } from "../../formula/index.ts";
import { InvalidInput } from "../../data/portable.ts";
import { designSpectrum } from "../design-spectrum/design-spectrum.ts";
import type { EnclosedProblem } from "../problem/enclosed-problem.ts";
import type { ExactDesign } from "../problem/exact-design.ts";
import type { ExactProblem } from "../problem/exact-problem.ts";
import { boundaryOptimum } from "./boundary.ts";
import { groupedProblem } from "../problem/groups.ts";
import { interiorOptimum } from "./interior.ts";
import { oracleOfGroups, oracleOfModes } from "./oracle.ts";
import type { Enclosure, Optimum, ScaledOptimum } from "./result.ts";
import { inUnits, scaled, scaledInterval, type Units, unitsOf } from "./scale.ts";
import { spectrumOf } from "./spectrum-of.ts";

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
