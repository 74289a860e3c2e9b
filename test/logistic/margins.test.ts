import fc from "fast-check";
import { expect, test } from "vitest";
import { type Interval, Intervals, prove } from "../../src/formula/index.ts";
import { flipRates, logisticProblems, logisticSettings } from "../../src/logistic/arbitraries.ts";
import { encloseTeacher } from "../../src/logistic/enclosed-fit.ts";
import { enclosedSetting } from "../../src/logistic/enclosed-point.ts";
import { fitBook } from "../../src/logistic/fit-book.ts";
import { margins, ratesByFlipRate, ratesByXi } from "../../src/logistic/margins.ts";
import { bigNumber } from "../big-numbers.ts";
import { bigFits, holds } from "./precise.ts";

const xis = fc.oneof(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }));
const KINDS = [
  { kind: "good", logit: "logitGood" },
  { kind: "bad", logit: "logitBad" },
] as const;

test("the margins have the signs of the student's logits, in 80 digits", () => {
  let told = 0;
  fc.assert(
    fc.property(logisticProblems, xis, (problem, xi) => {
      const p = Intervals.interval(problem.flipRate);
      const setting = enclosedSetting(problem);
      const found = margins(setting, p, Intervals.interval(xi), encloseTeacher(setting, p));
      const { student } = bigFits(problem, xi);
      for (const { kind, logit } of KINDS) {
        if (found[kind].lower > 0) expect(student[logit].greaterThan(0)).toBe(true);
        if (found[kind].upper < 0) expect(student[logit].lessThan(0)).toBe(true);
        if (found[kind].lower > 0 || found[kind].upper < 0) told++;
      }
    }),
    { numRuns: 400 },
  );
  expect(told).toBeGreaterThan(700);
});

// By the mean value theorem, the slope between two points is the rate at some point between them.
test("rates over an interval hold the slope of the logits between any two of its points", () => {
  const widths = fc.integer({ min: 1, max: 12 }).map((k) => 2 ** -k);
  fc.assert(
    fc.property(logisticSettings, flipRates, xis, widths, (given, rate, xi, width) => {
      const setting = enclosedSetting(given);
      const p = { lower: rate, upper: Math.min(1 / 2, rate + width / 4) };
      const student = Intervals.interval(xi);
      const byRate = ratesByFlipRate(setting, p, student, encloseTeacher(setting, p));
      const rates = [p.lower, p.upper].map((flipRate) => bigFits({ ...given, flipRate }, xi).student);
      const range: Interval = { lower: xi, upper: xi + width };
      const atRate = Intervals.interval(rate);
      const byXi = ratesByXi(setting, atRate, range, encloseTeacher(setting, atRate));
      const students = [range.lower, range.upper].map((x) => bigFits({ ...given, flipRate: rate }, x).student);
      for (const { logit } of KINDS) {
        const slope = (of: typeof rates, { lower, upper }: Interval) =>
          of[1]![logit].minus(of[0]![logit]).div(bigNumber(upper).minus(bigNumber(lower)));
        expect(holds(byRate[logit], slope(rates, p))).toBe(true);
        expect(holds(byXi[logit], slope(students, range))).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test("the equalising ξ without cancellation is that of the theory", () => {
  const written = fitBook.expand("1/(1 - (1 - shortfallGood) + sigmaBad)");
  expect(prove(written, fitBook.expand("equalXi"), fitBook.symbols)).toEqual({ proved: true });
});
