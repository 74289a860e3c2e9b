import fc from "fast-check";
import { expect, test } from "vitest";
import * as I from "../../../src/formula/interval/interval.ts";

/*
 * The exact result of one operation on two floating-point numbers, without rounding: every finite double is an integer
 * multiple of 2⁻¹⁰⁷⁴.
 */
const UNIT = 2n ** 1074n;

function multipleOfUnit(value: number): bigint {
  let [scaled, shift] = [value, 0];
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift++;
  }
  return (BigInt(scaled) * UNIT) / 2n ** BigInt(shift);
}

type Operation = (x: bigint, y: bigint, end: bigint) => bigint;

/** The sign of (exact result − end), for x, y and end as multiples of the unit. */
const exceeds: Readonly<Record<"add" | "subtract" | "multiply" | "divide", Operation>> = {
  add: (x, y, end) => x + y - end,
  subtract: (x, y, end) => x - y - end,
  multiply: (x, y, end) => x * y - end * UNIT,
  divide: (x, y, end) => (y > 0n ? x * UNIT - end * y : end * y - x * UNIT),
};

const operations = { add: I.add, subtract: I.subtract, multiply: I.multiply, divide: I.divide } as const;

function expectInside(operation: keyof typeof exceeds, x: number, y: number): void {
  const { lower, upper } = operations[operation](I.interval(x), I.interval(y));
  const [exactX, exactY] = [multipleOfUnit(x), multipleOfUnit(y)];
  const inside = (end: number, sign: 1n | -1n): boolean =>
    Math.abs(end) === Infinity || sign * exceeds[operation](exactX, exactY, multipleOfUnit(end)) >= 0n;
  expect(
    lower < Infinity && upper > -Infinity && inside(lower, 1n) && inside(upper, -1n),
    `${x} ${operation} ${y}`,
  ).toBe(true);
}

// All sizes alike: subnormal, tiny, ordinary, huge; and pairs that cancel.
const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true });
const nearby = fc
  .tuple(anyDouble, fc.integer({ min: -4, max: 4 }))
  .map(([x, ulps]) => [x, x * (1 + ulps * Number.EPSILON)] as const)
  .filter(([, y]) => Number.isFinite(y));
const subnormal = fc
  .tuple(fc.integer({ min: -99, max: 99 }), anyDouble)
  .map(([k, y]) => [k * Number.MIN_VALUE, y] as const);
const operands = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(anyDouble, anyDouble) },
  { weight: 3, arbitrary: nearby },
  { weight: 1, arbitrary: subnormal },
);

test("of 10⁵ random operations, every exact result lies in its interval", { timeout: 60_000 }, () => {
  for (const operation of ["add", "subtract", "multiply", "divide"] as const) {
    fc.assert(
      fc.property(operands, ([x, y]) => {
        if (operation === "divide" && y === 0) return;
        expectInside(operation, x, y);
      }),
      { numRuns: 25_000 },
    );
  }
});

test.each([
  ["add", Number.MAX_VALUE, Number.MAX_VALUE],
  ["add", 1, -1 - Number.EPSILON],
  ["multiply", Number.MIN_VALUE, 0.5],
  ["multiply", -Number.MIN_VALUE, Number.MIN_VALUE],
  ["multiply", Number.MAX_VALUE, -2],
  ["divide", 1, 3],
  ["divide", Number.MIN_VALUE, 2],
  ["divide", Number.MIN_VALUE, Number.MAX_VALUE],
  ["divide", Number.MAX_VALUE, Number.MIN_VALUE],
  ["subtract", 2 ** 53, 0.5],
] as const)("%s of %s and %s is enclosed", (operation, x, y) => expectInside(operation, x, y));

const intervals = fc
  .tuple(fc.integer({ min: -20, max: 20 }), fc.nat({ max: 12 }))
  .map(([lower, width]) => I.interval(lower / 4, (lower + width) / 4));
const inside = ({ lower, upper }: I.Interval, at: number): number => lower + (upper - lower) * at;

// Quarters and eighths are exact, so the results at points are exact up to one rounding, which `above` and `below` undo.
test("the result of any points of two intervals lies in the interval of the operation", () => {
  const eighths = fc.nat({ max: 8 }).map((k) => k / 8);
  fc.assert(
    fc.property(intervals, intervals, eighths, eighths, fc.integer({ min: 0, max: 5 }), (x, y, s, t, exponent) => {
      const [a, b] = [inside(x, s), inside(y, t)];
      const contains = (enclosure: I.Interval, value: number): void => {
        expect(enclosure.lower).toBeLessThanOrEqual(value);
        expect(enclosure.upper).toBeGreaterThanOrEqual(value);
      };
      contains(I.add(x, y), a + b);
      contains(I.subtract(x, y), a - b);
      contains(I.multiply(x, y), a * b);
      contains(I.negate(x), -a);
      contains(I.power(x, exponent), a ** exponent); // at most 5 · 6 bits: exact
      if (b !== 0) contains(I.divide(x, y), a / b);
    }),
    { numRuns: 2000 },
  );
});

test("enclosures of single numbers are a few units in the last place wide", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      (x, y) => {
        for (const { lower, upper } of [
          I.add(I.interval(x), I.interval(y)),
          I.multiply(I.interval(x), I.interval(y)),
          I.divide(I.interval(x), I.interval(y)),
        ]) {
          expect(upper - lower).toBeLessThanOrEqual(4 * Number.EPSILON * upper);
        }
      },
    ),
  );
});

test("an even power of an interval around 0 is not negative, and an odd one keeps its sign", () => {
  expect(I.power(I.interval(-2, 1), 2).lower).toBe(0);
  expect(I.power(I.interval(-2, 1), 2).upper).toBeGreaterThanOrEqual(4);
  expect(I.power(I.interval(-2, 1), 3).lower).toBeLessThanOrEqual(-8);
  expect(I.power(I.interval(3), 0)).toEqual(I.interval(1));
  expect(I.power(I.interval(2), -1).lower).toBeGreaterThan(0.49);
});

test("dividing by what may be 0 encloses everything", () => {
  for (const divisor of [I.interval(0), I.interval(-1, 1), I.interval(0, 1), I.interval(-1, 0)]) {
    expect(I.divide(I.interval(1), divisor)).toEqual(I.everything);
  }
});

test("infinite ends stay sound: nothing becomes NaN, and 0 times everything is 0", () => {
  const half = I.interval(1, Infinity);
  expect(I.multiply(I.interval(0), I.everything).lower).toBeLessThanOrEqual(0);
  expect(I.multiply(I.interval(0), I.everything).upper).toBeLessThan(1e-300);
  expect(I.divide(I.everything, half)).toEqual(I.everything);
  expect(I.divide(half, half).lower).toBeLessThanOrEqual(0);
  expect(I.divide(half, half).upper).toBe(Infinity);
  expect(I.subtract(half, half)).toEqual(I.everything);
  expect(I.add(half, half).lower).toBeLessThanOrEqual(2);
});

test("ends in the wrong order, and ends between which there is no number, are refused", () => {
  expect(() => I.interval(2, 1)).toThrow("[2, 1] is no interval");
  for (const value of [NaN, Infinity, -Infinity]) expect(() => I.interval(value)).toThrow("is no interval");
});
