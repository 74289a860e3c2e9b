import fc from "fast-check";
import { expect, test } from "vitest";
import { differentiate } from "../../src/formula/differentiate.ts";
import { binary, integer } from "../../src/formula/expression.ts";
import { evaluate } from "../../src/formula/exact/evaluate.ts";
import * as F from "../../src/formula/exact/fraction.ts";
import { isIdenticallyZero } from "../../src/formula/kernel/sums.ts";
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

test("a product of two sums, and the square of one, by the product rule: as the same sums written out", () => {
  const slopes = {
    "sum(lambda^2*s_j)*sum(lambda*s_j)": "3*lambda^2*sum(s_j)*sum(s_j)",
    "(lambda + sum(lambda^2*s_j))^2": "2*(lambda + lambda^2*sum(s_j))*(1 + 2*lambda*sum(s_j))",
  };
  for (const [expression, slope] of Object.entries(slopes)) {
    expect(isIdenticallyZero(binary("-", differentiate(parse(expression), "lambda"), parse(slope)))).toBe(true);
  }
});

test("a quotient of sums and a product of three are refused", () => {
  expect(() => differentiate(parse("1/sum(lambda*s_j)"), "lambda")).toThrow("cannot differentiate a quotient");
  expect(() => differentiate(parse("sum(lambda*s_j)^3"), "lambda")).toThrow("a product of more than two sums");
});
