import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../src/formula/exact/evaluate.ts";
import * as F from "../../src/formula/exact/fraction.ts";
import { type Arithmetic, interpret } from "../../src/formula/interpret.ts";
import { parse } from "../../src/formula/parse.ts";
import { fractions } from "./expressions.ts";

// An arithmetic that no reading uses: x stands for its value at √2, as a pair p + q√2.
type Surd = readonly [number, number];
const surds: Arithmetic<Surd> = {
  integer: (value) => [Number(value), 0],
  negate: ([p, q]) => [-p, -q],
  add: ([p, q], [r, s]) => [p + r, q + s],
  subtract: ([p, q], [r, s]) => [p - r, q - s],
  multiply: ([p, q], [r, s]) => [p * r + 2 * q * s, p * s + q * r],
  divide: ([p, q], [r, s]) => {
    const norm = r * r - 2 * s * s;
    return [(p * r - 2 * q * s) / norm, (q * r - p * s) / norm];
  },
  power: (base, exponent) => Array<Surd>(exponent).fill(base).reduce(surds.multiply, [1, 0]),
};

test("a formula has a value in any arithmetic: (1 + √2)(1 − √2) = −1, and 1/(√2 − 1) = √2 + 1", () => {
  const at = (text: string): Surd => interpret(parse(text), { modes: 0, scalars: { x: [0, 1] }, perMode: {} }, surds);
  expect(at("(1 + x)*(1 - x)")).toEqual([-1, 0]);
  expect(at("1/(x - 1)")).toEqual([1, 1]);
  expect(at("-x^3")).toEqual([-0, -2]);
});

test("a sum runs over all modes, and pairs over j < k: (Σ x)² = Σ x² + 2 Σ_{j<k} x_j x_k for any values", () => {
  fc.assert(
    fc.property(fc.array(fractions, { maxLength: 5 }), (x) => {
      const point = { modes: x.length, scalars: {}, perMode: { x } };
      expect(evaluate(parse("sum(x_j)^2"), point)).toEqual(evaluate(parse("sum(x_j^2) + 2*pairs(x_j*x_k)"), point));
    }),
  );
});

test("a term outside any sum is read in the modes that are given", () => {
  const x = [2n, 3n, 5n].map((value) => F.fraction(value));
  const point = { modes: 3, scalars: {}, perMode: { x } };
  expect(evaluate(parse("x_j - x_k"), point, { j: 2, k: 0 })).toEqual(F.fraction(3n));
  expect(() => evaluate(parse("x_j"), point)).toThrow("no value is given to x");
});

test.each([
  ["y", "no value is given to y"],
  ["diff(x, x)", "derivative has no value: expand it first"],
  ["at(x, x, 1)", "at has no value: expand it first"],
])("%s is refused, saying why", (text, message) => {
  const point = { modes: 0, scalars: { x: F.fraction(1n) }, perMode: {} };
  expect(() => evaluate(parse(text), point)).toThrow(new RangeError(message));
});
