import * as P from "./polynomial.ts";
import type { Polynomial } from "./polynomial.ts";

/**
 * A rational function: a polynomial over a product of powers of polynomials. The denominator stays factored, as
 * written, so that no greatest common divisor is ever needed: two are equal iff their difference, over the common
 * multiple of both denominators, has the zero polynomial as numerator.
 */
export interface Rational {
  readonly numerator: Polynomial;
  readonly denominator: Denominator;
}

type Denominator = ReadonlyMap<string, { readonly factor: Polynomial; readonly exponent: number }>;

export const zero: Rational = { numerator: P.zero, denominator: new Map() };
export const one: Rational = fromPolynomial(P.one);

export function fromPolynomial(numerator: Polynomial): Rational {
  return { numerator, denominator: new Map() };
}

export function isZero(value: Rational): boolean {
  return value.numerator.size === 0;
}

export function add(left: Rational, right: Rational, factor = 1n): Rational {
  if (isZero(right)) return left;
  const denominator = combine(left.denominator, right.denominator, Math.max);
  const numerator = P.add(lift(left, denominator), lift(right, denominator), factor);
  return { numerator, denominator: numerator.size === 0 ? new Map() : denominator };
}

export function subtract(left: Rational, right: Rational): Rational {
  return add(left, right, -1n);
}

export function multiply(left: Rational, right: Rational): Rational {
  if (isZero(left) || isZero(right)) return zero;
  return {
    numerator: P.multiply(left.numerator, right.numerator),
    denominator: combine(left.denominator, right.denominator, (m, n) => m + n),
  };
}

export class DividesByZeroFunction extends RangeError {
  override name = "DividesByZeroFunction";
}

/** @throws DividesByZeroFunction where the divisor is identically zero. */
export function divide(dividend: Rational, divisor: Rational): Rational {
  if (isZero(divisor)) throw new DividesByZeroFunction("division by an expression that is identically zero");
  const shared = combine(dividend.denominator, divisor.denominator, Math.min);
  const left = { ...dividend, denominator: remove(dividend.denominator, shared) };
  const right = expand(remove(divisor.denominator, shared));
  return multiply(left, { numerator: right, denominator: factorise(divisor.numerator) });
}

export function power(base: Rational, exponent: number): Rational {
  if (exponent < 0) return divide(one, power(base, -exponent));
  let result = one;
  for (let i = 0; i < exponent; i++) result = multiply(result, base);
  return result;
}

/** The same function with every variable renamed. */
export function rename(value: Rational, newName: (name: string) => string): Rational {
  let result = fromPolynomial(P.rename(value.numerator, newName));
  for (const { factor, exponent } of value.denominator.values()) {
    result = divide(result, power(fromPolynomial(P.rename(factor, newName)), exponent));
  }
  return result;
}

/** The distinct factors of the denominator. */
export function denominatorFactors(value: Rational): Polynomial[] {
  return [...value.denominator.values()].map(({ factor }) => factor);
}

function lift(value: Rational, denominator: Denominator): Polynomial {
  return P.multiply(value.numerator, expand(remove(denominator, value.denominator)));
}

function expand(denominator: Denominator): Polynomial {
  return [...denominator.values()].reduce((product, d) => P.multiply(product, P.power(d.factor, d.exponent)), P.one);
}

function combine(left: Denominator, right: Denominator, exponentOf: (m: number, n: number) => number): Denominator {
  const result = new Map<string, { factor: Polynomial; exponent: number }>();
  for (const [key, { factor }] of [...left, ...right]) {
    const exponent = exponentOf(left.get(key)?.exponent ?? 0, right.get(key)?.exponent ?? 0);
    if (exponent > 0) result.set(key, { factor, exponent });
  }
  return result;
}

function remove(from: Denominator, part: Denominator): Denominator {
  return combine(from, part, (m, n) => m - n);
}

// A single term splits into its variables, so that λs and λ share the factor λ; anything else is one factor.
function factorise(polynomial: Polynomial): Denominator {
  const result = new Map<string, { factor: Polynomial; exponent: number }>();
  const include = (factor: Polynomial, exponent: number): void => {
    result.set(P.fingerprint(factor), { factor, exponent });
  };
  if (polynomial.size > 1) include(polynomial, 1);
  else {
    const [[monomial, coefficient]] = [...polynomial] as [[string, bigint]];
    if (coefficient !== 1n) include(P.constant(coefficient), 1);
    for (const [name, exponent] of P.factorsOf(monomial)) include(P.variable(name), exponent);
  }
  return result;
}
