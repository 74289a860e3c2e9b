/** A rational number in lowest terms, with a positive denominator. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export class DivisionByZero extends RangeError {
  override name = "DivisionByZero";
}

/** numerator/denominator in lowest terms. @throws DivisionByZero */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new DivisionByZero("division by zero");
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = denominator < 0n ? -a : a;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The rational number that a floating-point number is. @throws RangeError for NaN and infinities. */
export function fromNumber(value: number): Fraction {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a rational number`);
  let [numerator, denominator] = [value, 1n];
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return fraction(BigInt(numerator), denominator);
}

/** A floating-point number within a few units in the last place. */
export function toNumber({ numerator, denominator }: Fraction): number {
  const bits = (value: bigint): number => value.toString(2).replace("-", "").length;
  const shift = 64 + bits(denominator) - bits(numerator); // the quotient then has about 64 bits
  const quotient = shift > 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  // In two steps, as 2^−shift may itself be out of range.
  return Number(quotient) * 2 ** Math.floor(-shift / 2) * 2 ** Math.ceil(-shift / 2);
}

export function add(left: Fraction, right: Fraction): Fraction {
  return fraction(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** @throws DivisionByZero */
export function reciprocal(value: Fraction): Fraction {
  return fraction(value.denominator, value.numerator);
}

export function subtract(left: Fraction, right: Fraction): Fraction {
  return add(left, negate(right));
}

/** The power with an integer exponent. @throws DivisionByZero for a negative power of 0. */
export function power(base: Fraction, exponent: number): Fraction {
  const { numerator, denominator } = exponent < 0 ? reciprocal(base) : base;
  const times = BigInt(Math.abs(exponent));
  return { numerator: numerator ** times, denominator: denominator ** times };
}

export function negate(value: Fraction): Fraction {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function equal(left: Fraction, right: Fraction): boolean {
  return left.numerator === right.numerator && left.denominator === right.denominator;
}

/** Reads `3`, `-2/7`; null for anything else. */
export function parse(text: string): Fraction | null {
  const [, numerator, denominator = "1"] = /^\s*(-?\d+)(?:\/(\d+))?\s*$/.exec(text) ?? [];
  if (numerator === undefined || BigInt(denominator) === 0n) return null;
  return fraction(BigInt(numerator), BigInt(denominator));
}

/** −1, 0 or 1: the sign of left − right. */
export function compare(left: Fraction, right: Fraction): -1 | 0 | 1 {
  return sign(subtract(left, right));
}

/** −1, 0 or 1. */
export function sign({ numerator }: Fraction): -1 | 0 | 1 {
  if (numerator === 0n) return 0;
  return numerator < 0n ? -1 : 1;
}

/** As people write it: `3`, `-2/7`. */
export function show({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}
