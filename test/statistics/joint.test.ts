import fc from "fast-check";
import { expect, test } from "vitest";
import { combinationEstimate, jointMomentsOf, mergeJointMoments } from "../../src/statistics/joint.ts";
import { meanEstimate, momentsOf } from "../../src/statistics/moments.ts";

const pairs = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 2,
  maxLength: 40,
});
const columns = (rows: readonly (readonly [number, number])[]): Float64Array[] =>
  [0, 1].map((column) => Float64Array.from(rows, (row) => row[column]!));

test("the mean of a combination, with its error, is that of the combined values", () => {
  fc.assert(
    fc.property(
      pairs,
      pairs,
      fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
      (some, more, weights) => {
        const merged = mergeJointMoments(jointMomentsOf(columns(some)), jointMomentsOf(columns(more)));
        const combined = [...some, ...more].map(([x, y]) => weights[0] * x + weights[1] * y);
        const expected = meanEstimate(momentsOf(Float64Array.from(combined)));
        const estimate = combinationEstimate(merged, weights);
        // n + 20 roundings relative to the largest value, 2 · 3 · 50; the square root halves the relative error but doubles
        // the digits lost near 0, so squares are compared.
        const unit = (combined.length + 20) * Number.EPSILON;
        expect(Math.abs(estimate.value - expected.value)).toBeLessThanOrEqual(unit * 300);
        expect(Math.abs(estimate.standardError ** 2 - expected.standardError ** 2)).toBeLessThanOrEqual(
          unit * 600 ** 2,
        );
      },
    ),
  );
});

test("weights that cancel have no error: x − x is always 0", () => {
  const x = Float64Array.of(1, 5, 2, 9);
  expect(combinationEstimate(jointMomentsOf([x, x]), [1, -1])).toEqual({ value: 0, standardError: 0 });
});
