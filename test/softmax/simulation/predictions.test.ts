import { expect, test } from "vitest";
import { InvalidInput } from "../../../src/data/index.ts";
import { accuracy, probabilities } from "../../../src/softmax/index.ts";

const EPS = 2 ** -52;

test("probabilities are exp(z) over their sum, and a constant added to a row changes nothing", () => {
  const logits = Float64Array.of(0, Math.log(2), Math.log(5));
  const expected = [1 / 8, 2 / 8, 5 / 8];
  for (const shift of [0, 1024, -1024]) {
    const found = probabilities(
      logits.map((logit) => logit + shift),
      3,
    );
    // A logit of size 1024 has an error of 1024·EPS/2, which is a relative one of its exponential; the rest are 5 roundings.
    const rounding = (2 * 1024 + 5) * EPS;
    found.forEach((p, k) => expect(Math.abs(p - expected[k]!)).toBeLessThanOrEqual(rounding * expected[k]!));
  }
});

test("logits that exp could not hold are no difficulty", () => {
  expect([...probabilities(Float64Array.of(1e308, -1e308, 5000, 5000), 2)]).toEqual([1, 0, 0.5, 0.5]);
});

test("accuracy is how often the largest logit is the label's, the first one where several are", () => {
  const logits = Float64Array.of(1, 2, 0, 0, 3, -1);
  expect(accuracy(logits, Int32Array.of(1, 0, 0), 2)).toBe(1);
  expect(accuracy(logits, Int32Array.of(1, 1, 1), 2)).toBe(1 / 3);
});

test.each<[string, () => unknown]>([
  [
    "accuracy needs one label for each row of logits, and a row; given 2 labels for 1 rows",
    () => accuracy(Float64Array.of(1, 2), Int32Array.of(0, 1), 2),
  ],
  [
    "accuracy needs one label for each row of logits, and a row; given 0 labels for 0 rows",
    () => accuracy(new Float64Array(0), new Int32Array(0), 2),
  ],
  ["3 logits are not in rows of 2 classes", () => probabilities(new Float64Array(3), 2)],
  ["3 logits are not in rows of 0 classes", () => probabilities(new Float64Array(3), 0)],
])("%s", (message, act) => {
  expect(act).toThrow(new InvalidInput(message));
});
