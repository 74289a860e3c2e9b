import { type Fraction, Fractions } from "../../formula/index.ts";
import type { Interval } from "../../formula/index.ts";
import { Intervals } from "../../formula/index.ts";
import type { ExactProblem } from "../exact-problem.ts";

/**
 * Units, as powers of two: s and λ in 2^`s`, squared signals and errors in 2^`signal`. Nothing is rounded by them, and in
 * them the largest s and the largest squared signal lie in [1, 2), so that any problem is computed as any other.
 */
export interface Units {
  readonly s: number;
  readonly signal: number;
}

/** The units of a problem with some signal, or of one without (the noise then sets the unit of errors). */
export function unitsOf({ squaredSingularValues, squaredSignal, noiseVariance }: ExactProblem): Units {
  const s = exponent(largest(squaredSingularValues));
  const heard = largest(squaredSignal);
  return { s, signal: heard.numerator > 0n ? exponent(heard) : exponent(noiseVariance) - s };
}

/** The problem in other units; the noise variance has the unit of errors times that of s. */
export function inUnits(problem: ExactProblem, { s, signal }: Units): ExactProblem {
  return {
    squaredSingularValues: problem.squaredSingularValues.map((value) => timesPowerOfTwo(value, -s)),
    squaredSignal: problem.squaredSignal.map((value) => timesPowerOfTwo(value, -signal)),
    noiseVariance: timesPowerOfTwo(problem.noiseVariance, -s - signal),
    residualSignal: timesPowerOfTwo(problem.residualSignal, -signal),
  };
}

/** value · 2^power, in two steps as 2^power may be out of range: exact, unless the result is. */
export function scaled(value: number, power: number): number {
  return value * 2 ** Math.floor(power / 2) * 2 ** Math.ceil(power / 2);
}

/** The interval times 2^power, outward where it leaves the range of exact scaling. */
export function scaledInterval({ lower, upper }: Interval, power: number): Interval {
  const exact = (value: number): boolean => value === 0 || Math.abs(scaled(value, power)) > 2 ** -1000;
  return {
    lower: exact(lower) ? scaled(lower, power) : Intervals.below(scaled(lower, power)),
    upper: exact(upper) ? scaled(upper, power) : Intervals.above(scaled(upper, power)),
  };
}

function timesPowerOfTwo({ numerator, denominator }: Fraction, power: number): Fraction {
  return power >= 0
    ? Fractions.fraction(numerator << BigInt(power), denominator)
    : Fractions.fraction(numerator, denominator << BigInt(-power));
}

function largest(values: readonly Fraction[]): Fraction {
  return values.reduce((most, value) => (Fractions.compare(value, most) > 0 ? value : most));
}

// The k with 2^k ≤ value < 2^(k+1); 0 for 0.
function exponent(value: Fraction): number {
  if (value.numerator === 0n) return 0;
  const bits = (integer: bigint): number => integer.toString(2).length;
  const guess = bits(value.numerator) - bits(value.denominator);
  return Fractions.compare(timesPowerOfTwo(Fractions.fraction(1n), guess), value) > 0 ? guess - 1 : guess;
}
