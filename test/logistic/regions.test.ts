import fc from "fast-check";
import { expect, test } from "vitest";
import { Intervals } from "../../src/formula/index.ts";
import { logisticSettings } from "../../src/logistic/arbitraries.ts";
import { certifyOrdering } from "../../src/logistic/ordering.ts";
import { accuracy, studentFit, teacherFit } from "../../src/logistic/reduction.ts";
import { regionMap, regionOf } from "../../src/logistic/regions.ts";
import { studentThreshold, teacherThreshold } from "../../src/logistic/thresholds.ts";

const setting = { classSize: 10, similarity: 0.3, lambda: 0.5 };
const rectangle = { flipRate: Intervals.interval(0.01, 0.49), xi: Intervals.interval(0, 3) };

test("a rectangle in the plane of p and ξ falls into the regions of the theory, and their boundaries", () => {
  const { settled, undecided } = regionMap(setting, rectangle, 4);
  const kinds = new Set(settled.map(({ region }) => `${region.teacher} / ${region.student}: ${region.compared}`));
  expect(kinds).toEqual(
    new Set(["all / all: equal", "good / all: better", "good / good: equal", "good / bad: worse", "all / bad: worse"]),
  );
  const area = (parts: readonly (typeof rectangle)[]): number =>
    parts.reduce((sum, { flipRate, xi }) => sum + (flipRate.upper - flipRate.lower) * (xi.upper - xi.lower), 0);
  // Halves of halves of the sides: every product and sum is exact but for some roundings.
  expect(area(settled) + area(undecided)).toBeCloseTo(area([rectangle]), 12);
});

test("the fits in a settled rectangle are those of its region", () => {
  const parts = fc.double({ min: 0, max: 1, noNaN: true });
  let settled = 0;
  fc.assert(
    fc.property(
      logisticSettings,
      parts,
      fc.double({ min: -5, max: 5, noNaN: true }),
      parts,
      parts,
      (given, p, xi, inP, inXi) => {
        const box = {
          flipRate: Intervals.interval(0.001 + 0.48 * p, 0.01 + 0.48 * p),
          xi: Intervals.interval(xi, xi + 0.05),
        };
        const region = regionOf(given, box);
        if (region === null) return;
        settled++;
        const flipRate = box.flipRate.lower + inP * (box.flipRate.upper - box.flipRate.lower);
        const problem = { ...given, flipRate: Math.min(flipRate, box.flipRate.upper) };
        const values = { all: 1, good: 1 - problem.flipRate, bad: problem.flipRate, none: 0 };
        expect(accuracy(problem, teacherFit(problem))).toBe(values[region.teacher]);
        expect(accuracy(problem, studentFit(problem, Math.min(xi + 0.05, xi + inXi * 0.05)))).toBe(
          values[region.student],
        );
      },
    ),
  );
  expect(settled).toBeGreaterThan(30);
});

test("a gap of 0.1 between them is proved on a box, by subdivision", () => {
  const box = {
    classSize: Intervals.interval(10, 12),
    similarity: Intervals.interval(0.3, 0.35),
    lambda: Intervals.interval(0.5, 0.55),
  };
  const { proved, undecided } = certifyOrdering(box, 0.1);
  expect(undecided).toEqual([]);
  expect(proved).toBeGreaterThan(1);
});

test("a gap that is not there is not proved, and a box without p_T ≥ 0 says nothing", () => {
  const point = Intervals.interval;
  const box = { classSize: point(10), similarity: point(0.3), lambda: point(0.5) };
  const gap = studentThreshold(setting, 1).threshold!.lower - teacherThreshold(setting).upper;
  expect(certifyOrdering(box, gap * (1 - 1e-9)).proved).toBe(1);
  expect(certifyOrdering(box, gap * (1 + 1e-9)).undecided.length).toBeGreaterThan(0);
  expect(certifyOrdering({ classSize: point(8), similarity: point(0.05), lambda: point(2) }, gap)).toEqual({
    proved: 0,
    empty: 1,
    undecided: [],
  });
});
