import { expect, test } from "vitest";
import { Fractions, type Real } from "../../../src/formula/index.ts";
import { groupedProblem } from "../../../src/ridge/optimum/groups.ts";
import { whole } from "./problems.ts";

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
