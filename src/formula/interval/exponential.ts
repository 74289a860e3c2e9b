import { fraction, fromNumber, subtract as minus, toNumber } from "../exact/fraction.ts";
import { fromFraction } from "./from-fraction.ts";
import { above, add, below, type Interval, interval, multiply, negate, subtract } from "./interval.ts";

/*
 * The exponential from the interval operations alone: nobody promises how accurate Math.exp is. eˣ = 2ᵏ eʳ for
 * r = x − k ln 2, which is at most 0.35 in size, and eʳ is its Taylor polynomial and a remainder.
 */

/** Powers of r up to this one are summed. */
const DEGREE = 15;
const COEFFICIENTS = reciprocalFactorials(DEGREE);
const LARGEST_REDUCED = 0.4;
/** Σ_{i>15} 0.4ⁱ/i! is at most 0.4¹⁶/16! · Σ (0.4/17)ⁱ < 2.06·10⁻²⁰ · 1.03 < 2⁻⁶⁵. */
const REMAINDER: Interval = { lower: -(2 ** -65), upper: 2 ** -65 };

/** ln 2 is the head, of 24 bits, so that k times it is exact for |k| < 2²⁹, and a small rest. */
const [LN2_HEAD, LN2_REST] = logarithmOfTwo();

/** Beyond ±this the result is out of the range of floating-point numbers: ln 2¹⁰²⁴ < 710, ln 2⁻¹⁰⁷⁴ > −745. */
const OUT_OF_RANGE = 746;

/** An interval that contains eˣ for every x in the interval, to a few units in the last place of eˣ at its ends. */
export function exponential(x: Interval): Interval {
  return { lower: exponentialAt(x.lower).lower, upper: exponentialAt(x.upper).upper };
}

/** Likewise for σ(x) = 1/(1 + e⁻ˣ), which rises in x; ends are to a few units in the last place for σ near 0 too. */
export function logisticFunction(x: Interval): Interval {
  return { lower: logisticAt(x.lower).lower, upper: logisticAt(x.upper).upper };
}

/** σ(−x) for every x in the interval: 1 − σ(x), with all its digits. */
export function logisticComplement(x: Interval): Interval {
  return logisticFunction(negate(x));
}

/** Likewise for σ'(x) = σ(x)σ(−x), which is even and falls in |x|. */
export function logisticSlope({ lower, upper }: Interval): Interval {
  const [least, most] = [Math.abs(lower), Math.abs(upper)].toSorted((one, other) => one - other) as [number, number];
  const nearest = lower <= 0 && upper >= 0 ? 0 : least;
  return { lower: slopeAt(most).lower, upper: Math.min(1 / 4, slopeAt(nearest).upper) };
}

function exponentialAt(x: number): Interval {
  if (x === 0) return interval(1);
  if (x > OUT_OF_RANGE) return { lower: Number.MAX_VALUE, upper: Infinity };
  if (x < -OUT_OF_RANGE) return { lower: 0, upper: Number.MIN_VALUE };
  const k = Math.round(x / Math.LN2); // any integer will do that leaves a small r, which is checked
  const r = subtract(subtract(interval(x), interval(k * LN2_HEAD)), multiply(interval(k), LN2_REST));
  if (!(r.lower >= -LARGEST_REDUCED && r.upper <= LARGEST_REDUCED)) throw new RangeError(`e^${x} was not reduced`);
  let sum = COEFFICIENTS[DEGREE]!;
  for (let i = DEGREE - 1; i >= 0; i--) sum = add(multiply(sum, r), COEFFICIENTS[i]!);
  return scale(add(sum, REMAINDER), k);
}

// From e⁻ˡˣˡ, which neither overflows nor, for σ near 0, loses digits; e/(1 + e) rises in e and 1/(1 + e) falls.
function logisticAt(x: number): Interval {
  const { lower, upper } = exponentialAt(-Math.abs(x));
  if (x >= 0) return { lower: below(1 / above(1 + upper)), upper: Math.min(1, above(1 / below(1 + lower))) };
  return { lower: Math.max(0, below(lower / above(1 + lower))), upper: above(upper / below(1 + upper)) };
}

function slopeAt(x: number): Interval {
  return multiply(logisticAt(x), logisticAt(-x));
}

// Positive ends times 2ᵏ: exact but where the result is below the normal numbers, or too large.
function scale({ lower, upper }: Interval, k: number): Interval {
  const times = (value: number): number => value * 2 ** Math.floor(k / 2) * 2 ** Math.ceil(k / 2);
  const exactFrom = 2 ** -1021;
  const [least, most] = [times(lower), times(upper)];
  return {
    lower: least >= exactFrom ? Math.min(least, Number.MAX_VALUE) : Math.max(0, below(least)),
    upper: most >= exactFrom ? most : above(most),
  };
}

function reciprocalFactorials(degree: number): Interval[] {
  let factorial = 1n;
  return Array.from({ length: degree + 1 }, (_, i) => {
    if (i > 0) factorial *= BigInt(i);
    return fromFraction({ numerator: 1n, denominator: factorial });
  });
}

/*
 * ln 2 = Σ 2/((2i + 1) 3²ⁱ⁺¹) in units of 2⁻²⁰⁰: each term is rounded down by less than 1 unit, and what follows the n-th
 * term is less than a ninth of it, times 9/8, so less than the term.
 */
function logarithmOfTwo(): [head: number, rest: Interval] {
  const denominator = 1n << 200n;
  let [sum, terms, power] = [0n, 0n, 3n];
  for (let term = denominator; term > 0n; power *= 9n, terms++) {
    term = (2n * denominator) / ((2n * terms + 1n) * power);
    sum += term;
  }
  const head = Math.fround(toNumber({ numerator: sum, denominator }));
  const rest = (numerator: bigint): Interval => fromFraction(minus(fraction(numerator, denominator), fromNumber(head)));
  return [head, { lower: rest(sum).lower, upper: rest(sum + terms + 1n).upper }];
}
