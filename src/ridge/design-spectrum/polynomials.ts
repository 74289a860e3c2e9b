import { type Fraction, Fractions } from "../../formula/index.ts";
import { greatestCommonDivisor } from "./integers.ts";
import type { Polynomial } from "./minimal-polynomial.ts";
import { residue } from "./modular.ts";
import { common } from "./polynomial-modulo.ts";

export function valueAt(polynomial: Polynomial, x: bigint): bigint {
  return polynomial.reduceRight((value, coefficient) => value * x + coefficient, 0n);
}

/** The sign of its value. */
export function signAt(polynomial: Polynomial, { numerator, denominator }: Fraction): -1 | 0 | 1 {
  let [value, scale] = [0n, 1n];
  for (const coefficient of polynomial.toReversed()) {
    value = value * numerator + coefficient * scale;
    scale *= denominator;
  }
  return Fractions.sign(Fractions.fraction(value));
}

export function derivative(polynomial: Polynomial): Polynomial {
  return polynomial.slice(1).map((coefficient, i) => coefficient * BigInt(i + 1));
}

/** The quotient by x − root, for a root. */
export function withoutRoot(polynomial: Polynomial, root: bigint): Polynomial {
  const quotient: bigint[] = [];
  let value = 0n;
  for (let i = polynomial.length - 1; i > 0; i--) {
    value = value * root + polynomial[i]!;
    quotient[i - 1] = value;
  }
  return quotient;
}

/** one·x − other·y, for integers x and y. */
export function difference(one: Polynomial, x: bigint, other: Polynomial, y: bigint): Polynomial {
  const length = Math.max(one.length, other.length);
  return trimmed(Array.from({ length }, (_, i) => (one[i] ?? 0n) * x - (other[i] ?? 0n) * y));
}

/** A greatest common divisor of polynomials that are not both 0, without a common divisor of its coefficients. */
export function commonFactor(one: Polynomial, other: Polynomial, p: number): Polynomial {
  // If they have a common factor, they have one of no lower degree modulo a prime that does not divide the leading coefficient.
  const [a, b] = [one, other].map((polynomial) => trimmedModulo(polynomial.map((value) => residue(value, p))));
  if (a!.length === one.length && b!.length > 0 && common(a!, b!, p).length === 1) return [1n];
  let [divisor, rest] = [primitive(one), primitive(other)];
  while (rest.length > 0) [divisor, rest] = [rest, primitive(remainder(divisor, rest))];
  return divisor;
}

// Of a multiple of the dividend, which has integer coefficients.
function remainder(dividend: Polynomial, divisor: Polynomial): Polynomial {
  const leading = divisor.at(-1)!;
  let rest = dividend;
  while (rest.length >= divisor.length) {
    const shifted = [...Array.from({ length: rest.length - divisor.length }, () => 0n), ...divisor];
    rest = difference(rest, leading, shifted, rest.at(-1)!);
  }
  return rest;
}

function primitive(polynomial: Polynomial): Polynomial {
  const divisor = polynomial.reduce((found, value) => (found === 1n ? 1n : greatestCommonDivisor(found, value)), 0n);
  return divisor > 1n ? polynomial.map((value) => value / divisor) : polynomial;
}

function trimmed(coefficients: Polynomial): Polynomial {
  return coefficients.slice(0, coefficients.findLastIndex((value) => value !== 0n) + 1);
}

function trimmedModulo(coefficients: readonly number[]): readonly number[] {
  return coefficients.slice(0, coefficients.findLastIndex((value) => value !== 0) + 1);
}
