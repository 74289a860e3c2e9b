import fc from "fast-check";
import { expect, test } from "vitest";
import {
  meanEstimate,
  mergeMoments,
  type Moments,
  momentsOf,
  noMoments,
  varianceEstimate,
} from "../../src/statistics/moments.ts";

// Values are small integers, so that every power sum is an exact integer and the definitions can be computed exactly.
const samples = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 });

/** count^p Σ (x − mean)^p, exactly. */
function scaledPowerSum(values: readonly number[], p: bigint): bigint {
  const count = BigInt(values.length);
  const sum = values.reduce((total, value) => total + BigInt(value), 0n);
  return values.reduce((total, value) => total + (count * BigInt(value) - sum) ** p, 0n);
}

/** The definition, and the bound on rounding: n + 10 operations, each relative to the sum of absolute values. */
function expectMoments(moments: Moments, values: readonly number[]): void {
  const count = values.length;
  expect(moments.count).toBe(count);
  const unit = (count + 10) * Number.EPSILON;
  const size = Math.max(...values.map(Math.abs)) * 2;
  expect(Math.abs(moments.mean - values.reduce((sum, value) => sum + value, 0) / count)).toBeLessThanOrEqual(
    unit * size,
  );
  for (const p of [2, 3, 4] as const) {
    const exact = Number(scaledPowerSum(values, BigInt(p))) / count ** p;
    expect(Math.abs(moments[`m${p}`] - exact)).toBeLessThanOrEqual(4 * p * unit * count * size ** p);
  }
}

test("the moments of a batch are those of their definition", () => {
  fc.assert(fc.property(samples, (values) => expectMoments(momentsOf(Float64Array.from(values)), values)));
});

test("the moments of parts, merged, are the moments of the whole", () => {
  fc.assert(
    fc.property(fc.array(samples, { minLength: 1, maxLength: 5 }), (parts) => {
      const merged = parts.map((part) => momentsOf(Float64Array.from(part))).reduce(mergeMoments, noMoments);
      expectMoments(merged, parts.flat());
    }),
  );
});

test("an empty part changes nothing", () => {
  const moments = momentsOf(Float64Array.of(1, 2, 4));
  expect(mergeMoments(noMoments, moments)).toEqual(moments);
  expect(momentsOf(new Float64Array())).toEqual(noMoments);
});

test("a large offset costs no precision in the spread", () => {
  // 2³⁰ + k is exact, and so are the deviations from a mean that is exact.
  const offset = Float64Array.of(1, 2, 3, 6).map((value) => value + 2 ** 30);
  expect(momentsOf(offset).m2).toBe(momentsOf(Float64Array.of(1, 2, 3, 6)).m2);
});

test("standard errors follow from the definitions", () => {
  // 0, 0, 0, 4: mean 1, Σ(x − 1)² = 12, Σ(x − 1)⁴ = 84.
  const moments = momentsOf(Float64Array.of(0, 0, 0, 4));
  expect(meanEstimate(moments)).toEqual({ value: 1, standardError: Math.sqrt(12 / 3 / 4) });
  expect(varianceEstimate(moments)).toEqual({ value: 4, standardError: Math.sqrt((84 / 4 - 9) / 4) });
});
