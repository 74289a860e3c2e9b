import fc from "fast-check";
import { expect, test } from "vitest";
import { type Interval, Intervals } from "../../src/formula/index.ts";
import type { LogisticSetting } from "../../src/logistic/problem.ts";
import { studentFit } from "../../src/logistic/reduction.ts";
import { narrowed } from "../../src/logistic/sign-change.ts";
import { flipRateRoots, signChanges, xiRoots } from "../../src/logistic/sign-changes.ts";
import { studentThreshold, teacherThreshold } from "../../src/logistic/thresholds.ts";
import { perfectXi } from "../../src/logistic/xi-thresholds.ts";

const settingOf = (classSize: number, similarity: number, lambda: number): LogisticSetting => ({
  classSize,
  similarity,
  lambda,
});
const shortened = ({ lower, upper }: Interval): string => Intervals.middle({ lower, upper }).toFixed(5);

// (x − 1)(x − 2)(x − 3), whose roots are known.
const cubic = {
  value: (x: Interval) =>
    [1, 2, 3].map((root) => Intervals.subtract(x, Intervals.interval(root))).reduce(Intervals.multiply),
  slope: (x: Interval) => {
    const term = (factor: number, power: number): Interval =>
      Intervals.multiply(Intervals.interval(factor), Intervals.power(x, power));
    return Intervals.add(Intervals.add(term(3, 2), term(-12, 1)), Intervals.interval(11));
  },
};

test("all roots of a cubic are isolated, with their directions", () => {
  const { roots, undecided } = signChanges(cubic, { lower: 0.1, upper: 7 });
  expect(undecided).toEqual([]);
  expect(roots.map(({ falling }) => falling)).toEqual([false, true, false]);
  roots.forEach(({ at }, i) => {
    expect(at.lower).toBeLessThan(i + 1);
    expect(at.upper).toBeGreaterThan(i + 1);
    expect(at.upper - at.lower).toBeLessThan(1e-14 * (i + 1));
  });
});

test("a double root is said to be undecided, and so is a root at an end", () => {
  const square = { value: (x: Interval) => Intervals.power(x, 2), slope: (x: Interval) => x };
  const { roots, undecided } = signChanges(square, { lower: -1, upper: 2 });
  expect(roots).toEqual([]);
  expect(undecided.every(({ lower, upper }) => lower <= 1e-6 && upper >= -1e-6)).toBe(true);
  const line = { value: (x: Interval) => x, slope: () => Intervals.interval(1) };
  expect(signChanges(line, { lower: 0, upper: 1 }).undecided.length).toBeGreaterThan(0);
});

test("a bracket is narrowed to the last digits of the root", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      (root, size) => {
        const at = (x: number): Interval => Intervals.subtract(Intervals.interval(root), Intervals.interval(x));
        const { lower, upper } = narrowed(at, { lower: root - size, upper: root + 3 * size }, 1);
        expect(lower).toBeLessThanOrEqual(root);
        expect(upper).toBeGreaterThanOrEqual(root);
        // The doubt of a difference is two units in its last place, and steps from it double.
        expect(upper - lower).toBeLessThanOrEqual(64 * Number.EPSILON * Math.max(Math.abs(root), size));
      },
    ),
  );
});

test("(10, 0.3, 0.5, ξ = 30): one more root of z_b near p = 0.1035, below p_T, where the good points are long broken", () => {
  const setting = settingOf(10, 0.3, 0.5);
  const { roots, undecided } = flipRateRoots(setting, 30, "bad");
  expect(undecided).toEqual([]);
  expect(roots.map(({ at, falling }) => [shortened(at), falling])).toEqual([["0.10346", false]]);
  expect(roots[0]!.at.upper).toBeLessThan(teacherThreshold(setting).lower);
  const { logitGood } = studentFit({ ...setting, flipRate: 0.1035 }, 30);
  expect(logitGood).toBeLessThan(-30);
  expect(flipRateRoots(setting, 30, "good")).toEqual({ roots: [], undecided: [] });
});

test("(20, 0.1, 1, p = 0.1): z_b has two roots at negative ξ, between which the student is wrong", () => {
  const { roots, undecided } = xiRoots(settingOf(20, 0.1, 1), 0.1, "bad", { lower: -60, upper: 10 });
  expect(undecided).toEqual([]);
  expect(roots.map(({ at, falling }) => [shortened(at), falling])).toEqual([
    ["-29.57924", true],
    ["-0.14053", false],
  ]);
});

test("branch and prune finds p_S(ξ) and ξ_hi(p), and no other root on the side where the good points are right", () => {
  const settings = [settingOf(10, 0.3, 0.5), settingOf(2, 0.5, 1), settingOf(30, 0.8, 2), settingOf(5, 0.4, 0.2)];
  for (const setting of settings) {
    for (const xi of [0.5, 1]) {
      const { roots, undecided } = flipRateRoots(setting, xi, "bad");
      const { threshold } = studentThreshold(setting, xi);
      expect(undecided).toEqual([]);
      expect(roots.map(({ at }) => shortened(at))).toEqual(threshold === null ? [] : [shortened(threshold)]);
    }
    const { high } = perfectXi({ ...setting, flipRate: 0.2 });
    const { roots } = xiRoots(setting, 0.2, "good", { lower: -5, upper: 20 });
    expect(roots.map(({ at, falling }) => [shortened(at), falling])).toEqual([[shortened(high), true]]);
  }
});
