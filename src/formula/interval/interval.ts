/**
 * Arithmetic on intervals: each result contains the exact one for all arguments in its operands.
 *
 * @module
 */

/**
 * A closed interval of real numbers with floating-point ends; an end may be infinite. Every operation returns an interval
 * that contains the exact result for all arguments in its operands.
 *
 * Rounding is outward: IEEE operations are correctly rounded, so the exact result of one lies strictly between the
 * floating-point neighbours of the computed one, underflow and overflow included; `above` and `below` reach at least them.
 */
export interface Interval {
  /** The least number in it; −∞ where there is none. */
  readonly lower: number;
  /** The greatest number in it; ∞ where there is none. */
  readonly upper: number;
}

/** All real numbers. */
export const everything: Interval = { lower: -Infinity, upper: Infinity };

/** The interval from `lower` to `upper`. @throws RangeError unless it holds a number: lower ≤ upper, and NaN is neither. */
export function interval(lower: number, upper = lower): Interval {
  if (!(lower <= upper) || lower === Infinity || upper === -Infinity) {
    throw new RangeError(`[${lower}, ${upper}] is no interval: there is no number from the first end to the second`);
  }
  return { lower, upper };
}

/** The number itself up to 2⁵³; the conversion of a larger one is correctly rounded, and enclosed. */
export function fromInteger(integer: bigint): Interval {
  const value = Number(integer);
  return Number.isSafeInteger(value) ? interval(value) : { lower: below(value), upper: above(value) };
}

/** x + y. */
export function add(x: Interval, y: Interval): Interval {
  return { lower: below(x.lower + y.lower), upper: above(x.upper + y.upper) };
}

/** The smallest interval that holds several, at least one. */
export function hull(intervals: readonly Interval[]): Interval {
  return {
    lower: Math.min(...intervals.map(({ lower }) => lower)),
    upper: Math.max(...intervals.map(({ upper }) => upper)),
  };
}

/** −x. */
export function negate(x: Interval): Interval {
  return { lower: -x.upper, upper: -x.lower };
}

/** x − y. */
export function subtract(x: Interval, y: Interval): Interval {
  return { lower: below(x.lower - y.upper), upper: above(x.upper - y.lower) };
}

/** xy. */
export function multiply(x: Interval, y: Interval): Interval {
  const products = [
    product(x.lower, y.lower),
    product(x.lower, y.upper),
    product(x.upper, y.lower),
    product(x.upper, y.upper),
  ] as const;
  return { lower: below(Math.min(...products)), upper: above(Math.max(...products)) };
}

/** The quotient; everything where the divisor may be 0. */
export function divide(x: Interval, y: Interval): Interval {
  if (y.lower <= 0 && y.upper >= 0) return everything;
  const quotients = [
    quotient(x.lower, y.lower),
    quotient(x.lower, y.upper),
    quotient(x.upper, y.lower),
    quotient(x.upper, y.upper),
  ] as const;
  return { lower: below(Math.min(...quotients)), upper: above(Math.max(...quotients)) };
}

/** The power with an integer exponent: an even one never has a negative lower end. */
export function power(x: Interval, exponent: number): Interval {
  if (exponent < 0) return divide(interval(1), power(x, -exponent));
  if (exponent % 2 === 1) {
    return { lower: signedPower(x.lower, exponent, below), upper: signedPower(x.upper, exponent, above) };
  }
  const [least, most] = magnitudes(x);
  return { lower: powerOf(least, exponent, below), upper: powerOf(most, exponent, above) };
}

/** A number inside, near the middle of an interval with finite ends. */
export function middle({ lower, upper }: Interval): number {
  if (lower === upper) return lower;
  return Math.min(upper, Math.max(lower, lower / 2 + upper / 2));
}

/** A floating-point number above `value` by at least one unit in the last place, so at least the next one. */
export function above(value: number): number {
  if (value === -Infinity) return -Number.MAX_VALUE;
  return value + (Math.abs(value) * Number.EPSILON + Number.MIN_VALUE);
}

/** A floating-point number below `value` by at least one unit in the last place. */
export function below(value: number): number {
  return -above(-value);
}

// An infinite end stands for arbitrarily large numbers, and 0 times any of them is 0.
function product(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}

// Both ends infinite: the quotient may be anything from 0 on, and 0 is among the other quotients' bounds.
function quotient(x: number, y: number): number {
  return Math.abs(y) === Infinity ? 0 : x / y;
}

function magnitudes({ lower, upper }: Interval): [least: number, most: number] {
  const [one, other] = [Math.abs(lower), Math.abs(upper)];
  return [lower <= 0 && upper >= 0 ? 0 : Math.min(one, other), Math.max(one, other)];
}

function signedPower(base: number, exponent: number, round: (value: number) => number): number {
  return base >= 0 ? powerOf(base, exponent, round) : -powerOf(-base, exponent, round === above ? below : above);
}

// base ≥ 0; each product is rounded in the same direction. A lower bound that falls below 0 is 0.
function powerOf(base: number, exponent: number, round: (value: number) => number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = i === 0 ? base : Math.max(0, round(result * base));
  return result;
}
