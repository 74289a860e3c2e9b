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

export function negate(value: Fraction): Fraction {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function equal(left: Fraction, right: Fraction): boolean {
  return left.numerator === right.numerator && left.denominator === right.denominator;
}

/** As people write it: `3`, `-2/7`. */
export function show({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}
