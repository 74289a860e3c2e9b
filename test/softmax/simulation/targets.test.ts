import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidInput } from "../../../src/data/index.ts";
import { imitationTargets, oneHot, probabilities } from "../../../src/softmax/index.ts";

const EPS = 2 ** -52;
const labels = Int32Array.of(2, 0);
const logits = Float64Array.of(1, 2, 3, -800, 0, 700);

test("labels are one-hot, row by row", () => {
  expect([...oneHot(labels, 3)]).toEqual([0, 0, 1, 1, 0, 0]);
});

test("at ξ = 0 the student is given the labels, at ξ = 1 the teacher's probabilities", () => {
  expect(imitationTargets(logits, labels, 3, 0)).toEqual(oneHot(labels, 3));
  expect(imitationTargets(logits, labels, 3, 1)).toEqual(probabilities(logits, 3));
});

test("beyond ξ = 1 a label that the teacher doubts has a negative target", () => {
  expect(imitationTargets(logits, labels, 3, 1.5)[3]).toBe(-0.5); // the teacher gives e⁻¹⁵⁰⁰ to the second row's label
});

test("for every real ξ the targets of a row sum to 1", () => {
  const cases = fc.record({
    row: fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 26 }),
    xi: fc.double({ min: -10, max: 10, noNaN: true }),
    label: fc.nat(),
  });
  fc.assert(
    fc.property(cases, ({ row, xi, label }) => {
      const targets = imitationTargets(Float64Array.from(row), Int32Array.of(label % row.length), row.length, xi);
      const sum = targets.reduce((total, target) => total + target, 0);
      // Probabilities are off by C + 2 roundings of themselves, the mixture by two more, the sum by C of its terms.
      const size = Math.abs(xi) + Math.abs(1 - xi);
      expect(Math.abs(sum - 1)).toBeLessThanOrEqual((2 * row.length + 4) * EPS * size);
    }),
  );
});

test.each<[string, () => unknown]>([
  ["labels of 3 classes are 0 … 2; given 3 in row 1", () => oneHot(Int32Array.of(0, 3), 3)],
  ["labels of 3 classes are 0 … 2; given -1 in row 0", () => imitationTargets(logits, Int32Array.of(-1, 0), 3, 1)],
  ["2 labels of 3 classes need 6 logits; given 3", () => imitationTargets(logits.subarray(3), labels, 3, 1)],
  ["ξ must be a finite number; given NaN", () => imitationTargets(logits, labels, 3, NaN)],
])("%s", (message, act) => {
  expect(act).toThrow(new InvalidInput(message));
});
