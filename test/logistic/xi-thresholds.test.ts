import fc from "fast-check";
import { expect, test } from "vitest";
import { type Interval, Intervals } from "../../src/formula/index.ts";
import { logisticProblems } from "../../src/logistic/arbitraries.ts";
import { accuracy, studentFit } from "../../src/logistic/reduction.ts";
import { teacherThreshold } from "../../src/logistic/thresholds.ts";
import { perfectXi } from "../../src/logistic/xi-thresholds.ts";
import { bigFits } from "./precise.ts";

test("just inside both ends the student is right on every training point, just outside it is not, in 80 digits", () => {
  fc.assert(
    fc.property(logisticProblems, (problem) => {
      const { low, equal, high } = perfectXi(problem);
      const signs = (xi: number): [number, number] => {
        const { logitGood, logitBad } = bigFits(problem, xi).student;
        return [logitGood.s, logitBad.s];
      };
      // Next to p = 1/2, and where λ is so large that all logits are small, rounding may not tell the three apart.
      const apart = low.upper < equal.lower && equal.upper < high.lower;
      if (apart) expect(signs(Intervals.middle(equal))).toEqual([1, 1]);
      expect([signs(high.lower)[0], signs(high.upper)[0]]).toEqual([1, -1]);
      if (low.lower > 0) expect([signs(low.lower)[1], signs(low.upper)[1]]).toEqual([-1, 1]);
      // How far a rounded sign moves its root depends on the slope there. Eleven digits are required, as in the bench; over
      // 40 000 problems the widest was 4.5 · 10⁻¹³, with terms that are larger than their sum where 1/2 − p is small.
      const terms = 1 + 1 / (1 - 2 * problem.flipRate);
      for (const { lower, upper } of [low, equal, high]) {
        expect(upper - lower).toBeLessThanOrEqual(1e-11 * Math.max(1, upper) * terms);
      }
    }),
    { numRuns: 60 },
  );
});

test("ξ_lo < ξ_× < ξ_hi, apart but for rounding; ξ_lo is 0 for p < p_T", () => {
  fc.assert(
    fc.property(logisticProblems, (problem) => {
      const { low, equal, high } = perfectXi(problem);
      expect(low.lower).toBeLessThan(equal.upper);
      expect(equal.lower).toBeLessThan(high.upper);
      expect(equal.upper).toBeGreaterThan(1);
      if (problem.flipRate < teacherThreshold(problem).lower) expect(low).toEqual({ lower: 0, upper: 0 });
    }),
  );
});

test("(10, 0.9, 1): ξ_hi is not monotonic in p: it rises from p = 0 to 0.1 and is far lower at 0.4", () => {
  const high = (flipRate: number): Interval => perfectXi({ classSize: 10, similarity: 0.9, lambda: 1, flipRate }).high;
  expect(high(0.1).lower).toBeGreaterThan(high(0).upper);
  expect(high(0.4).upper).toBeLessThan(high(0).lower);
});

/*
 * Past ξ_hi the good points are wrong. From p_T on the bad ones are right then, so the accuracy is p; below, they need not be:
 * (1, 0.9, 1, p = 0.01) has accuracy 0 at ξ = 2 ξ_hi.
 */
test("every ξ between the ends is perfect and better than the teacher from p_T on; below and above it is not", () => {
  fc.assert(
    fc.property(logisticProblems, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (problem, part) => {
      const { low, high } = perfectXi(problem);
      if (!(high.lower - low.upper > 1e-9 * high.lower)) return;
      const right = (xi: number): number => accuracy(problem, studentFit(problem, xi));
      expect(right(low.upper + part * (high.lower - low.upper))).toBe(1);
      const beyond = right(high.upper * (1 + 1e-6 + part));
      if (low.lower > 1e-9) expect(beyond).toBe(problem.flipRate);
      else expect([0, problem.flipRate]).toContain(beyond);
      if (low.lower > 1e-9) expect(right(low.lower * part)).toBe(1 - problem.flipRate);
    }),
  );
});
