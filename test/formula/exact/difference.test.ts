import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../../src/formula/exact/evaluate.ts";
import { fraction } from "../../../src/formula/exact/fraction.ts";
import { describeDifference, findDifference } from "../../../src/formula/exact/difference.ts";
import { parse } from "../../../src/formula/parse.ts";
import { expressions, symbols } from "../expressions.ts";

test("sums run over all modes, and pairs over each pair of modes once", () => {
  const point = {
    modes: 3,
    scalars: {},
    perMode: {
      s: [2n, 3n, 5n].map((value) => fraction(value)),
      theta: [1n, 10n, 100n].map((value) => fraction(value)),
    },
  };
  expect(evaluate(parse("sum(s_j*theta_j)"), point)).toEqual(fraction(2n + 30n + 500n));
  expect(evaluate(parse("pairs(s_j*theta_k)"), point)).toEqual(fraction(2n * 10n + 2n * 100n + 3n * 100n));
});

test("a difference names a point in the symbols' domains at which anyone gets the same two values", () => {
  fc.assert(
    fc.property(expressions(["+", "-", "*", "/"]), expressions(["+", "-", "*", "/"]), (left, right) => {
      const difference = findDifference(left, right, symbols);
      if (difference === null) return;
      const { point } = difference;
      expect(evaluate(left, point)).toEqual(difference.left);
      expect(evaluate(right, point)).toEqual(difference.right);
      expect(difference.left).not.toEqual(difference.right);
      if (point.scalars.lambda) expect(point.scalars.lambda.numerator).toBeGreaterThan(0n);
      for (const value of point.perMode.s ?? []) expect(value.numerator).toBeGreaterThan(0n);
    }),
  );
});

test("an expression and itself have no difference", () => {
  fc.assert(fc.property(expressions(["+", "*"]), (same) => findDifference(same, same, symbols) === null));
});

test("a difference that shows with two modes only is found", () => {
  const difference = findDifference(parse("sum(s_j)^2"), parse("sum(s_j^2)"), symbols);
  expect(difference!.point.modes).toBeGreaterThan(1);
});

test("a difference reads as a sentence with the point and both values", () => {
  const point = { modes: 2, scalars: { lambda: fraction(1n, 2n) }, perMode: { s: [fraction(1n), fraction(3n)] } };
  const sentence = describeDifference({ point, left: fraction(1n, 6n), right: fraction(-1n, 3n) });
  expect(sentence).toBe("at lambda = 1/2, s = (1, 3) the left side is 1/6 and the right side -1/3");
});

test("a name that is no declared symbol is refused", () => {
  expect(() => findDifference(parse("mu"), parse("0"), symbols)).toThrow("mu is not a declared symbol");
});
