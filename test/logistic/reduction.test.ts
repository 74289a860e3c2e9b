import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/formula/index.ts";
import { logisticProblems } from "../../src/logistic/arbitraries.ts";
import { logisticBook } from "../../src/logistic/formulas.ts";
import { logistic } from "../../src/logistic/point.ts";
import { type LogisticProblem, logisticProblem } from "../../src/logistic/problem.ts";
import { accuracy, distillationRounds, type Fit, studentFit, teacherFit } from "../../src/logistic/reduction.ts";
import { bigFits } from "./precise.ts";

function problemOf(classSize: number, similarity: number, lambda: number, flipRate: number): LogisticProblem {
  return logisticProblem({ classSize, similarity, lambda, flipRate });
}

const xis = fc.double({ min: -30, max: 30, noNaN: true });

/*
 * Each equation is solved to a few roundings of its terms. A change of a term moves a logit by no more than itself, as the
 * left sides rise at least as fast as the unknowns; terms are not larger than the logits but for the targets' part, kξσ,
 * whose effect a saturated point does not damp, and the two sums over points that cancel in S. Sixty-four units in the last place leave room for the passage through the
 * teacher; the largest seen in 10⁴ problems is seven.
 */
const ROUNDINGS = 64 * Number.EPSILON;

test("teacher and student agree with sixty decimal digits to within rounding, over all allowed settings", () => {
  fc.assert(
    fc.property(logisticProblems, xis, (problem, xi) => {
      const exact = bigFits(problem, xi);
      const fits = { teacher: teacherFit(problem), student: studentFit(problem, xi) };
      const { classSize: m, similarity: c, flipRate: p } = problem;
      const cancelling = ({ alphaGood, alphaBad }: Fit): number =>
        c * m * ((1 - p) * Math.abs(alphaGood) + p * Math.abs(alphaBad));
      for (const who of ["teacher", "student"] as const) {
        for (const name of ["logitGood", "logitBad"] as const) {
          const off = exact[who][name].minus(fits[who][name]).abs().toNumber();
          const size = Math.max(1, Math.abs(fits[who][name])) * Math.max(1, Math.abs(xi)) + cancelling(fits[who]);
          expect(off).toBeLessThanOrEqual(ROUNDINGS * size);
        }
      }
    }),
    { numRuns: 500 },
  );
});

// Terms of the size of the coefficients cancel in the logits where (1 − c)α_b and cS do.
test("the values fulfil the formulas of the book", () => {
  const read = compile(logisticBook, ["common", "logitGood", "logitBad", "targetGood", "targetBad"]);
  fc.assert(
    fc.property(logisticProblems, xis, (problem, xi) => {
      const [teacher, fit] = [teacherFit(problem), studentFit(problem, xi)];
      const { classSize: m, similarity: c, lambda, flipRate: p } = problem;
      const { alphaGood, alphaBad } = fit;
      const sigmas = { sigmaGood: logistic(teacher.logitGood), sigmaBad: logistic(teacher.logitBad) };
      const values = read({ m, c, lambda, p, xi, alphaGood, alphaBad, ...sigmas });
      const terms = m * (Math.abs(alphaGood) + Math.abs(alphaBad)) + Math.abs(fit.common);
      const near = (one: number, other: number, size: number): void =>
        expect(Math.abs(one - other)).toBeLessThanOrEqual(ROUNDINGS * size);
      near(values.common, fit.common, terms);
      near(values.logitGood, fit.logitGood, c * terms + Math.abs(alphaGood));
      near(values.logitBad, fit.logitBad, c * terms + Math.abs(alphaBad));
      const targets = (1 + Math.abs(xi)) * Math.max(1, Math.abs(teacher.logitGood), Math.abs(teacher.logitBad));
      near(lambda * alphaGood, values.targetGood - logistic(fit.logitGood), targets);
      near(lambda * alphaBad, values.targetBad - logistic(fit.logitBad), targets);
    }),
  );
});

test("the student with ξ = 0 is the teacher", () => {
  fc.assert(
    fc.property(logisticProblems, (problem) => {
      const [teacher, student] = [teacherFit(problem), studentFit(problem, 0)];
      for (const name of ["logitGood", "logitBad"] as const) {
        const size = Math.max(1, Math.abs(teacher[name]));
        expect(Math.abs(student[name] - teacher[name])).toBeLessThanOrEqual(2 * ROUNDINGS * size);
      }
    }),
  );
});

// At p → ½ each class is its own mirror image: z_b = −z_g and S = 0.
test("at flip rates next to 1/2 good and bad points mirror each other", () => {
  fc.assert(
    fc.property(logisticProblems, xis, (problem, xi) => {
      const half = { ...problem, flipRate: 1 / 2 };
      for (const fit of [teacherFit(half), studentFit(half, xi)]) {
        const size = Math.max(1, Math.abs(fit.logitGood)) * Math.max(1, Math.abs(xi));
        expect(Math.abs(fit.logitGood + fit.logitBad)).toBeLessThanOrEqual(ROUNDINGS * size);
      }
    }),
  );
});

test("accuracy counts a logit of 0 as wrong", () => {
  const problem = problemOf(10, 0.3, 0.5, 0.2);
  const of = (logitGood: number, logitBad: number): number =>
    accuracy(problem, { ...teacherFit(problem), logitGood, logitBad });
  expect([of(1, 1), of(1, 0), of(1, -1), of(-1, 1), of(0, -1)]).toEqual([1, 0.8, 0.8, 0.2, 0]);
});

test("(20, 0.1, 1, p = 0.1): perfect at ξ = 0, wrong from −0.2 to −20, perfect at −50", () => {
  const problem = problemOf(20, 0.1, 1, 0.1);
  const right = [0, -0.2, -1, -5, -20, -50].map((xi) => accuracy(problem, studentFit(problem, xi)));
  expect(right).toEqual([1, 0.9, 0.9, 0.9, 0.9, 1]);
});

test("(8, 0.05, 2): at ξ = 1 the bad points are wrong at every flip rate", () => {
  for (const flipRate of [1e-9, 0.01, 0.1, 0.4]) {
    expect(studentFit(problemOf(8, 0.05, 2, flipRate), 1).logitBad).toBeLessThan(0);
  }
});

test("each round with ξ = 1 is the student of the last, and a later one may be right where the first are wrong", () => {
  const problem = problemOf(5, 0.02, 0.3, 0.1);
  const fits = distillationRounds(problem, 15);
  expect(fits[1]).toEqual(studentFit(problem, 1));
  expect(fits[2]).toEqual(studentFit(problem, 1, fits[1]));
  expect(fits.map((fit) => accuracy(problem, fit) === 1).indexOf(true)).toBe(15);
});
