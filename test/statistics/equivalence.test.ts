import fc from "fast-check";
import jstat from "jstat";
import { expect, test } from "vitest";
import { equivalence, plannedReplicates } from "../../src/statistics/equivalence.ts";

const cases = fc.record({
  value: fc.double({ min: -10, max: 10, noNaN: true }),
  expected: fc.double({ min: -10, max: 10, noNaN: true }),
  standardError: fc.double({ min: 1e-3, max: 3, noNaN: true }),
  margin: fc.double({ min: 1e-2, max: 3, noNaN: true }),
  z: fc.double({ min: 1, max: 8, noNaN: true }),
});

test("supported, refuted and inconclusive are: interval within the margins, wholly outside, and neither", () => {
  fc.assert(
    fc.property(cases, ({ value, expected, standardError, margin, z }) => {
      const { verdict } = equivalence({ value, standardError }, expected, margin, z);
      // Every value of the interval, at its ends and beside: how far is it from the closed form?
      const ends = [value - z * standardError, value + z * standardError].map((end) => end - expected);
      const farthest = Math.max(...ends.map(Math.abs));
      const nearest = ends[0]! <= 0 && ends[1]! >= 0 ? 0 : Math.min(...ends.map(Math.abs));
      const rounding = 1e3 * Number.EPSILON; // numbers up to 10 + 8 · 3, three operations: far below this
      if (farthest < margin - rounding) expect(verdict).toBe("supported");
      if (nearest > margin + rounding) expect(verdict).toBe("refuted");
      if (farthest > margin + rounding && nearest < margin - rounding) expect(verdict).toBe("inconclusive");
    }),
    { numRuns: 1000 },
  );
});

test("a closed form without a finite value is refuted", () => {
  for (const expected of [NaN, Infinity]) {
    expect(equivalence({ value: 0, standardError: 1 }, expected, 1, 5).verdict).toBe("refuted");
  }
});

test("as many more replicates as an inconclusive test asks for settle it, if the estimate stays where it is", () => {
  fc.assert(
    fc.property(cases, ({ value, expected, standardError, margin, z }) => {
      const { verdict, factorNeeded } = equivalence({ value, standardError }, expected, margin, z);
      fc.pre(verdict === "inconclusive" && Number.isFinite(factorNeeded));
      const narrower = standardError / Math.sqrt(factorNeeded * (1 + 1e-9));
      expect(equivalence({ value, standardError: narrower }, expected, margin, z).verdict).not.toBe("inconclusive");
    }),
  );
});

test("planned replicates support a true closed form with probability 99 % at the first look", () => {
  for (const relativeDeviation of [3, 40, 700]) {
    for (const z of [2, 6]) {
      const replicates = plannedReplicates(relativeDeviation, z);
      // The estimate is normal around the truth; the test passes where |deviation| ≤ margin − z · standard error.
      const room = (standardErrors: number): number => 1 / (relativeDeviation / Math.sqrt(standardErrors)) - z;
      const power = 2 * jstat.normal.cdf(room(replicates), 0, 1) - 1;
      expect(power).toBeGreaterThanOrEqual(0.98); // one-sided 99 %: each side may miss by 1 %
      expect(2 * jstat.normal.cdf(room(replicates - 2), 0, 1) - 1).toBeLessThan(power);
    }
  }
});
