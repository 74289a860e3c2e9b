import { InvalidInput } from "../../data/portable.ts";
import { Fractions } from "../../formula/index.ts";
import { exactNumber, nonnegativeNumber, positiveNumber } from "./exact-number.ts";
import type { ExactProblem } from "./exact-problem.ts";

/** The squares of a problem: floating-point numbers, or what is written, such as "0.1" and "7/13". */
export interface Squares {
  /** s_j > 0, one per mode. */
  readonly squaredSingularValues: readonly (number | string)[];
  /** θ_j² ≥ 0, one per mode. */
  readonly squaredSignal: readonly (number | string)[];
  /** γ² ≥ 0. */
  readonly noiseVariance: number | string;
  /** θ_⊥² ≥ 0; 0 where left out. */
  readonly residualSignal?: number | string | undefined;
}

/** A problem in spectral coordinates: floating-point numbers, or what is written, such as "0.1" and "7/13". */
export interface Spectrum {
  /** σ_j > 0, one per mode. */
  readonly singularValues: readonly (number | string)[];
  /** θ_j, one per mode. */
  readonly signal: readonly (number | string)[];
  /** γ² ≥ 0. */
  readonly noiseVariance: number | string;
  /** θ_⊥² ≥ 0; 0 where left out. */
  readonly residualSignal?: number | string | undefined;
}

/**
 * Checks the squares of a problem, without rounding them.
 *
 * @throws InvalidInput in one sentence, where a value is impossible or no fraction.
 */
export function problemFromSquares(given: Squares): ExactProblem {
  const { squaredSingularValues, squaredSignal, noiseVariance, residualSignal = 0 } = given;
  requireModes(["squaredSignal", squaredSignal], ["squaredSingularValues", squaredSingularValues]);
  return {
    squaredSingularValues: squaredSingularValues.map((value, j) =>
      positiveNumber(value, `squaredSingularValues[${j}]`),
    ),
    squaredSignal: squaredSignal.map((value, j) => nonnegativeNumber(value, `squaredSignal[${j}]`)),
    noiseVariance: nonnegativeNumber(noiseVariance, "noiseVariance"),
    residualSignal: nonnegativeNumber(residualSignal, "residualSignal"),
  };
}

/**
 * Checks a problem in spectral coordinates, and squares it without rounding.
 *
 * @throws InvalidInput in one sentence, where a value is impossible or no fraction.
 */
export function problemFromSpectrum(given: Spectrum): ExactProblem {
  const { singularValues, signal, noiseVariance, residualSignal = 0 } = given;
  requireModes(["signal", signal], ["singularValues", singularValues]);
  return {
    squaredSingularValues: singularValues.map((value, j) =>
      Fractions.power(positiveNumber(value, `singularValues[${j}]`, LEFT_OUT), 2),
    ),
    squaredSignal: signal.map((value, j) => Fractions.power(exactNumber(value, `signal[${j}]`), 2)),
    noiseVariance: nonnegativeNumber(noiseVariance, "noiseVariance"),
    residualSignal: nonnegativeNumber(residualSignal, "residualSignal"),
  };
}

const LEFT_OUT = " (leave such a mode out and add its squared signal to residualSignal)";

type Named = readonly [name: string, values: readonly (number | string)[]];

function requireModes([signal, signals]: Named, [value, values]: Named): void {
  if (values.length === 0) throw new InvalidInput(`${value} is empty; at least one mode is needed`);
  if (signals.length === values.length) return;
  const [has, needs] = [entries(signals.length), entries(values.length)];
  throw new InvalidInput(`${signal} has ${has} and ${value} ${needs}; both need one entry per mode`);
}

function entries(count: number): string {
  return count === 1 ? "1 entry" : `${count} entries`;
}
