import fc from "fast-check";
import { expect, test } from "vitest";
import { type Interval, Intervals } from "../../src/formula/index.ts";
import { logisticSettings } from "../../src/logistic/arbitraries.ts";
import type { LogisticSetting } from "../../src/logistic/problem.ts";
import { studentFit, teacherFit } from "../../src/logistic/reduction.ts";
import { roundsThreshold } from "../../src/logistic/rounds.ts";
import { largestXi, studentThreshold, teacherThreshold } from "../../src/logistic/thresholds.ts";
import { bigFits } from "./precise.ts";

function settingOf(classSize: number, similarity: number, lambda: number): LogisticSetting {
  return { classSize, similarity, lambda };
}

const settings = logisticSettings;
const width = ({ lower, upper }: Interval): number => upper - lower;
const inside = (value: Interval | null): value is Interval => value !== null && value.lower > 0 && value.upper < 1 / 2;

test("the teacher's logit at bad points, in 80 digits, is positive just below p_T and negative just above", () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const { lower, upper } = teacherThreshold(setting);
      expect(upper).toBeLessThan(1 / 2 + 16 * Number.EPSILON);
      if (lower <= 0 || upper >= 1 / 2) return;
      const signs = [lower, upper].map((flipRate) => bigFits({ ...setting, flipRate }, 0).teacher.logitBad.s);
      expect(signs).toEqual([1, -1]);
    }),
  );
});

// The formula is a quotient of sums of terms of the size of p_T + (1 − c)/(cm), each computed to some roundings.
test("p_T is enclosed to within some roundings of its terms", () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const { classSize: m, similarity: c } = setting;
      const terms = 1 + (1 - c) / (c * m);
      expect(width(teacherThreshold(setting))).toBeLessThanOrEqual(64 * Number.EPSILON * terms);
    }),
  );
});

test("the student's logit at bad points, in 80 digits, is positive just below p_S(ξ) and negative just above", () => {
  let found = 0;
  fc.assert(
    fc.property(settings, fc.double({ min: 0, max: 2, noNaN: true }), (setting, xi) => {
      const { threshold } = studentThreshold(setting, xi);
      if (!inside(threshold)) return;
      found++;
      const signs = [threshold.lower, threshold.upper].map(
        (flipRate) => bigFits({ ...setting, flipRate }, xi).student.logitBad.s,
      );
      expect(signs).toEqual([1, -1]);
    }),
  );
  expect(found).toBeGreaterThan(10);
});

test("p_T < p_S(1), proved by disjoint enclosures, wherever p_T ≥ 0", () => {
  let ordered = 0;
  fc.assert(
    fc.property(settings, (setting) => {
      const teacher = teacherThreshold(setting);
      if (teacher.lower < 0) return;
      const { threshold, reason } = studentThreshold(setting, 1);
      // At huge λ and hardly any room between similarity and 1, ξ = 1 cannot be told from ξ_max.
      if (setting.lambda > 1000 && threshold === null) return;
      expect(reason).toBeUndefined();
      // Next to 1/2, where both are, and at huge λ, where logits are tiny, rounding may hide which is larger.
      if (1 / 2 - teacher.upper > 1e-9 && setting.lambda <= 1000) {
        expect(threshold!.lower).toBeGreaterThan(teacher.upper);
      } else expect(threshold!.upper).toBeGreaterThan(teacher.lower);
      ordered++;
    }),
  );
  expect(ordered).toBeGreaterThan(10);
});

test("p_S(ξ) rises from p_T at ξ = 0 towards 1/2 at ξ_max, and beyond there is none", () => {
  fc.assert(
    fc.property(
      settings,
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 2, maxLength: 4 }),
      (setting, parts) => {
        const most = largestXi(setting);
        const xis = [...new Set(parts.map((part) => part * most.lower))].toSorted((one, other) => one - other);
        const thresholds = xis.map((xi) => studentThreshold(setting, xi).threshold);
        const above = thresholds.map((each) => each?.upper ?? 0);
        const below = thresholds.map((each) => each?.lower ?? 0);
        // Falling by what the enclosures leave open is no contradiction; nothing more may.
        for (let i = 1; i < xis.length; i++) expect(above[i]!).toBeGreaterThanOrEqual(below[i - 1]!);
        const { threshold, reason } = studentThreshold(setting, Intervals.above(most.upper));
        expect([threshold, reason]).toEqual([
          null,
          "ξ is at least ξ_max, so the bad points are right at flip rate 1/2, and just below it",
        ]);
      },
    ),
    { numRuns: 50 },
  );
});

