import fc from "fast-check";
import { expect, test } from "vitest";
import {
  exponential,
  logisticComplement,
  logisticFunction,
  logisticSlope,
} from "../../../src/formula/interval/exponential.ts";
import { interval, type Interval } from "../../../src/formula/interval/interval.ts";
import { type Big, bigExponential, bigNumber } from "../../big-numbers.ts";

interface Enclosed {
  readonly name: string;
  readonly enclosed: (x: Interval) => Interval;
  /** The value, given e^x: a sum, product and quotient of positive numbers keep its digits. */
  readonly precise: (exp: Big) => Big;
}

const functions: readonly Enclosed[] = [
  { name: "e^x", enclosed: exponential, precise: (exp) => exp },
  { name: "σ(x)", enclosed: logisticFunction, precise: (exp) => exp.div(exp.plus(1)) },
  { name: "σ(−x)", enclosed: logisticComplement, precise: (exp) => bigNumber(1).div(exp.plus(1)) },
  { name: "σ'(x)", enclosed: logisticSlope, precise: (exp) => exp.div(exp.plus(1).pow(2)) },
];

// The precise value is itself rounded, to 80 digits a few times: it is inside but for so much.
const DIGITS = bigNumber(1).div(bigNumber(1e50));
const inside = (precise: Big, { lower, upper }: Interval): boolean =>
  precise.times(DIGITS.plus(1)).greaterThanOrEqualTo(bigNumber(lower)) &&
  (upper === Infinity || precise.times(bigNumber(1).minus(DIGITS)).lessThanOrEqualTo(bigNumber(upper)));

// All sizes alike, many multiples of ln 2 / 2 (where the reduction changes), and the ends of the range.
const anyArgument = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -750, max: 750, noNaN: true }) },
  { weight: 2, arbitrary: fc.double({ min: -2, max: 2, noNaN: true }) },
  { weight: 2, arbitrary: fc.double({ min: -40, max: 40, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: -2150, max: 2048 }).map((k) => (k * Math.LN2) / 2) },
);

/** Halfway up from the range where results are subnormal, where the last place is all that counts. */
const LEAST_NORMAL = 2 ** -1010;

test("e^x, σ(x), σ(−x) and σ'(x) are enclosed, within sixteen units in the last place, at 10⁴ arguments", () => {
  fc.assert(
    fc.property(anyArgument, (x) => {
      const exp = bigExponential(bigNumber(x));
      for (const { name, enclosed, precise } of functions) {
        const found = enclosed(interval(x));
        expect(inside(precise(exp), found), name).toBe(true);
        if (found.lower > LEAST_NORMAL && found.upper < Infinity) {
          expect(found.upper - found.lower, name).toBeLessThanOrEqual(16 * 2 * Number.EPSILON * found.lower);
        }
      }
    }),
    { numRuns: 10_000 },
  );
});

const widths = fc.double({ min: 0, max: 3, noNaN: true });

// The ends of an interval inside may be rounded a little further out than those of the whole, as each is rounded on its own.
test("those of an interval hold those of every number inside and, but for rounding, of every interval inside", () => {
  fc.assert(
    fc.property(anyArgument, widths, widths, fc.double({ min: 0, max: 1, noNaN: true }), (x, left, right, part) => {
      const whole = interval(x - left, x + right);
      const inner = interval(Math.max(whole.lower, x - part * left), Math.min(whole.upper, x + part * right));
      const exps = [x, inner.lower, inner.upper].map((y) => bigExponential(bigNumber(y)));
      for (const { name, enclosed, precise } of functions) {
        const [of, ofInner] = [enclosed(whole), enclosed(inner)];
        for (const exp of exps) expect(inside(precise(exp), of), name).toBe(true);
        const rounding = 20 * Number.EPSILON;
        expect(of.lower * (1 - rounding), name).toBeLessThanOrEqual(ofInner.lower);
        expect(of.upper * (1 + rounding), name).toBeGreaterThanOrEqual(ofInner.upper);
      }
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["e^x", 1e300, exponential, { lower: Number.MAX_VALUE, upper: Infinity }],
  ["e^x", -1e300, exponential, { lower: 0, upper: Number.MIN_VALUE }],
  ["e^x", 0, exponential, { lower: 1, upper: 1 }],
  ["σ", -1e300, logisticFunction, { lower: 0, upper: expect.closeTo(0, 300) as number }],
])("%s at %d: the enclosure does not overflow, nor leave the function's range", (_, x, enclosed, expected) => {
  expect(enclosed(interval(x))).toEqual(expected);
});

test("σ of huge numbers is near 1 and never above it; everything is in (0, 1)", () => {
  const { lower, upper } = logisticFunction(interval(1e300));
  expect([upper, 1 - lower < 4 * Number.EPSILON]).toEqual([1, true]);
  expect(logisticFunction({ lower: -Infinity, upper: Infinity })).toEqual({ lower: 0, upper: 1 });
  expect(logisticSlope({ lower: -Infinity, upper: Infinity })).toEqual({
    lower: expect.any(Number) as number,
    upper: 0.25,
  });
  expect(exponential({ lower: -Infinity, upper: Infinity })).toEqual({ lower: 0, upper: Infinity });
});
