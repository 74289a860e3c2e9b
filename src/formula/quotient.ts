import { binary, type Expression, integer } from "./expression.ts";
import * as P from "./kernel/polynomial.ts";
import { rational } from "./kernel/sums.ts";
import { parse } from "./parse.ts";

/*
 * The kernel's normal forms, written as formulas again: certificates that another proof assistant can be handed. What is
 * written does not depend on what the kernel was asked before: its own order of variables does.
 */

/** The expression as a sum of monomials over a product of powers. @throws RangeError where there is a sum over modes. */
export function asQuotient(expression: Expression): Expression {
  const { numerator } = rational(expression);
  return over(polynomial(numerator), denominatorOf(expression));
}

/**
 * The coefficients c₀, c₁, … of an expression that is a polynomial in one symbol, written `w` or `w_j`.
 *
 * @throws RangeError where there is a sum over modes.
 */
export function coefficientsIn(expression: Expression, symbol: string): Expression[] {
  const { numerator } = rational(expression);
  const degree = Math.max(0, ...[...numerator.keys()].map((monomial) => P.degreeIn(symbol, monomial)));
  const denominator = denominatorOf(expression);
  return Array.from({ length: degree + 1 }, (_, order) => {
    const terms = new Map([...numerator].filter(([monomial]) => P.degreeIn(symbol, monomial) === order));
    return over(polynomial(terms, symbol), denominator);
  });
}

function denominatorOf(expression: Expression): Expression[] {
  return [...rational(expression).denominator.values()].map(({ factor, exponent }) =>
    powerOf(polynomial(factor), exponent),
  );
}

function over(numerator: Expression, denominators: readonly Expression[]): Expression {
  const [first, ...others] = denominators;
  if (first === undefined || (numerator.kind === "number" && numerator.value === 0n)) return numerator;
  return binary(
    "/",
    numerator,
    others.reduce<Expression>((product, factor) => binary("*", product, factor), first),
  );
}

// Terms and their factors ordered by name; `without` is left out of each.
function polynomial(terms: P.Polynomial, without?: string): Expression {
  const written = [...terms].map(([monomial, coefficient]) => {
    const factors = P.factorsOf(monomial)
      .filter(([name]) => name !== without)
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
    return { factors, coefficient, key: factors.map(([name, exponent]) => `${name}^${exponent}`).join("*") };
  });
  const ordered = written.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const [first, ...others] = ordered.map(({ factors, coefficient }) => monomialOf(factors, coefficient));
  return others.reduce((sum, term) => binary("+", sum, term), first ?? integer(0));
}

function monomialOf(factors: readonly [name: string, exponent: number][], coefficient: bigint): Expression {
  const powers = factors.map(([name, exponent]) => powerOf(parse(name), exponent));
  const parts = coefficient === 1n && powers.length > 0 ? powers : [integer(coefficient), ...powers];
  const [first, ...others] = parts;
  return others.reduce((product, factor) => binary("*", product, factor), first!);
}

function powerOf(base: Expression, exponent: number): Expression {
  return exponent === 1 ? base : { kind: "power", base, exponent };
}
