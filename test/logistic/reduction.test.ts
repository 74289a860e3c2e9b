import fc from "fast-check";
import { expect, test } from "vitest";
import { logisticProblems } from "../../src/logistic/arbitraries.ts";
import { studentFit, teacherFit } from "../../src/logistic/reduction.ts";
import { bigFit, bigLogistic, bigNumber } from "./precise.ts";

/*
 * Each equation is solved to a few roundings of its terms. A change of a term moves a logit by no more than itself, as the
 * left sides rise at least as fast as the unknowns; terms are not larger than the logits but for the targets' part, kξσ,
 * whose effect a saturated point does not damp. Sixty-four units in the last place leave room for the passage through the
 * teacher; the largest seen in 10⁴ problems is seven.
 */
const ROUNDINGS = 64 * Number.EPSILON;

test("teacher and student agree with sixty decimal digits to within rounding, over all allowed settings", () => {
  fc.assert(
    fc.property(logisticProblems, fc.double({ min: -30, max: 30, noNaN: true }), (problem, xi) => {
      const [teacher, student] = [teacherFit(problem), studentFit(problem, xi)];
      const exact = bigFit(problem, bigNumber(0), bigNumber(0), teacher);
      const x = bigNumber(xi);
      const lackGood = x.times(bigLogistic(exact.logitGood.neg()));
      const bad = x.times(bigLogistic(exact.logitBad));
      const exactStudent = bigFit(problem, lackGood, bad, student);
      for (const [fit, precise] of [
        [teacher, exact],
        [student, exactStudent],
      ] as const) {
        for (const name of ["logitGood", "logitBad"] as const) {
          const off = precise[name].minus(fit[name]).abs().toNumber();
          expect(off).toBeLessThanOrEqual(ROUNDINGS * Math.max(1, Math.abs(fit[name])) * Math.max(1, Math.abs(xi)));
        }
      }
    }),
    { numRuns: 500 },
  );
}, 120_000);
