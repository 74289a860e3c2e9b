import fc from "fast-check";
import { expect, test } from "vitest";
import { Book } from "../../src/formula/book.ts";
import { evaluate, type RationalPoint } from "../../src/formula/exact/evaluate.ts";
import * as F from "../../src/formula/exact/fraction.ts";
import { format } from "../../src/formula/format.ts";
import { compile, type Values } from "../../src/formula/number.ts";
import { scalar } from "../../src/formula/symbols.ts";
import { expressions, points, symbols } from "./expressions.ts";

const told = { latex: "", meaning: "" };
const bookOf = (text: string): Book => Book.define(symbols, { f: { ...told, text } });

const integers = fc.integer({ min: -3, max: 3 }).map((value) => F.fraction(BigInt(value)));
const positiveIntegers = fc.integer({ min: 1, max: 3 }).map((value) => F.fraction(BigInt(value)));

function valuesOf({ scalars, perMode }: RationalPoint): Values {
  const asNumber = ({ numerator, denominator }: F.Fraction): number => Number(numerator) / Number(denominator);
  return {
    ...Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, asNumber(value)])),
    ...Object.fromEntries(Object.entries(perMode).map(([name, values]) => [name, Float64Array.from(values, asNumber)])),
  };
}

// Sums, products and powers of small integers are computed without rounding, as long as they stay below 2⁵³.
test("on small integers the number reading is the exact value", () => {
  let compared = 0;
  fc.assert(
    fc.property(expressions(["+", "-", "*"]), points(integers, positiveIntegers), (expression, point) => {
      const { numerator } = evaluate(expression, point);
      const magnitude = evaluate(expression, magnitudes(point)).numerator;
      if (magnitude > 2n ** 53n) return;
      compared++;
      // Zero has two signs in floating point.
      expect(compile(bookOf(format(expression)), ["f"])(valuesOf(point)).f + 0).toBe(Number(numerator));
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(250);
});

function magnitudes({ modes, scalars, perMode }: RationalPoint): RationalPoint {
  const four = (): F.Fraction => F.fraction(4n);
  return {
    modes,
    scalars: Object.fromEntries(Object.keys(scalars).map((name) => [name, four()])),
    perMode: Object.fromEntries(Object.entries(perMode).map(([name, values]) => [name, values.map(four)])),
  };
}

test.each([
  ["(1 + lambda)/(s_j*0 + 4)", [3 / 4, 3 / 4]],
  ["s_j^(-2)", [1 / 16, 1 / 4]],
  ["s_j^5 - s_j^0", [1023, 31]],
  ["-s_j/lambda", [-2, -1]],
])("%s has a value per mode", (text, values) => {
  const evaluateBoth = compile(bookOf(text), [], ["f"]);
  expect([...evaluateBoth({ lambda: 2, s: Float64Array.of(4, 2) }).f]).toEqual(values);
});

test("several formulas come out of one call, sums and values per mode alike", () => {
  const book = Book.define(symbols, {
    a: { ...told, text: "s_j/(s_j + lambda)" },
    total: { ...told, text: "sum(a_j)" },
    mean: { ...told, text: "total/sum(1 + 0*s_j)" },
  });
  const { a, total, mean } = compile(book, ["total", "mean"], ["a"])({ lambda: 1, s: Float64Array.of(1, 3) });
  expect([...a]).toEqual([1 / 2, 3 / 4]);
  expect([total, mean]).toEqual([5 / 4, 5 / 8]);
});

test("with no modes every sum is 0", () => {
  expect(compile(bookOf("lambda + sum(s_j) + pairs(s_j*s_k)"), ["f"])({ lambda: 3, s: new Float64Array() }).f).toBe(3);
});

test("per-mode inputs of different lengths are refused", () => {
  const sum = compile(bookOf("sum(s_j*theta_j)"), ["f"]);
  expect(() => sum({ s: new Float64Array(2), theta: new Float64Array(3) })).toThrow(
    "theta and s must have one entry per mode each",
  );
});

test("a value per mode where one value is asked for, and the reverse, is refused", () => {
  expect(() => compile(bookOf("s_j"), ["f"])).toThrow("f has a value per mode");
  expect(() => compile(bookOf("lambda"), [], ["f"])).toThrow("f has one value");
});

test("a value per mode that depends on a sum is refused, as one loop cannot compute it", () => {
  expect(() => compile(bookOf("s_j/sum(s_j)"), [], ["f"])).toThrow("a value per mode depends on a sum");
});

// x⁵ = x(x²)², x⁶ = x²(x²)², x⁷ = x x² (x²)², from the left as the bits of the exponent come: the same bits on every version of
// Node, which x ** 5 has not.
test("higher powers are products, in one order", () => {
  const powers = Book.define(
    { x: scalar("x", "real", "any number") },
    Object.fromEntries([5, 6, 7, -5].map((n, i) => [`p${i}`, { latex: "p", meaning: `power ${n}`, text: `x^(${n})` }])),
  );
  const read = compile(powers, ["p0", "p1", "p2", "p3"]);
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (x) => {
      const square = x * x;
      const fourth = square * square;
      const { p0, p1, p2, p3 } = read({ x });
      expect([p0, p1, p2, p3]).toEqual([x * fourth, square * fourth, x * square * fourth, 1 / (x * fourth)]);
    }),
  );
});
