import fc from "fast-check";
import jstat from "jstat";
import { expect, test } from "vitest";
import { intervalHalfWidth, LOOKS, SUITE_ERROR_RATE } from "../../src/statistics/budget.ts";

test("½ exp(−z²/2) bounds the tail of the normal distribution", () => {
  // jstat's normal tail is exact to a few units in the last place of 1 in the body, up to z = 5.
  for (let z = 0; z <= 5; z += 0.01) {
    expect(1 - jstat.normal.cdf(z, 0, 1)).toBeLessThanOrEqual(0.5 * Math.exp((-z * z) / 2) + 16 * Number.EPSILON);
  }
});

test("all intervals of a suite together miss with at most the suite's error rate", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (comparisons) => {
      const z = intervalHalfWidth(comparisons);
      const missed = 2 * 0.5 * Math.exp((-z * z) / 2); // two-sided
      // A square root, a square and an exponential of about −z²/2 are off by z² units in the last place.
      expect(comparisons * LOOKS.length * missed).toBeLessThanOrEqual(SUITE_ERROR_RATE * (1 + z * z * Number.EPSILON));
    }),
  );
});

test("more comparisons make every interval wider", () => {
  expect(intervalHalfWidth(1000)).toBeGreaterThan(intervalHalfWidth(10));
});
