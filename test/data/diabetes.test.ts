import { expect, test } from "vitest";
import { diabetes } from "../../src/data/diabetes.ts";

test("the diabetes data are 442 × 10, with columns of mean 0 and variance 1 and labels of mean 0", () => {
  const { design, labels } = diabetes();
  expect([design.rows, design.columns, labels.length]).toEqual([442, 10, 442]);
  // Sums of 442 numbers, none above 5 (and 250 for labels), each term rounded three times before.
  const rounding = (442 + 10) * Number.EPSILON;
  for (let column = 0; column < 10; column++) {
    const values = design.getColumn(column);
    const mean = (of: number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
    expect(Math.abs(mean(values))).toBeLessThanOrEqual(rounding * 5);
    expect(Math.abs(mean(values.map((value) => value ** 2)) - 1)).toBeLessThanOrEqual(rounding * 5 ** 2);
  }
  expect(Math.abs(labels.reduce((sum, label) => sum + label, 0) / 442)).toBeLessThanOrEqual(rounding * 250);
});
