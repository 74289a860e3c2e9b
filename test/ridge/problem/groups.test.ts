import { expect, test } from "vitest";
import { Fractions, type Real } from "../../../src/formula/index.ts";
import type { ExactProblem } from "../../../src/ridge/problem/exact-problem.ts";
import { distinctModes, groupedProblem, levelled, modesByS } from "../../../src/ridge/problem/groups.ts";
import { whole } from "../optimum/problems.ts";

const exact = (value: Real): string => Fractions.show(value.exact!);

test("modes with equal s are one group with the mean of their squared signals, largest s first", () => {
  const { groups } = groupedProblem(whole([1, 5, 1, 3, 1], [1, 2, 0, 7, 1], 1));
  const shown = groups.map(({ s, squaredSignal, modes }) => [...[s, squaredSignal].map(exact), modes]);
  expect(shown).toEqual([
    ["5", "2", 1],
    ["3", "7", 1],
    ["1", "2/3", 3],
  ]);
});

test("levelling gives modes of equal s their mean signal, and leaves out what has neither signal nor noise", () => {
  const shown = ({ squaredSingularValues, squaredSignal }: ExactProblem): string[][] =>
    [squaredSingularValues, squaredSignal].map((values) => values.map(Fractions.show));
  const noisy = whole([1, 5, 1, 3], [1, 2, 0, 0], 1);
  expect(shown(levelled(noisy))).toEqual([
    ["1", "5", "1", "3"],
    ["1/2", "2", "1/2", "0"],
  ]);
  expect(shown(levelled({ ...noisy, noiseVariance: Fractions.fraction(0n) }))).toEqual([
    ["1", "5", "1"],
    ["1/2", "2", "1/2"],
  ]);
  expect(shown(distinctModes(levelled(noisy)))).toEqual([
    ["1", "5", "3"],
    ["1/2", "2", "0"],
  ]);
});

test("in a group of equal s the positions stand in order, and groups in the order in which their s first occur", () => {
  const found = modesByS(whole([1, 5, 1, 3, 1], [1, 2, 0, 7, 1], 1));
  expect(found.map(({ positions }) => positions)).toEqual([[0, 2, 4], [1], [3]]);
});
