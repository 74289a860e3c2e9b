import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidInput, type LabelledTable } from "../../src/data/index.ts";
import { splitOf } from "../../src/softmax/split.ts";

/** Sample i has the features i and −i. */
function tableOf(labels: readonly number[], classes: number): LabelledTable {
  const values = Float64Array.from({ length: 2 * labels.length }, (_, k) => (k % 2 === 0 ? k / 2 : -(k - 1) / 2));
  return { features: { rows: labels.length, columns: 2, values }, labels: Int32Array.from(labels), classes };
}

const rowsIn = ({ features }: LabelledTable): number[] =>
  Array.from({ length: features.rows }, (_, i) => features.values[2 * i]!);

const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 60 });
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

test("every sample is in one part, with its features and label, in its order; of each class the share is set aside", () => {
  fc.assert(
    fc.property(labels, share, fc.nat(), (given, testShare, seed) => {
      const count = (of: readonly number[], k: number): number => of.filter((label) => label === k).length;
      const sizes = [0, 1, 2, 3].map((k) => count(given, k));
      const aside = sizes.map((size) => Math.max(0, Math.min(Math.round(testShare * size), size - 1)));
      fc.pre(aside.some((size) => size > 0));
      const { name, train, test: held } = splitOf(tableOf(given, 4), { name: "x", testShare, seed });
      expect([name, train.classes, held.classes]).toEqual(["x", 4, 4]);
      const all = [...rowsIn(train), ...rowsIn(held)];
      expect(all.toSorted((a, b) => a - b)).toEqual(given.map((_, i) => i));
      for (const part of [train, held]) {
        const rows = rowsIn(part);
        expect(rows).toEqual(rows.toSorted((a, b) => a - b));
        expect([...part.labels]).toEqual(rows.map((i) => given[i]));
        expect(rows.map((_, i) => part.features.values[2 * i + 1])).toEqual(rows.map((i) => -i));
      }
      expect([0, 1, 2, 3].map((k) => count([...held.labels], k))).toEqual(aside);
    }),
  );
});

test("the same seed splits in the same way; another seed in another", () => {
  const table = tableOf(
    Array.from({ length: 200 }, (_, i) => i % 4),
    4,
  );
  const rows = (seed: number): number[] => rowsIn(splitOf(table, { name: "x", testShare: 0.3, seed }).test);
  expect(rows(1)).toEqual(rows(1));
  expect(rows(2)).not.toEqual(rows(1));
});

test("every sample of a class is as likely to be set aside", () => {
  const [table, seeds, size, testShare] = [tableOf([...Array<number>(10).fill(0), 1], 2), 2000, 10, 0.3];
  const counts = Array<number>(size).fill(0);
  for (let seed = 0; seed < seeds; seed++) {
    for (const row of rowsIn(splitOf(table, { name: "x", testShare, seed }).test)) counts[row]!++;
  }
  const allowed = Math.sqrt((seeds * Math.log(2e9)) / 2); // Hoeffding, 10⁻⁹ for each
  for (const count of counts) expect(Math.abs(count - testShare * seeds)).toBeLessThanOrEqual(allowed);
});

test.each([
  [0, "the test share is 0; it must lie between 0 and 1"],
  [1, "the test share is 1; it must lie between 0 and 1"],
  [NaN, "the test share is NaN; it must lie between 0 and 1"],
  [0.1, "a test share of 0.1 sets no sample aside of 3 samples of 2 classes; expected a larger one"],
])("a share of %s is refused", (testShare, message) => {
  const split = (): unknown => splitOf(tableOf([0, 1, 0], 2), { name: "x", testShare, seed: 1 });
  expect(split).toThrow(InvalidInput);
  expect(split).toThrow(message);
});
