import fc from "fast-check";
import { expect, test } from "vitest";
import { Fractions } from "../../../src/formula/index.ts";
import { groupedProblem } from "../../../src/ridge/problem/groups.ts";
import { inUnits, scaled, scaledInterval, unitsOf } from "../../../src/ridge/optimum/scale.ts";
import { smallProblems } from "./problems.ts";

test("in its own units a problem has its largest s and its largest squared signal in [1, 2)", () => {
  fc.assert(
    fc.property(smallProblems, (problem) => {
      const grouped = groupedProblem(problem);
      const { groups } = inUnits(grouped, unitsOf(grouped));
      const [s, signal] = [groups.map((group) => group.s), groups.map(({ squaredSignal }) => squaredSignal)].map(
        (values) => Math.max(...values.map(({ exact }) => Fractions.toNumber(exact!))),
      );
      expect(s! >= 1 && s! < 2).toBe(true);
      expect(signal === 0 || (signal! >= 1 && signal! < 2)).toBe(true);
    }),
  );
});

test("scaling by a power of two is exact, and outward where digits are lost", () => {
  expect([scaled(3, 1000), scaled(3, -1000), scaled(1.5, 0)]).toEqual([3 * 2 ** 1000, 3 * 2 ** -1000, 1.5]);
  const { lower, upper } = scaledInterval({ lower: 3, upper: 3 }, -1075);
  expect([lower, upper].map((value) => value / 2 ** -1074)).toEqual([1, 3]); // 3/2 units of the smallest number
});
