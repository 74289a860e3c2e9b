import fc from "fast-check";
import { expect, test } from "vitest";
import { Intervals } from "../../src/formula/index.ts";
import { logisticProblems } from "../../src/logistic/arbitraries.ts";
import { encloseFit, encloseTargets, encloseTeacher } from "../../src/logistic/enclosed-fit.ts";
import { enclosedBox, enclosedSetting } from "../../src/logistic/enclosed-point.ts";
import type { LogisticProblem } from "../../src/logistic/problem.ts";
import { bigFits, holds } from "./precise.ts";

const xis = fc.double({ min: -30, max: 30, noNaN: true });
const VALUES = ["common", "logitGood", "logitBad"] as const;

function enclosed(problem: LogisticProblem, xi: number): Record<"teacher" | "student", ReturnType<typeof encloseFit>> {
  const setting = enclosedSetting(problem);
  const p = Intervals.interval(problem.flipRate);
  const teacher = encloseTeacher(setting, p);
  return { teacher, student: encloseFit(setting, p, encloseTargets(teacher, Intervals.interval(xi))) };
}

/*
 * A teacher's logit passes through some tens of roundings of terms of its size, or of size 1. In a saturated student's, terms
 * of the size of (1 − c)α and cmα may cancel, where λα is as large as ξ.
 */
test("enclosures hold the values in 80 digits, and are narrow", () => {
  fc.assert(
    fc.property(logisticProblems, xis, (problem, xi) => {
      const [fits, exact] = [enclosed(problem, xi), bigFits(problem, xi)];
      const { classSize: m, similarity: c, lambda } = problem;
      const terms = { teacher: 0, student: (Math.abs(xi) * (1 - c + c * m)) / lambda };
      for (const who of ["teacher", "student"] as const) {
        for (const name of VALUES) expect(holds(fits[who][name], exact[who][name])).toBe(true);
        for (const name of ["logitGood", "logitBad"] as const) {
          const { lower, upper } = fits[who][name];
          const size = Math.max(1, Math.abs(lower)) + terms[who];
          expect(upper - lower).toBeLessThanOrEqual(2 ** 8 * Number.EPSILON * size);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("an enclosure over flip rates and imitation parameters holds those of every pair inside", () => {
  const parts = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(logisticProblems, xis, parts, parts, parts, (problem, xi, width, inP, inXi) => {
      const setting = enclosedSetting(problem);
      const p = { lower: problem.flipRate, upper: problem.flipRate + (1 / 2 - problem.flipRate) * width };
      const xiRange = { lower: xi, upper: xi + width };
      const teacher = encloseTeacher(setting, p);
      const student = encloseFit(setting, p, encloseTargets(teacher, xiRange));
      const at = (range: { lower: number; upper: number }, part: number): number =>
        Math.min(range.upper, range.lower + part * (range.upper - range.lower));
      const exact = bigFits({ ...problem, flipRate: at(p, inP) }, at(xiRange, inXi));
      for (const name of VALUES) {
        expect(holds(teacher[name], exact.teacher[name])).toBe(true);
        expect(holds(student[name], exact.student[name])).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test("an enclosure over a box of settings holds those of every setting inside", () => {
  const parts = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(logisticProblems, fc.tuple(parts, parts, parts), (problem, inside) => {
      const around = (value: number): { lower: number; upper: number } => ({ lower: value * 0.9, upper: value });
      const box = {
        classSize: around(problem.classSize),
        similarity: around(problem.similarity),
        lambda: around(problem.lambda),
      };
      const p = Intervals.interval(problem.flipRate);
      const setting = enclosedBox(box);
      const teacher = encloseTeacher(setting, p);
      const student = encloseFit(setting, p, encloseTargets(teacher, Intervals.interval(1)));
      const at = (range: { lower: number; upper: number }, part: number): number =>
        Math.min(range.upper, range.lower + part * (range.upper - range.lower));
      const exact = bigFits(
        {
          classSize: at(box.classSize, inside[0]),
          similarity: at(box.similarity, inside[1]),
          lambda: at(box.lambda, inside[2]),
          flipRate: problem.flipRate,
        },
        1,
      );
      for (const name of VALUES) {
        expect(holds(teacher[name], exact.teacher[name])).toBe(true);
        expect(holds(student[name], exact.student[name])).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
