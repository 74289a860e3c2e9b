import fc from "fast-check";
import { expect, test } from "vitest";
import { logisticProblems } from "../../src/logistic/arbitraries.ts";
import type { LogisticProblem } from "../../src/logistic/problem.ts";
import { distillationRounds, studentFit, teacherFit } from "../../src/logistic/reduction.ts";
import { teacherThreshold } from "../../src/logistic/thresholds.ts";
import { perfectXi } from "../../src/logistic/xi-thresholds.ts";
import { bigNumber } from "../big-numbers.ts";
import { bigFit, bigFits, bigLogistic } from "./precise.ts";

/* What the theory says of all problems, hunted for exceptions; where floating point cannot tell, in 80 digits. */

const parts = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const settled = ({ flipRate }: LogisticProblem): boolean => flipRate < 1 / 2 - 1e-6;

test("z_g falls strictly in ξ, everywhere; z_b rises strictly in ξ from p_T on", () => {
  const xi = fc.double({ min: -20, max: 20, noNaN: true });
  fc.assert(
    fc.property(
      logisticProblems.filter(settled),
      xi,
      fc.double({ min: 1e-3, max: 5, noNaN: true }),
      (problem, x, step) => {
        const [one, other] = [bigFits(problem, x).student, bigFits(problem, x + step).student];
        expect(other.logitGood.lessThan(one.logitGood)).toBe(true);
        if (problem.flipRate > teacherThreshold(problem).upper)
          expect(other.logitBad.greaterThan(one.logitBad)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test("below p_T the student is right for every ξ from 0 to ξ_hi, and new points are right there for every p", () => {
  fc.assert(
    fc.property(logisticProblems.filter(settled), parts, (problem, part) => {
      const { high } = perfectXi(problem);
      const { student } = bigFits(problem, part * high.lower);
      expect([student.common.s, student.logitGood.s]).toEqual([1, 1]);
      if (problem.flipRate < teacherThreshold(problem).lower) expect(student.logitBad.s).toBe(1);
    }),
    { numRuns: 200 },
  );
});

test("0 ≤ ξ ≤ 1: both of the student's logits fall strictly in p", () => {
  fc.assert(
    fc.property(logisticProblems.filter(settled), parts, parts, (problem, xi, part) => {
      const later = { ...problem, flipRate: problem.flipRate + part * (1 / 2 - problem.flipRate) };
      const [one, other] = [bigFits(problem, xi).student, bigFits(later, xi).student];
      expect([other.logitGood.lessThan(one.logitGood), other.logitBad.lessThan(one.logitBad)]).toEqual([true, true]);
    }),
    { numRuns: 200 },
  );
});

// For large λ each round shrinks the logits a thousandfold or more: only many digits have their signs.
test("a round with ξ = 1 never makes a right bad point wrong, in 80 digits", () => {
  const known: LogisticProblem = {
    classSize: 1,
    similarity: 0.8947423034657964,
    lambda: 55.823655406015156,
    flipRate: 0.15,
  };
  const keepsRight = (problem: LogisticProblem): void => {
    const starts = distillationRounds(problem, 8);
    let last = bigFit(problem, bigNumber(0), bigNumber(0), teacherFit(problem));
    for (const start of starts.slice(1)) {
      const next = bigFit(problem, bigLogistic(last.logitGood.neg()), bigLogistic(last.logitBad), start);
      if (last.logitBad.greaterThan(0)) expect(next.logitBad.greaterThan(0)).toBe(true);
      last = next;
    }
  };
  keepsRight(known);
  fc.assert(fc.property(logisticProblems.filter(settled), keepsRight), { numRuns: 60 });
});

test("floating point has no sign for the logits of many rounds at large λ: they are far below rounding", () => {
  const problem = { classSize: 1, similarity: 0.9, lambda: 50, flipRate: 0.15 };
  expect(Math.abs(distillationRounds(problem, 8)[8]!.logitBad)).toBeLessThan(Number.EPSILON);
  expect(studentFit(problem, 1).logitBad).toBeGreaterThan(0);
});
