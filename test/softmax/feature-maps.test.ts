import { Matrix, SVD } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { type FeatureTable, InvalidInput } from "../../src/data/index.ts";
import { normal, Streams } from "../../src/random/index.ts";
import { equivalence, meanEstimate, momentsOf } from "../../src/statistics/index.ts";
import { type FeatureMap, mapFeatures } from "../../src/softmax/feature-maps.ts";

function samples(rows: number, columns: number): FeatureTable {
  const random = new Streams({ seed: 8, claim: "test", problem: "features" }).replicate(columns);
  return { rows, columns, values: Float64Array.from({ length: rows * columns }, () => normal(random)) };
}

const rowOf = ({ columns, values }: FeatureTable, i: number): Float64Array =>
  values.subarray(i * columns, (i + 1) * columns);

const dot = (x: Float64Array, y: Float64Array): number => x.reduce((sum, value, j) => sum + value * y[j]!, 0);

/** exp(−‖x − y‖²/(2b²)). */
const gaussian = (x: Float64Array, y: Float64Array, bandwidth: number): number =>
  Math.exp(-(dot(x, x) - 2 * dot(x, y) + dot(y, y)) / (2 * bandwidth ** 2));

/** ‖x‖‖y‖ (sin φ + (π − φ) cos φ)/(πd). */
function arcCosine(x: Float64Array, y: Float64Array): number {
  const norms = Math.sqrt(dot(x, x) * dot(y, y));
  const cosine = Math.min(1, dot(x, y) / norms);
  const angle = Math.acos(cosine);
  return (norms * (Math.sin(angle) + (Math.PI - angle) * cosine)) / (Math.PI * x.length);
}

describe.each<[string, FeatureMap, (x: Float64Array, y: Float64Array) => number]>([
  [
    "Fourier features approximate the Gaussian kernel of bandwidth √d",
    fourier(),
    (x, y) => gaussian(x, y, Math.sqrt(3)),
  ],
  ["Fourier features of bandwidth 0.8 approximate its Gaussian kernel", fourier(0.8), (x, y) => gaussian(x, y, 0.8)],
  ["ReLU features approximate the arc-cosine kernel", { kind: "relu", columns: 1 << 15, seed: 1 }, arcCosine],
])("%s", (_, map, kernel) => {
  // The verdict is "supported" only where the whole interval around the measured mean lies within the margin. It has six
  // standard errors on each side: a mean of 2¹⁵ products is outside with probability 2·10⁻⁹.
  const [margin, z] = [0.15, 6];
  const table = samples(5, 3);
  const mapped = mapFeatures(table, map);
  const pairs = Array.from({ length: table.rows }, (__, i) =>
    Array.from({ length: i + 1 }, (___, k) => [i, k] as const),
  );
  const measured = pairs.flat().map(([i, k]) => {
    const [one, other] = [rowOf(mapped, i), rowOf(mapped, k)];
    const estimate = meanEstimate(momentsOf(one.map((value, c) => value * other[c]!)));
    return { x: rowOf(table, i), y: rowOf(table, k), estimate };
  });
  const verdicts = (expected: typeof kernel): string[] =>
    measured.map(({ x, y, estimate }) => equivalence(estimate, expected(x, y), margin, z).verdict);

  test("to within a margin, for every pair of samples and each with itself", () => {
    expect(verdicts(kernel)).toEqual(Array<string>(15).fill("supported"));
  });

  test("and a kernel that is twice as large, or of samples twice as large, is not what they approximate", () => {
    const twice = (x: Float64Array): Float64Array => x.map((value) => 2 * value);
    expect(verdicts((x, y) => 2 * kernel(x, y))).toContain("refuted");
    expect(verdicts((x, y) => kernel(twice(x), twice(y)))).toContain("refuted");
  });
});

function fourier(bandwidth?: number): FeatureMap {
  return { kind: "fourier", columns: 1 << 15, seed: 1, bandwidth };
}

const maps: readonly FeatureMap[] = [
  { kind: "relu", columns: 40, seed: 2 },
  { kind: "fourier", columns: 40, seed: 2 },
];

test.each(maps)("with more $kind features than samples, a linear teacher can learn any labels by heart", (map) => {
  const mapped = mapFeatures(samples(30, 3), map);
  const matrix = Matrix.from1DArray(30, 40, mapped.values);
  const singular = new SVD(matrix.transpose()).diagonal;
  // Independent rows: the least singular value is above the rounding of the decomposition.
  expect(Math.min(...singular)).toBeGreaterThan(40 * 30 * Number.EPSILON * Math.max(...singular));
});

test.each(maps)("standardised samples have $kind features of mean square about 1", (map) => {
  const { values } = mapFeatures(samples(1500, 50), { ...map, columns: 200 });
  const square = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
  // Over the directions, the mean of a column's squares has standard deviation at most 2/√d (ReLU; Fourier far less) and
  // there are 200 columns; over the samples, the mean of ‖x‖²/d has √(2/(50 · 1500)). Six of both.
  expect(Math.abs(square - 1)).toBeLessThanOrEqual(6 * Math.hypot(2 / Math.sqrt(50 * 200), Math.sqrt(2 / (50 * 1500))));
});

test.each(maps)(
  "every sample has its $kind features, whatever others there are, and column k whatever the number",
  (map) => {
    const table = samples(1100, 5);
    const mapped = mapFeatures(table, map);
    for (const i of [0, 1023, 1024, 1099]) {
      const alone = { rows: 1, columns: 5, values: rowOf(table, i) };
      expect(mapFeatures(alone, map).values).toEqual(rowOf(mapped, i));
      expect(mapFeatures(alone, { ...map, columns: 7 }).values).toEqual(rowOf(mapped, i).subarray(0, 7));
    }
    expect(mapFeatures(table, { ...map, seed: 3 }).values).not.toEqual(mapped.values);
  },
);

test.each<[Partial<FeatureMap>, string]>([
  [{ columns: 0 }, "a feature map needs a positive whole number of columns; given 0"],
  [{ columns: 2.5 }, "a feature map needs a positive whole number of columns; given 2.5"],
  [{ kind: "fourier", bandwidth: 0 }, "the bandwidth is 0; it must be positive"],
  [{ kind: "fourier", bandwidth: NaN }, "the bandwidth is NaN; it must be positive"],
  [{ kind: "fourier", bandwidth: Infinity }, "the bandwidth is Infinity; it must be positive"],
])("%j is refused", (change, message) => {
  const map = { ...maps[0], ...change } as FeatureMap;
  expect(() => mapFeatures(samples(2, 2), map)).toThrow(InvalidInput);
  expect(() => mapFeatures(samples(2, 2), map)).toThrow(message);
});
