import { expect, test } from "vitest";
import { Fractions } from "../../../src/formula/index.ts";
import { groupsOf } from "../../../src/ridge/optimum/groups.ts";
import { whole } from "./problems.ts";

test("modes with equal s are one group with the mean of their squared signals, largest s first", () => {
  const groups = groupsOf(whole([1, 5, 1, 3, 1], [1, 2, 0, 7, 1], 1));
  const shown = groups.map(({ s, squaredSignal, modes }) => [Fractions.show(s), Fractions.show(squaredSignal), modes]);
  expect(shown).toEqual([
    ["5", "2", 1],
    ["3", "7", 1],
    ["1", "2/3", 3],
  ]);
});
