import { expect, test } from "vitest";
import { experiment } from "../../src/evidence/index.ts";
import type { Finding } from "../../src/evidence/index.ts";
import { book, context } from "./fixtures.ts";

const found = (...differences: readonly (readonly number[])[]): Finding =>
  experiment({
    name: "it is better",
    effort: 0,
    unit: "points",
    measure: () => differences.map((each, i) => ({ what: `place ${i + 1}`, differences: each })),
  }).run(context).finding;

// Intervals at 99.5 %: the quantile of Student's t is 4.773 with 5 degrees of freedom, and 2.976 with the 39 that suffice for the
// vague differences, of mean 0.5 and deviation 1.049: 2.976 · 1.049/√40 < 0.5, while 2.980 · 1.049/√39 > 0.5.
const clear = [5, 6, 5, 6, 5, 6];
const vague = [1, -1, 2, 0, 1, 0];
const opposite = clear.map((value) => -value);

test("an experiment is supported where every difference has its whole interval above zero", () => {
  expect(
    found(
      clear,
      clear.map((value) => value + 1),
    ),
  ).toEqual({
    verdict: "supported",
    detail:
      "2 differences are positive, by 99.5 % intervals; the closest to zero is place 1: 5.5 points, in [4.43, 6.57], 6 repeats",
  });
});

test("it is refuted where one has it below, whatever the others show", () => {
  const { verdict, detail } = found(clear, vague, opposite);
  expect(verdict).toBe("refuted");
  expect(detail).toMatch(/^place 3: -5\.5 points, in \[-6\.57, -4\.43\], 6 repeats, .* it should be positive$/);
});

test("else it is inconclusive, and says how many repeats would settle it", () => {
  const { verdict, detail } = found(clear, vague);
  expect(verdict).toBe("inconclusive");
  expect(detail).toMatch(/^place 2: 0\.5 points, .*; about 40 would settle it$/);
});

test("a difference of nothing is never supported", () => {
  expect(found([0, 0, 0, 0]).verdict).toBe("inconclusive");
  expect(found([0, 0, 0, 0]).detail).toMatch(/no number of repeats is seen to settle it$/);
});

test("it covers no formula, and says why it notices none that is broken", () => {
  const check = experiment({ name: "n", effort: 0, unit: "u", measure: () => [{ what: "w", differences: clear }] });
  expect(check.covers).toEqual([]);
  expect(check.run(context).notices(book)).toEqual({ noticed: false, because: "it measures, and uses no formula" });
});
