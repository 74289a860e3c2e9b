/**
 * Exact arithmetic on rational numbers.
 *
 * @module
 */

/** A rational number in lowest terms, with a positive denominator. */
export interface Fraction {
  /** With the sign. */
  readonly numerator: bigint;
  /** Positive. */
  readonly denominator: bigint;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** A denominator that is 0. */
export class DivisionByZero extends RangeError {
  override name = "DivisionByZero";
}

/** numerator/denominator in lowest terms. @throws DivisionByZero */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new DivisionByZero("division by zero");
  if (denominator === 1n) return { numerator, denominator };
  const common = greatestCommonDivisor(numerator, denominator);
  const divisor = denominator < 0n ? -common : common;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

// Greater than 0 unless both are 0, by Euclid. His last steps, most of them, are quicker in floating-point integers.
function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b > MAX_SAFE) [a, b] = [b, a % b];
  if (b === 0n) return a;
  let [x, y] = [Number(b), Number(a % b)];
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

/** The rational number that a floating-point number is. @throws RangeError for NaN and infinities. */
export function fromNumber(value: number): Fraction {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a rational number`);
  let [numerator, shift] = [value, 0];
  while (!Number.isInteger(numerator)) {
    numerator *= 2 ** 26;
    shift += 26;
  }
  return fraction(BigInt(numerator), 1n << BigInt(shift));
}

/** The nearest floating-point number, of two the one with an even last digit; 0 and ±∞ beyond their range. */
export function toNumber({ numerator, denominator }: Fraction): number {
  const size = numerator < 0n ? -numerator : numerator;
  // Whole last digits, 2^−shift each: 53 bits of them, or fewer where a number is so small that its last digit is 2^−1074.
  let shift = Math.min(53 + bitsOf(denominator) - bitsOf(size), LAST_OF_ALL);
  let parts = divided(size, denominator, shift);
  if (parts.whole >= 1n << 53n) parts = divided(size, denominator, --shift);
  const { whole, rest, divisor } = parts;
  const up = 2n * rest > divisor || (2n * rest === divisor && whole % 2n === 1n);
  // In two steps, as 2^−shift may itself be out of range; neither rounds.
  const value = Number(up ? whole + 1n : whole) * 2 ** Math.floor(-shift / 2) * 2 ** Math.ceil(-shift / 2);
  return numerator < 0n ? -value : value;
}

const LAST_OF_ALL = 1074;

// size·2^shift/denominator.
function divided(size: bigint, denominator: bigint, shift: number): { whole: bigint; rest: bigint; divisor: bigint } {
  const dividend = shift > 0 ? size << BigInt(shift) : size;
  const divisor = shift > 0 ? denominator : denominator << BigInt(-shift);
  return { whole: dividend / divisor, rest: dividend % divisor, divisor };
}

function bitsOf(value: bigint): number {
  const digits = value.toString(16);
  return 4 * digits.length - Math.clz32(Number.parseInt(digits[0]!, 16)) + 28;
}

// A sum or product of fractions in lowest terms is divisible by divisors of their parts only: to look for those in the parts,
// which are half as long, is several times as quick (Knuth, The Art of Computer Programming 2, 4.5.1).

/** left + right. */
export function add(left: Fraction, right: Fraction): Fraction {
  const common = greatestCommonDivisor(left.denominator, right.denominator);
  const [own, other] = [left.denominator / common, right.denominator / common];
  const numerator = left.numerator * other + right.numerator * own;
  const shared = greatestCommonDivisor(numerator, common);
  return { numerator: numerator / shared, denominator: own * (right.denominator / shared) };
}

/** left · right. */
export function multiply(left: Fraction, right: Fraction): Fraction {
  if (left.numerator === 0n || right.numerator === 0n) return { numerator: 0n, denominator: 1n };
  const one = greatestCommonDivisor(left.numerator, right.denominator);
  const other = greatestCommonDivisor(right.numerator, left.denominator);
  return {
    numerator: (left.numerator / one) * (right.numerator / other),
    denominator: (left.denominator / other) * (right.denominator / one),
  };
}

/** 1/value. @throws DivisionByZero */
export function reciprocal({ numerator, denominator }: Fraction): Fraction {
  if (numerator === 0n) throw new DivisionByZero("division by zero");
  return numerator < 0n
    ? { numerator: -denominator, denominator: -numerator }
    : { numerator: denominator, denominator: numerator };
}

/** left − right. */
export function subtract(left: Fraction, right: Fraction): Fraction {
  return add(left, negate(right));
}

/** The power with an integer exponent. @throws DivisionByZero for a negative power of 0. */
export function power(base: Fraction, exponent: number): Fraction {
  const { numerator, denominator } = exponent < 0 ? reciprocal(base) : base;
  const times = Math.abs(exponent);
  return { numerator: numerator ** BigInt(times), denominator: denominator ** BigInt(times) };
}

/** −value. */
export function negate(value: Fraction): Fraction {
  return { numerator: -value.numerator, denominator: value.denominator };
}

/** Whether left = right. */
export function equal(left: Fraction, right: Fraction): boolean {
  return left.numerator === right.numerator && left.denominator === right.denominator;
}

/**
 * Reads `3`, `-2/7`, `0.1`, `-1.5e-3`: exactly what is written, however many digits it has. Null for anything else, and for an
 * exponent whose power of ten has more than `LARGEST_EXPONENT` digits.
 */
export function parse(text: string): Fraction | null {
  const ratio = /^\s*(-?\d+)\/(\d+)\s*$/.exec(text);
  if (ratio !== null) {
    const denominator = BigInt(ratio[2]!);
    return denominator === 0n ? null : fraction(BigInt(ratio[1]!), denominator);
  }
  const decimal = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*$/.exec(text);
  if (decimal === null) return null;
  const [, minus, whole = "", places = "", exponent = "0"] = decimal;
  const tens = Number(exponent);
  if (whole + places === "" || Math.abs(tens) > LARGEST_EXPONENT) return null;
  const digits = BigInt(`${whole}${places}`);
  const shift = tens - places.length;
  const scale = 10n ** BigInt(Math.abs(shift));
  const size = shift < 0 ? fraction(digits, scale) : fraction(digits * scale);
  return minus === "-" ? negate(size) : size;
}

/** The largest exponent that `parse` reads, in absolute value: far beyond floating-point numbers, yet written out at once. */
export const LARGEST_EXPONENT = 5000;

/** −1, 0 or 1: the sign of left − right. */
export function compare(left: Fraction, right: Fraction): -1 | 0 | 1 {
  return signOf(left.numerator * right.denominator - right.numerator * left.denominator);
}

/** −1, 0 or 1. */
export function sign({ numerator }: Fraction): -1 | 0 | 1 {
  return signOf(numerator);
}

function signOf(value: bigint): -1 | 0 | 1 {
  if (value === 0n) return 0;
  return value < 0n ? -1 : 1;
}

/** As people write it: `3`, `-2/7`. */
export function show({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}
