import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../../src/formula/exact/evaluate.ts";
import * as F from "../../../src/formula/exact/fraction.ts";
import { binary, type Expression, integer, mapSymbols } from "../../../src/formula/expression.ts";
import { certifiedSign, isDerivative, isSumOfExpectations } from "../../../src/formula/kernel/rules.ts";
import { parse } from "../../../src/formula/parse.ts";
import type { Domain } from "../../../src/formula/symbols.ts";
import { fractions, lambda, points, positiveFractions, symbols, terms, xi } from "../expressions.ts";

const derivative = (of: string, slope: string): boolean => isDerivative(parse(of), parse(slope), "lambda");

test.each([
  ["lambda^3", "3*lambda^2"],
  ["1/lambda", "-1/lambda^2"],
  ["s_j/(s_j + lambda)", "-s_j/(s_j + lambda)^2"],
  ["(1 + lambda)^2/(2 + lambda)^3", "(1 + lambda)*(1 - lambda)/(2 + lambda)^4"],
  ["xi^2", "0"],
])("the derivative of %s is %s and nothing else", (of, slope) => {
  expect(derivative(of, slope)).toBe(true);
  expect(derivative(of, `${slope} + xi`)).toBe(false);
  expect(derivative(of, `2*(${slope}) + 1`)).toBe(false);
});

test("sums, products and quotients have the derivatives that the rules of calculus give", () => {
  const polynomials = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 4 });
  const written = (coefficients: number[]): string =>
    coefficients.map((c, i) => `${c < 0 ? `(${c})` : c}*lambda^${i}`).join(" + ");
  const slope = (coefficients: number[]): string =>
    ["0", ...coefficients.slice(1).map((c, i) => `(${(i + 1) * c})*lambda^${i}`)].join(" + ");
  fc.assert(
    fc.property(polynomials, polynomials, (p, q) => {
      const [f, df, g, dg] = [written(p), slope(p), `(lambda^4 + ${written(q)})`, `(4*lambda^3 + ${slope(q)})`];
      expect(derivative(`(${f})*${g}`, `(${df})*${g} + (${f})*${dg}`)).toBe(true);
      expect(derivative(`(${f})/${g}`, `((${df})*${g} - (${f})*${dg})/${g}^2`)).toBe(true);
      expect(derivative(`(${f})/${g}`, `((${df})*${g} + (${f})*${dg})/${g}^2`)).toBe(p.every((c) => c === 0));
    }),
  );
});

/** A distribution of w on three points with rational probabilities, and its exact moments. */
const distributions = fc
  .tuple(
    fc.array(fractions, { minLength: 3, maxLength: 3 }),
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([values, weights]) => {
    const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
    return values.map((value, i) => ({ value, probability: F.fraction(BigInt(weights[i]!), total) }));
  });

test("an expectation is the average over any distribution with the given moments", () => {
  const ofW = terms({
    atoms: [lambda, { kind: "symbol", name: "xi", index: null }],
    operators: ["+", "-", "*"],
    depth: 2,
  });
  const literal = ({ numerator, denominator }: F.Fraction): Expression =>
    binary("/", integer(numerator), integer(denominator));
  fc.assert(
    fc.property(ofW, distributions, points(fractions, positiveFractions), (expression, distribution, point) => {
      const average = (of: (value: F.Fraction) => F.Fraction): F.Fraction =>
        distribution.map(({ value, probability }) => F.multiply(probability, of(value))).reduce(F.add);
      const power = (value: F.Fraction, n: number): F.Fraction =>
        Array<F.Fraction>(n).fill(value).reduce(F.multiply, F.fraction(1n));
      // Depth 2 allows degree (3 · 3) · 2 and a little more.
      const moments = Array.from({ length: 40 }, (_, n) => literal(average((value) => power(value, n))));
      const fixed = (part: Expression): Expression =>
        mapSymbols(part, (symbol) => (symbol.name === "lambda" ? literal(point.scalars.lambda!) : symbol));
      const mean = average((value) => evaluate(expression, { ...point, scalars: { ...point.scalars, xi: value } }));
      const sum = (value: F.Fraction): Expression => ({ kind: "sum", summand: literal(value) });
      expect(isSumOfExpectations(fixed(expression), "xi", moments, sum(mean))).toBe(true);
      const more = F.add(mean, F.fraction(1n));
      expect(isSumOfExpectations(fixed(expression), "xi", moments, sum(more))).toBe(false);
    }),
  );
});

