import { expect, test } from "vitest";
import { InvalidInput } from "../../src/data/invalid-input.ts";
import { datasetNames, shippedDataset } from "../../src/data/shipped.ts";
import type { Classification } from "../../src/data/tables.ts";

const loaded = new Map(datasetNames.map((name) => [name, shippedDataset(name)]));

interface Moments {
  readonly rows: number;
  readonly means: readonly number[];
  readonly variances: readonly number[];
  readonly largest: number;
}

// Class counts of the training rows: for satellite as its source documents them, in the order of the names (cotton crop,
// damp grey soil, grey soil, red soil, vegetation stubble, very damp grey soil).
test.each([
  ["digits", [1200, 64, 597, 10], [119, 121, 117, 121, 120, 123, 120, 118, 119, 122]],
  ["letter", [16_000, 16, 4000, 26], null],
  ["satellite", [4435, 36, 2000, 6], [479, 415, 961, 1072, 470, 1038]],
  ["fashion-mnist", [5000, 784, 2000, 10], null],
] as const)("%s has its rows, columns, test rows and classes: %j", (name, sizes, counts) => {
  const { train, test: held } = loaded.get(name)!;
  expect([train.features.rows, train.features.columns, held.features.rows, train.classes]).toEqual(sizes);
  expect(held.features.columns).toBe(train.features.columns);
  for (const { features, labels, classes } of [train, held]) {
    expect(features.values.length).toBe(features.rows * features.columns);
    expect(features.values.every(Number.isFinite)).toBe(true);
    expect(labels.length).toBe(features.rows);
    expect([...new Set(labels)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: classes }, (_, k) => k));
  }
  if (counts !== null) {
    expect(counts.map((_, k) => train.labels.filter((label) => label === k).length)).toEqual(counts);
  }
});

test.each([...datasetNames])("%s has training mean 0 and, on average over its columns, training variance 1", (name) => {
  const { variances, means, rows, largest } = moments(loaded.get(name)!);
  const varying = variances.filter((variance) => variance > 0);
  const average = variances.reduce((sum, each) => sum + each, 0) / variances.length;
  // Sums of n terms, each rounded a few times before; `largest` bounds the terms, its square those of the variance.
  const rounding = (rows + 10) * Number.EPSILON;
  expect(Math.max(...means.map(Math.abs))).toBeLessThanOrEqual(rounding * largest);
  const expected = name === "digits" || name === "fashion-mnist" ? 1 : varying.length / variances.length;
  expect(Math.abs(average - expected)).toBeLessThanOrEqual(rounding * largest ** 2);
});

test("attributes have variance 1 each", () => {
  for (const name of ["letter", "satellite"] as const) {
    const { variances, rows, largest } = moments(loaded.get(name)!);
    for (const variance of variances) {
      expect(Math.abs(variance - 1)).toBeLessThanOrEqual((rows + 10) * Number.EPSILON * largest ** 2);
    }
  }
});

test("an unknown name is refused with those there are", () => {
  expect(() => shippedDataset("mnist")).toThrow(InvalidInput);
  expect(() => shippedDataset("mnist")).toThrow(
    'no data set is called "mnist"; there are digits, letter, satellite, fashion-mnist',
  );
});

/** Mean and mean square of each training column, and a bound on the numbers that went into them. */
function moments({ train }: Classification): Moments {
  const { rows, columns, values } = train.features;
  const [means, variances] = [new Float64Array(columns), new Float64Array(columns)];
  let largest = 10; // no raw column has a mean of more than 10 of its deviations
  for (let k = 0; k < values.length; k++) {
    means[k % columns]! += values[k]! / rows;
    variances[k % columns]! += values[k]! ** 2 / rows;
    largest = Math.max(largest, Math.abs(values[k]!));
  }
  return { rows, means: [...means], variances: [...variances], largest };
}
