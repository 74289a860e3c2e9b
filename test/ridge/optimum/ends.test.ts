import fc from "fast-check";
import { expect, test } from "vitest";
import { Fractions, Reals } from "../../../src/formula/index.ts";
import { high, low, middle } from "../../../src/ridge/optimum/chart.ts";
import { attainment, type End, endOf, isLower, mayBeLeast } from "../../../src/ridge/optimum/ends.ts";
import { groupedProblem } from "../../../src/ridge/problem/groups.ts";
import { modesOf } from "../../../src/ridge/optimum/modes.ts";
import type { Piece, Search } from "../../../src/ridge/optimum/search.ts";
import { lambdas } from "../../../src/ridge/optimum/stationary.ts";
import { whole } from "./problems.ts";

/** An end of which only an interval of the limit is known, as where the modes are many. */
const endAt = (chart: End["chart"], lower: number, upper: number, more: Partial<End> = {}): End => ({
  chart,
  value: { lower, upper },
  limit: Reals.realBetween(BigInt(2 * lower), BigInt(2 * upper), -1),
  fallsInwards: false,
  risesUpTo: 0,
  ...more,
});

/** A search that has found a value, and shows all but what is set aside to lie above any level below another. */
const searchThat = (found: number, isAboveUpTo = found): Search =>
  ({ best: { upper: found }, isAbove: (level: number) => level < isAboveUpTo }) as unknown as Search;

test("an end is ruled out only where its whole limit is above what was found, or where the error falls from it inwards", () => {
  expect(mayBeLeast(endAt(low, 1, 3), searchThat(2))).toBe(true);
  expect(mayBeLeast(endAt(low, 2, 3), searchThat(2))).toBe(true);
  expect(mayBeLeast(endAt(low, 2.5, 3), searchThat(2))).toBe(false);
  expect(mayBeLeast(endAt(low, 1, 3, { fallsInwards: true }), searchThat(2))).toBe(false);
});

test("the infimum is attained where both ends are ruled out, and approached where all else is above the whole limit", () => {
  const [near, far] = [endAt(low, 5, 6), endAt(high, 7, 8)];
  expect(attainment(searchThat(2), [near, far]).attained).toBe(true);
  const rising = endAt(low, 1, 3, { risesUpTo: 0.25 });
  expect(attainment(searchThat(2, 4), [rising, far])).toEqual({ attained: false, at: rising });
  // All else is above 2 alone: it may be at 2.5, and the limit at 3.
  expect(attainment(searchThat(2, 2.5), [rising, far])).toEqual({ attained: null, at: rising });
  // Nothing shows that it rises from the end.
  expect(attainment(searchThat(2, 4), [endAt(low, 1, 3), far]).attained).toBeNull();
});

test("only parts of the end's own chart are set aside, as far as the error rises there", () => {
  const asked: Parameters<Search["isAbove"]>[1][] = [];
  const search = {
    best: { upper: 2 },
    isAbove: (_: number, except: (typeof asked)[number]) => asked.push(except) > 0,
  } as unknown as Search;
  const ends = [endAt(low, 1, 3, { risesUpTo: 0.25 }), endAt(high, 7, 8)] as const;
  expect(attainment(search, ends).attained).toBe(false);
  const piece = (chart: End["chart"], centre: number): Piece =>
    ({ cell: { chart, centre, radius: 2 ** -10 }, centre: 0, radius: 1 }) as unknown as Piece;
  const [except] = asked as [(typeof asked)[number]];
  expect([low, middle, high].map((chart) => except(piece(chart, 0.125)))).toEqual([true, false, false]);
  expect(except(piece(low, 0.25))).toBe(false);
});

test("where the slope at an end is 0, the error is not said to fall from it", () => {
  for (const problem of [whole([2, 2], [3, 1], 1), whole([4, 4, 4], [0, 1, 2], 5)]) {
    const grouped = groupedProblem(problem);
    for (const chart of [low, high]) {
      const { fallsInwards, risesUpTo } = endOf(chart, modesOf(grouped), grouped);
      expect([fallsInwards, risesUpTo]).toEqual([false, 0]);
    }
  }
});

test("of two limits the lower one is named, exactly where that is known", () => {
  const exact = (chart: End["chart"], value: bigint): End =>
    endAt(chart, 1, 2, { limit: Reals.real(Fractions.fraction(value, 10n ** 30n)) });
  expect(isLower(exact(low, 10n ** 30n), exact(high, 10n ** 30n + 1n))).toBe(true);
  expect(isLower(exact(low, 10n ** 30n + 1n), exact(high, 10n ** 30n))).toBe(false);
  expect(isLower(endAt(low, 1, 3), endAt(high, 0, 2))).toBe(false);
});

test("every λ of a range of coordinates is in the range of λ", () => {
  const { compare, fraction, fromNumber, reciprocal } = Fractions;
  const coordinates = fc.double({ min: 2 ** -40, max: 2 ** 40, noNaN: true });
  fc.assert(
    fc.property(coordinates, coordinates, (one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      expect(lambdas({ chart: middle, from, to })).toEqual({ lower: from, upper: to });
      const { lower, upper } = lambdas({ chart: high, from, to });
      expect(compare(fromNumber(lower), reciprocal(fromNumber(to)))).toBeLessThanOrEqual(0);
      expect(compare(reciprocal(fromNumber(from)), fromNumber(upper))).toBeLessThanOrEqual(0);
      expect(lambdas({ chart: high, from: 0, to }).upper).toBe(Infinity);
      // And no other, but for rounding.
      expect(compare(fromNumber(upper), reciprocal(fromNumber(from * (1 - 1e-14))))).toBeLessThanOrEqual(0);
      expect(compare(fromNumber(lower), fraction(0n))).toBe(1);
    }),
  );
});
