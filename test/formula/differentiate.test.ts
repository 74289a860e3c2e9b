import fc from "fast-check";
import { expect, test } from "vitest";
import { differentiate } from "../../src/formula/differentiate.ts";
import { binary, integer } from "../../src/formula/expression.ts";
import { evaluate, type RationalPoint } from "../../src/formula/exact/evaluate.ts";
import * as F from "../../src/formula/exact/fraction.ts";
import { parse } from "../../src/formula/parse.ts";
import { fractions, lambda, terms, xi } from "./expressions.ts";

test("the derivative of a polynomial is the exact slope: its central differences extrapolate to it", () => {
  // For a polynomial of degree at most 2 in ξ the central difference is the derivative, with no error at any step.
  const quadratics = fc
    .tuple(...Array.from({ length: 3 }, () => terms({ atoms: [lambda], operators: ["+", "-", "*"], depth: 1 })))
    .map(([c0, c1, c2]) => binary("+", c0!, binary("*", xi, binary("+", c1!, binary("*", c2!, xi)))));
  fc.assert(
    fc.property(quadratics, fractions, fractions, (expression, lambdaValue, xiValue) => {
      const at = (value: F.Fraction): F.Fraction =>
        evaluate(expression, { modes: 0, scalars: { lambda: lambdaValue, xi: value }, perMode: {} });
      const difference = F.add(at(F.add(xiValue, F.fraction(1n))), F.negate(at(F.add(xiValue, F.fraction(-1n)))));
      const slope = evaluate(differentiate(expression, "xi"), {
        modes: 0,
        scalars: { lambda: lambdaValue, xi: xiValue },
        perMode: {},
      });
      expect(slope).toEqual(F.multiply(difference, F.fraction(1n, 2n)));
    }),
  );
});

test("sums are differentiated term by term", () => {
  const derivative = differentiate(parse("sum(lambda^2*s_j) - pairs(lambda*s_j*s_k)"), "lambda");
  const point = {
    modes: 2,
    scalars: { lambda: F.fraction(3n) },
    perMode: { s: [F.fraction(5n), F.fraction(7n)] },
  };
  expect(evaluate(derivative, point)).toEqual(F.fraction(2n * 3n * (5n + 7n) - 5n * 7n));
});

test("a constant has derivative 0", () => {
  expect(evaluate(differentiate(integer(7), "xi"), { modes: 0, scalars: {}, perMode: {} })).toEqual(F.fraction(0n));
});

test("products, quotients and powers of sums follow their rules: with one mode they are those of the terms", () => {
  const one = {
    modes: 1,
    scalars: { lambda: F.fraction(3n, 2n) },
    perMode: { s: [F.fraction(5n)], theta: [F.fraction(2n)] },
  };
  const [u, v] = ["lambda^2*s_j + theta_j", "s_j/(s_j + lambda)"];
  for (const combine of [
    (left: string, right: string) => `${left}*${right}`,
    (left: string, right: string) => `${left}/${right}`,
    (left: string, right: string) => `(${left} - ${right})^3`,
    (left: string, right: string) => `(${left})^(-2)*${right}`,
  ]) {
    const ofSums = differentiate(parse(combine(`sum(${u})`, `sum(${v})`)), "lambda");
    const ofTerms = differentiate(parse(combine(`(${u})`, `(${v})`)), "lambda");
    expect(evaluate(ofSums, one)).toEqual(evaluate(ofTerms, one, { j: 0 }));
  }
});

test("with several modes the slope of a product of sums is the central difference of a quadratic", () => {
  const product = parse("sum(lambda*s_j + theta_j)*(sum(theta_j) - lambda*pairs(s_j*s_k))");
  const at = (lambdaValue: bigint): RationalPoint => ({
    modes: 3,
    scalars: { lambda: F.fraction(lambdaValue) },
    perMode: {
      s: [1n, 2n, 5n].map((value) => F.fraction(value)),
      theta: [-1n, 3n, 4n].map((value) => F.fraction(value)),
    },
  });
  const difference = F.subtract(evaluate(product, at(8n)), evaluate(product, at(6n)));
  expect(evaluate(differentiate(product, "lambda"), at(7n))).toEqual(F.multiply(difference, F.fraction(1n, 2n)));
});
