import fc from "fast-check";
import { expect, test } from "vitest";
import { exponential as enclosed, Intervals } from "../../src/formula/index.ts";
import { exponential, logarithm } from "../../src/random/elementary.ts";

const U = 2 ** -53;
const { interval } = Intervals;

test("the exponential is within a unit in the last place of the interval that is proved to contain it", () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
      const { lower, upper } = enclosed(interval(x));
      expect(exponential(x)).toBeGreaterThanOrEqual(lower * (1 - 2 * U));
      expect(exponential(x)).toBeLessThanOrEqual(upper * (1 + 2 * U));
    }),
    { numRuns: 2000 },
  );
});

test("the logarithm is within a unit in the last place: e to the power of its neighbours lies on either side", () => {
  const near1 = fc.tuple(fc.double({ min: -0.5, max: 0.5, noNaN: true }), fc.nat(45)).map(([u, k]) => 1 + u * 2 ** -k);
  const any = fc.double({ min: -708, max: 709, noNaN: true }).map((x) => enclosed(interval(x)).lower);
  fc.assert(
    fc.property(fc.oneof(near1, any), (x) => {
      const y = logarithm(x);
      const unit = Math.max(2 * U * Math.abs(y), 2 ** -1074);
      expect(enclosed(interval(y - unit)).lower).toBeLessThanOrEqual(x);
      expect(enclosed(interval(y + unit)).upper).toBeGreaterThanOrEqual(x);
    }),
    { numRuns: 2000 },
  );
});
