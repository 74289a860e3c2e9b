import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fraction, Fractions, TaylorBounds, type TaylorModel } from "../../../src/formula/index.ts";
import { type ExactProblem, exactValue } from "../../../src/ridge/problem/exact-problem.ts";
import { type Cell, cellOver } from "../../../src/ridge/optimum/cell.ts";
import { type Chart, high, low, middle } from "../../../src/ridge/optimum/chart.ts";
import { groupedProblem } from "../../../src/ridge/problem/groups.ts";
import { modesOf } from "../../../src/ridge/optimum/modes.ts";
import { exactError, exactLeast, holds, smallProblems, whole } from "./problems.ts";

const { add, fraction, fromNumber, multiply, reciprocal, subtract, toNumber } = Fractions;

/*
 * On the cells that a search begins with, the polynomial that is fitted to the best κ misses it by next to nothing. On cells many
 * times as wide it misses it visibly, and by that the enclosures must be wider: of the least error, and of κ.
 */
const places = [-1, -7 / 8, -1 / 2, -1 / 4, 0, 1 / 4, 1 / 2, 7 / 8, 1];

const coordinate = ({ centre, radius }: Cell, z: number): Fraction =>
  add(fromNumber(centre), multiply(fromNumber(radius), fromNumber(z)));

/** The exact values at places of a cell lie in its models; how many of these say anything. */
function heldIn(cell: Cell, problem: ExactProblem): number {
  let known = 0;
  for (const z of places) {
    const u = coordinate(cell, z);
    const lambda = cell.chart === high ? reciprocal(u) : u;
    const contains = (model: TaylorModel, formula: string, factor = fraction(1n)): void => {
      if (model.error === Infinity) return;
      known++;
      const { lower, upper } = TaylorBounds.valueAt(model, z);
      const value = multiply(factor, exactValue(formula, problem, { lambda }));
      expect(holds([lower, upper], value), `${formula}, ${cell.chart.name}, z = ${z}`).toBe(true);
    };
    contains(cell.ridge, "at(error, xi, 0)");
    contains(cell.distillation, "at(error, xi, 0) - gain");
    contains(cell.kappa, "optimalXi", cell.chart === middle ? undefined : u);
  }
  return known;
}

const noisy = smallProblems.filter(
  ({ noiseVariance, squaredSignal }) =>
    Fractions.sign(noiseVariance) > 0 && squaredSignal.some((square) => Fractions.sign(square) > 0),
);

test("on a wide cell, in every chart, the exact errors and the best κ lie in its models", () => {
  const runs = 60;
  let known = 0;
  fc.assert(
    fc.property(
      noisy,
      fc.constantFrom<Chart>(low, middle, high),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(3 / 2, 2, 3),
      (problem, chart, from, ratio) => {
        known += heldIn(cellOver(modesOf(groupedProblem(problem)), chart, from / 8, (ratio * from) / 8), problem);
      },
    ),
    { numRuns: runs },
  );
  // A cell that is too wide may say nothing; most say something.
  expect(known).toBeGreaterThan((runs * places.length * 3) / 2);
});

// In the last two, s are so far apart that the best κ bends more than the error does: what the truncated error is known to is less
// than what the fitted κ misses.
test.each([
  [[9, 4, 1], [3, 1, 2], 1, 1, 4],
  [[4, 2, 1], [0, 2, 1], 1, 0.5, 2],
  [[8, 4, 2, 1], [1, 5, 2, 3], 2, 0.25, 1],
  [[40, 0.006], [0.0078125, 3], 0.001, 6, 72],
  [[45, 0.0065], [0.0094, 2.9], 0.0008, 6.5, 76],
] as const)(
  "what the fitted κ misses counts: s = %j, θ² = %j, γ² = %s, λ from %s to %s",
  (s, square, noise, from, to) => {
    const problem = whole(s, square, noise);
    const cell = cellOver(modesOf(groupedProblem(problem)), middle, from, to);
    expect(heldIn(cell, problem)).toBe(3 * places.length);
    // Somewhere the error at the fitted κ is far above the least one: no enclosure around the first alone holds the second.
    const excesses = places.map((z) => {
      const lambda = toNumber(coordinate(cell, z));
      const fitted = cell.kappa.coefficients.reduceRight((sum, c) => sum * z + c, 0);
      return toNumber(subtract(exactError(problem, lambda, fitted), exactLeast(problem, lambda)));
    });
    expect(Math.min(...excesses)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...excesses)).toBeGreaterThan(1e-12);
  },
);
