import { binary, type Expression, mapSymbols, type SymbolExpression } from "../expression.ts";
import type { Domain } from "../symbols.ts";
import * as P from "./polynomial.ts";
import * as R from "./rational.ts";
import { bind, rational, sumOf } from "./sums.ts";

/**
 * True iff `slope` is the partial derivative of `of` by the scalar `name`: f(x + h) − f(x) − h·slope, over a common
 * denominator that does not vanish identically at h = 0, has only terms with h² or higher. Where there are sums, that
 * holds for each part of the sum form.
 *
 * @throws RangeError for a sum in a denominator, and for a product of more than two sums.
 */
export function isDerivative(of: Expression, slope: Expression, name: string): boolean {
  const h: SymbolExpression = { kind: "symbol", name: "the step of a derivative", index: null };
  const shifted = mapSymbols(of, (symbol) => (symbol.name === name ? binary("+", symbol, h) : symbol));
  const change = binary("-", binary("-", shifted, of), binary("*", h, slope));
  const lowest = (polynomial: P.Polynomial): number =>
    Math.min(...[...polynomial.keys()].map((monomial) => P.degreeIn(h.name, monomial)));
  const { constant, single, pair } = sumOf(change);
  return [constant, single, pair].every(
    (part) => lowest(part.numerator) >= 2 && R.denominatorFactors(part).every((factor) => lowest(factor) === 0),
  );
}

/**
 * True iff Σ_j E[of] = sum, where w⁰, w¹, w², … have the given expectations and everything else in `of` is fixed.
 *
 * @throws RangeError where `of` is not a polynomial in w of a degree for which a moment is given.
 */
export function isSumOfExpectations(
  of: Expression,
  w: string,
  moments: readonly Expression[],
  sum: Expression,
): boolean {
  const value = rational(of);
  if (R.denominatorFactors(value).some((factor) => [...factor.keys()].some((m) => P.degreeIn(w, m) > 0))) {
    throw new RangeError(`${w} occurs in a denominator`);
  }
  let expectation = R.zero;
  for (const [monomial, coefficient] of value.numerator) {
    const order = P.degreeIn(w, monomial);
    const moment = moments[order];
    if (moment === undefined) throw new RangeError(`the moment of order ${order} of ${w} is not given`);
    const fixed = P.factorsOf(monomial)
      .filter(([name]) => name !== w)
      .map(([name, exponent]) => P.power(P.variable(name), exponent))
      .reduce(P.multiply, P.constant(coefficient));
    expectation = R.add(expectation, R.multiply({ ...value, numerator: fixed }, rational(moment)));
  }
  const { constant, single, pair } = sumOf(sum);
  return [constant, pair, R.subtract(single, bind(expectation, /_(j)$/))].every(R.isZero);
}

export type Sign = "positive" | "nonnegative" | "unknown";

/**
 * The sign that the coefficients alone certify. ≥ 0: every coefficient, in the numerator and in each factor of the
 * denominator, is positive, and symbols that may be negative have even exponents. > 0: moreover the numerator has a term
 * whose symbols cannot vanish. (Each factor of the denominator must have such a term in any case.)
 */
export function certifiedSign(expression: Expression, domainOf: (symbol: string) => Domain): Sign {
  const value = rational(expression);
  const denominators = R.denominatorFactors(value).map((factor) => signOf(factor, domainOf));
  return denominators.every((sign) => sign === "positive") ? signOf(value.numerator, domainOf) : "unknown";
}

function signOf(polynomial: P.Polynomial, domainOf: (symbol: string) => Domain): Sign {
  let sign: Sign = "nonnegative";
  for (const [monomial, coefficient] of polynomial) {
    const factors = P.factorsOf(monomial).map(([name, exponent]) => ({ domain: domainOf(name), exponent }));
    const mayBeNegative = factors.some(
      ({ domain, exponent }) => (domain === "real" || domain === "nonzero") && exponent % 2 === 1,
    );
    if (coefficient < 0n || mayBeNegative) return "unknown";
    if (factors.every(({ domain }) => domain === "positive" || domain === "nonzero")) sign = "positive";
  }
  return sign;
}