test("an expectation needs every moment it uses, and cannot divide by the random symbol", () => {
  const moments = [parse("1"), parse("0")];
  expect(() => isSumOfExpectations(parse("xi^2"), "xi", moments, parse("0"))).toThrow("moment of order 2 of xi");
  expect(() => isSumOfExpectations(parse("1/xi"), "xi", moments, parse("0"))).toThrow("xi occurs in a denominator");
});

test("an expectation is known from every other expression, in each part of its sum form", () => {
  const moments = [parse("1"), parse("0"), parse("s_j")];
  const is = (sum: string): boolean => isSumOfExpectations(parse("theta_j*w_j^2"), "w_j", moments, parse(sum));
  expect(is("sum(theta_j*s_j)")).toBe(true);
  for (const more of ["1", "sum(s_j)", "pairs(s_j*s_k)", "sum(s_j)^2"]) {
    expect(is(`sum(theta_j*s_j) + ${more}`)).toBe(false);
  }
});

const domains: readonly Domain[] = ["positive", "nonnegative", "nonzero", "real"];
const inDomain: Readonly<Record<Domain, fc.Arbitrary<F.Fraction>>> = {
  positive: positiveFractions,
  nonnegative: fc.oneof(positiveFractions, fc.constant(F.fraction(0n))),
  nonzero: fractions.filter(({ numerator }) => numerator !== 0n),
  real: fractions,
};

test("a certified sign holds at every point of the domains", () => {
  const quotients = terms({ atoms: [lambda, xi], operators: ["+", "*", "/", "-"], depth: 2 });
  const counts = { positive: 0, nonnegative: 0, unknown: 0 };
  fc.assert(
    fc.property(
      quotients,
      fc.constantFrom(...domains).chain((domain) => fc.tuple(fc.constant(domain), inDomain[domain])),
      fc.constantFrom(...domains).chain((domain) => fc.tuple(fc.constant(domain), inDomain[domain])),
      (expression, [lambdaDomain, lambdaValue], [xiDomain, xiValue]) => {
        let sign: ReturnType<typeof certifiedSign>;
        let value: F.Fraction;
        try {
          sign = certifiedSign(expression, (name) => (name === "xi" ? xiDomain : lambdaDomain));
          value = evaluate(expression, { modes: 0, scalars: { lambda: lambdaValue, xi: xiValue }, perMode: {} });
        } catch (error) {
          if (error instanceof RangeError) return; // a division by zero
          throw error;
        }
        counts[sign]++;
        if (sign === "positive") expect(value.numerator).toBeGreaterThan(0n);
        if (sign === "nonnegative") expect(value.numerator).toBeGreaterThanOrEqual(0n);
      },
    ),
    { numRuns: 3000 },
  );
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(100);
});

test.each([
  ["lambda^2 + xi^2", "positive"],
  ["xi^2", "nonnegative"],
  ["lambda/(1 + xi^2)", "positive"],
  ["lambda - xi", "unknown"],
  ["1/xi^2", "unknown"],
  // Nonnegative is not enough where it divides: at ξ = θ = 0 there is no value.
  ["1/(xi^2 + theta_j^2)", "unknown"],
  ["lambda/(1 + xi^2)/(xi^2 + theta_j^2)", "unknown"],
  ["s_j*theta_j^2", "nonnegative"],
])("the sign of %s is %s", (text, sign) => {
  expect(certifiedSign(parse(text), (symbol) => symbols[symbol.replace(/_j$/, "")]!.domain)).toBe(sign);
});

test("the derivative of a product of sums is known from every other expression, in each part of its sum form", () => {
  const product = parse("sum(lambda*s_j)*sum(s_j/(s_j + lambda))");
  const slope = "sum(s_j)*sum(s_j/(s_j + lambda)) - sum(lambda*s_j)*sum(s_j/(s_j + lambda)^2)";
  expect(isDerivative(product, parse(slope), "lambda")).toBe(true);
  for (const wrong of ["1", "sum(s_j*lambda^2)", "pairs(s_j*s_k)"]) {
    expect(isDerivative(product, parse(`${slope} + ${wrong}`), "lambda")).toBe(false);
  }
  expect(() => isDerivative(parse("1/sum(lambda*s_j)"), parse("1"), "lambda")).toThrow("a sum stands in a denominator");
});
