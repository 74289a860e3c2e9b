import { type Fraction, Fractions, type Interval, Intervals, type Real, Reals } from "../../formula/index.ts";
import { InvalidInput } from "../../data/portable.ts";
import type { EnclosedProblem } from "../problem/enclosed-problem.ts";

/**
 * Units, as powers of two: s and λ in 2^`s`, squared signals and errors in 2^`signal`. Nothing is rounded by them, and in
 * them the largest s and the largest squared signal lie in [1, 2), nearly, so that any problem is computed as any other.
 */
export interface Units {
  readonly s: number;
  readonly signal: number;
}

/** The units of a problem with some signal, or of one without (the noise then sets the unit of errors). */
export function unitsOf({ groups, noiseVariance }: EnclosedProblem): Units {
  const s = exponent(largest(groups.map((group) => group.s)));
  const heard = largest(groups.map(({ squaredSignal }) => squaredSignal));
  return { s, signal: Fractions.sign(heard) > 0 ? exponent(heard) : exponent(noiseVariance) - s };
}

/** The problem in other units; the noise variance has the unit of errors times that of s. */
export function inUnits({ groups, noiseVariance, residualSignal }: EnclosedProblem, units: Units): EnclosedProblem {
  return {
    groups: groups.map((group) => ({
      ...group,
      s: Reals.timesPowerOfTwo(group.s, -units.s),
      squaredSignal: Reals.timesPowerOfTwo(group.squaredSignal, -units.signal),
    })),
    noiseVariance: timesPowerOfTwo(noiseVariance, -units.s - units.signal),
    residualSignal: Reals.timesPowerOfTwo(residualSignal, -units.signal),
  };
}

/** Beyond this ratio the best λ, and with little noise errors too, come near the ends of the range of floating-point numbers. */
const MOST = Fractions.fraction(1n << 1000n);

/** @throws InvalidInput for noise, in units of the problem, that is too small or too large beside the signal. */
export function requireRatio(noiseVariance: Fraction): void {
  const isBeyond = (value: Fraction): boolean => Fractions.compare(value, MOST) > 0;
  const how = isBeyond(noiseVariance) ? "larger" : isBeyond(Fractions.reciprocal(noiseVariance)) ? "smaller" : null;
  if (how === null) return;
  throw new InvalidInput(
    `the noise variance is more than 2¹⁰⁰⁰ times ${how} than the largest s_j times the largest θ_j²; the optimum is computed up to that`,
  );
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

// The most that any of them may be.
function largest(values: readonly Real[]): Fraction {
  const ends = values.map((value) => Reals.endsOf(value)[1]);
  return ends.reduce((most, value) => (Fractions.compare(value, most) > 0 ? value : most));
}

// The k with 2^k ≤ value < 2^(k+1); 0 for 0.
function exponent(value: Fraction): number {
  if (value.numerator === 0n) return 0;
  const bits = (integer: bigint): number => integer.toString(2).length;
  const guess = bits(value.numerator) - bits(value.denominator);
  return Fractions.compare(timesPowerOfTwo(Fractions.fraction(1n), guess), value) > 0 ? guess - 1 : guess;
}