test("with ξ = 0 the student's threshold is the teacher's; p_S(ξ) comes near to 1/2 as ξ does to ξ_max", () => {
  const setting = settingOf(10, 0.3, 0.5);
  expect(studentThreshold(setting, 0).threshold).toEqual(teacherThreshold(setting));
  const { lower, upper } = studentThreshold(setting, largestXi(setting).lower * (1 - 1e-9)).threshold!;
  expect([lower > 1 / 2 - 1e-8, upper < 1 / 2]).toEqual([true, true]);
});

test("ξ_max is where the student's logit at bad points is 0 at flip rate 1/2", () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const { lower, upper } = largestXi(setting);
      const signs = [lower, upper].map((xi) => bigFits({ ...setting, flipRate: 1 / 2 }, xi).student.logitBad.s);
      expect(signs).toEqual([-1, 1]);
      expect(upper - lower).toBeLessThanOrEqual(64 * Number.EPSILON * upper);
    }),
  );
});

test("(8, 0.05, 2): no p_S(1), as bad points are wrong from the start", () => {
  const setting = settingOf(8, 0.05, 2);
  expect(teacherThreshold(setting).upper).toBeLessThan(0);
  const reason = "the bad points are wrong from the smallest flip rates on";
  expect([studentThreshold(setting, 0), studentThreshold(setting, 1)]).toEqual([
    { threshold: null, reason },
    { threshold: null, reason },
  ]);
  // A larger ξ mends that: ξ_lo(0⁺) is near 1.02.
  expect(studentThreshold(setting, 1.1).threshold!.lower).toBeGreaterThan(0);
});

test("for ξ < 0 the threshold is the single change of sign, where there is one", () => {
  const setting = settingOf(20, 0.1, 1);
  const { threshold } = studentThreshold(setting, -5);
  const at = (flipRate: number): number => studentFit({ ...setting, flipRate }, -5).logitBad;
  expect([at(threshold!.lower - 1e-9) > 0, at(threshold!.upper + 1e-9) < 0]).toEqual([true, true]);
  expect(threshold!.upper).toBeLessThan(teacherThreshold(setting).lower);
});

test("rounds with ξ = 1, (5, 0.02, 0.3): no threshold after 10, 0.116 after 15, 0.327 after 25", () => {
  const setting = settingOf(5, 0.02, 0.3);
  const after = (rounds: number): string | undefined => {
    const threshold = roundsThreshold(setting, rounds);
    return threshold === null ? undefined : Intervals.middle(threshold).toFixed(3);
  };
  expect([0, 10, 15, 25].map(after)).toEqual([undefined, undefined, "0.116", "0.327"]);
});

test("rounds raise the threshold, and one round is the student with ξ = 1", () => {
  const setting = settingOf(10, 0.3, 0.5);
  const thresholds = [0, 1, 2, 3].map((rounds) => roundsThreshold(setting, rounds)!);
  for (let k = 1; k < 4; k++) expect(thresholds[k]!.lower).toBeGreaterThan(thresholds[k - 1]!.upper);
  const overlaps = (one: Interval, other: Interval): boolean => one.lower <= other.upper && other.lower <= one.upper;
  expect(overlaps(thresholds[0]!, teacherThreshold(setting))).toBe(true);
  expect(overlaps(thresholds[1]!, studentThreshold(setting, 1).threshold!)).toBe(true);
});

test("the teacher's logits fall in p", () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const fits = [0, 0.1, 0.2, 0.3, 0.4].map((flipRate) => teacherFit({ ...setting, flipRate }));
      for (let i = 1; i < fits.length; i++) {
        expect(fits[i]!.logitGood).toBeLessThan(fits[i - 1]!.logitGood);
        expect(fits[i]!.logitBad).toBeLessThan(fits[i - 1]!.logitBad);
      }
    }),
  );
});
