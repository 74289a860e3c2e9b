import { expect, test } from "vitest";
import { Fractions } from "../../../src/formula/index.ts";
import { type ExactProblem, exactValue } from "../../../src/ridge/problem/exact-problem.ts";
import { high, low } from "../../../src/ridge/optimum/chart.ts";
import { cover } from "../../../src/ridge/optimum/cover.ts";
import { endOf } from "../../../src/ridge/optimum/ends.ts";
import { groupedProblem } from "../../../src/ridge/problem/groups.ts";
import { modesOf } from "../../../src/ridge/optimum/modes.ts";
import { optimum } from "../../../src/ridge/optimum/optimum.ts";
import { Search } from "../../../src/ridge/optimum/search.ts";
import { candidates } from "../../../src/ridge/optimum/stationary.ts";
import { isTie } from "../../../src/ridge/optimum/tie.ts";
import { exactLeast, holds, whole } from "./problems.ts";

const { compare, fraction, fromNumber, multiply, sign } = Fractions;

/** What the proof by curvature says, without the theorems and the enclosures that decide most problems before it. */
function saysTie(problem: ExactProblem): boolean {
  const grouped = groupedProblem(problem);
  const modes = modesOf(grouped);
  const cells = cover(modes);
  const ridge = new Search(modes, cells, (cell) => cell.ridge);
  const places = candidates(modes, ridge, { slopeOf: (cell) => cell.ridgeSlope(), width: 2 ** -44 });
  const search = new Search(modes, cells, (cell) => cell.distillation);
  return isTie(modes, search, [endOf(low, modes, grouped), endOf(high, modes, grouped)], places);
}

/** The exact least error over ξ at a λ, or in a limit, is below the least error of ridge. */
function isBeatenAt(problem: ExactProblem, at: number | "limitNear" | "limitFar"): boolean {
  const one = { lambda: fraction(1n) };
  const least = typeof at === "number" ? exactLeast(problem, at) : exactValue(at, problem, one);
  return compare(least, fromNumber(optimum(problem).ridge.error[0])) < 0;
}

test("a tie that is one: the least error over ξ is strictly convex where it may be least, and least at no end", () => {
  expect(saysTie(whole([9, 4, 1], [3, 1, 2], 1))).toBe(true);
});

// Inside, the least error over ξ is stationary at the best λ of ridge alone, and curved upwards there: only that an end is lower
// tells.
test.each([
  ["λ → 0", [11, 7, 5], [0, 4, 1], 8, "limitNear"],
  ["λ → 0", [7, 3, 2], [1, 5, 2], 6, "limitNear"],
  ["λ → ∞", [10, 5, 1], [3, 0, 2], 7, "limitFar"],
  ["λ → ∞", [7, 4, 1], [2, 0, 2], 8, "limitFar"],
] as const)("no tie where the infimum is at the end %s: s = %j, θ² = %j, γ² = %s", (_, s, square, noise, limit) => {
  const problem = whole(s, square, noise);
  expect(isBeatenAt(problem, limit)).toBe(true);
  expect(saysTie(problem)).toBe(false);
});

// The best λ of ridge is a maximum in between of two minima that are so near that one range holds all three; the least error is
// lower at both than at either end. Only that it is not convex there tells.
test.each([
  [[11, 10, 5], [3, 5, 4], 5, 1.2],
  [[12, 10, 1], [11, 4, 7], 9, 1.36],
  [[10, 9, 3], [7, 9, 8], 12, 1.4],
] as const)(
  "no tie where the least error is not convex at the best λ of ridge: s = %j, θ² = %j, γ² = %s",
  (s, square, noise, lambda) => {
    const problem = whole(s, square, noise);
    const ends = (["limitNear", "limitFar"] as const).map((limit) => isBeatenAt(problem, limit));
    expect([isBeatenAt(problem, lambda), ends]).toEqual([true, [false, false]]);
    expect(saysTie(problem)).toBe(false);
  },
);

/** The best λ of ridge between two, to 2⁻²⁰⁰: where the slope of its error changes its sign, by bisection in rational numbers. */
function bestRidge(problem: ExactProblem, from: bigint, to: bigint): ReturnType<typeof fraction> {
  const unit = 1n << 200n;
  let [lower, upper] = [from * unit, to * unit];
  const isFalling = (at: bigint): boolean =>
    sign(exactValue("teacherSlope", problem, { lambda: fraction(at, unit) })) < 0;
  expect([isFalling(lower), isFalling(upper)]).toEqual([true, false]);
  while (upper - lower > 1n) {
    const middle = (lower + upper) / 2n;
    if (isFalling(middle)) lower = middle;
    else upper = middle;
  }
  return fraction(lower, unit);
}

// The limit is below the least error of ridge by 2·10⁻²¹, which no enclosure in floating point can see. (The least error of ridge
// is within 2⁻⁴⁰⁰ or so of that at a λ that is off by 2⁻²⁰⁰.)
test("an end that is lower by less than the enclosures' widths leaves it open, and makes no tie", () => {
  const problem = { ...whole([11, 7, 5], [0, 4, 1], 0), noiseVariance: fraction(906432582150873481366n, 10n ** 20n) };
  const lambda = bestRidge(problem, 1n, 12n);
  const ridge = exactValue("at(error, xi, 0)", problem, { lambda });
  expect(compare(exactValue("limitNear", problem, { lambda }), ridge)).toBe(-1);
  const found = optimum(problem);
  expect(holds(found.ridge.error, ridge)).toBe(true);
  expect(found.strictlyBetter).toBeNull();
});

// S is 3·10⁻²⁶ at the best λ of ridge, far less than rounding: what is computed there is negative.
test("S < 0 is shown only where the whole enclosure of S is negative", () => {
  const problem = { ...whole([11, 10, 5], [3, 0, 4], 5) };
  const squaredSignal = [fraction(3n), fraction(499807933086956747896n, 10n ** 20n), fraction(4n)];
  const nearly = { ...problem, squaredSignal };
  const S = exactValue("condition", nearly, { lambda: bestRidge(nearly, 1n, 4n) });
  expect(sign(S)).toBe(1);
  const { condition } = optimum(nearly);
  expect(holds(condition.range!, S)).toBe(true);
  expect(condition.impliesBetter).toBe(false);
});

// The λ that is found is a floating-point number; the best one is not, and S there is another in the last digits.
test.each([
  [[9, 4, 1], [3, 1, 2], 1],
  [[4, 2, 1], [0, 2, 1], 1],
  [[11, 7, 5], [0, 4, 1], 8],
  [[12, 10, 1], [11, 4, 7], 9],
] as const)("the range of S holds S at the very best λ of ridge: s = %j, θ² = %j, γ² = %s", (s, square, noise) => {
  const problem = whole(s, square, noise);
  const { ridge, condition } = optimum(problem, { theorems: false });
  const near = BigInt(Math.floor(ridge.lambda! * 16));
  const scale = fraction(16n);
  const scaled = { ...problem, squaredSingularValues: problem.squaredSingularValues.map((value) => multiply(value, scale)), noiseVariance: multiply(problem.noiseVariance, scale) }; // prettier-ignore
  const lambda = multiply(bestRidge(scaled, near, near + 1n), fraction(1n, 16n));
  expect(holds(condition.range!, exactValue("condition", problem, { lambda }))).toBe(true);
});
