import fc from "fast-check";
import { expect, test } from "vitest";
import { Fractions } from "../../../src/formula/index.ts";
import { cover } from "../../../src/ridge/optimum/cover.ts";
import { groupedProblem } from "../../../src/ridge/problem/groups.ts";
import { modesOf } from "../../../src/ridge/optimum/modes.ts";
import { Search } from "../../../src/ridge/optimum/search.ts";
import { smallProblems, whole } from "./problems.ts";

const noisy = smallProblems.filter(
  ({ noiseVariance, squaredSignal }) =>
    Fractions.sign(noiseVariance) > 0 && squaredSignal.some((square) => Fractions.sign(square) > 0),
);

// Next to nothing but noise: the lowest piece cannot be made any better, and is set aside.
const hopeless = whole([1, 1, 1], [0, 0, 1], 2 ** 68);

// Pieces that cannot be cut any further are set aside: they are among those that cover the range all the same.
test("no piece of a search has a bound below its lower bound, and one has just that", () => {
  fc.assert(
    fc.property(noisy, (problem) => {
      const modes = modesOf(groupedProblem(problem));
      for (const errorOf of ["ridge", "distillation"] as const) {
        const search = new Search(modes, cover(modes), (cell) => cell[errorOf]);
        expect(Math.min(...search.pieces.map(({ bound }) => bound))).toBe(search.lower);
      }
    }),
    { numRuns: 60, examples: [[whole([9, 4, 1], [3, 1, 2], 1)], [hopeless]] },
  );
});

// A bound that is the level itself shows nothing to be above it; where nothing can be improved, halves have the same bound.
test("what is shown to be at a level is not shown to be above it", () => {
  const modes = modesOf(groupedProblem(hopeless));
  const search = new Search(modes, cover(modes), (cell) => cell.distillation);
  expect(search.notAbove(search.lower, 1).length).toBeGreaterThan(0);
});
