import fc from "fast-check";
import jstat from "jstat";
import { expect, test } from "vitest";
import { twoSidedQuantile } from "../../src/statistics/student.ts";

// As R's qt gives them.
test.each([
  [0.05, 1, "12.706205"],
  [0.05, 9, "2.262157"],
  [0.01, 4, "4.604095"],
  [0.005, 29, "3.038047"],
  [0.001, 120, "3.373454"],
])("with probability %s a variable with %s degrees of freedom is beyond ± %s", (probability, degrees, quantile) => {
  expect(twoSidedQuantile(probability, degrees).toFixed(6)).toBe(quantile);
});

// One degree of freedom is Cauchy's distribution, two have a closed form. jstat ends its continued fraction at a relative step of
// 3·10⁻⁷, and a quantile moves by no more than twice as much as its probability.
test("with one and with two degrees of freedom it is the closed form", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (probability) => {
      const cauchy = 1 / Math.tan((Math.PI / 2) * probability);
      const two = ((1 - probability) * Math.SQRT2) / Math.sqrt(probability * (2 - probability));
      expect(Math.abs(twoSidedQuantile(probability, 1) / cauchy - 1)).toBeLessThan(6e-7);
      expect(Math.abs(twoSidedQuantile(probability, 2) / two - 1)).toBeLessThan(6e-7);
    }),
  );
});

// jstat's quantile is found by Halley's method from the same function, whose value jumps where its continued fraction takes a step
// more: by less than the 3·10⁻⁷ at which it ends.
test("it is jstat's quantile, but for the last digits", () => {
  for (const probability of [0.2, 0.05, 0.005, 1e-6]) {
    for (let degrees = 1; degrees < 400; degrees++) {
      const other = -jstat.studentt.inv(probability / 2, degrees);
      expect(Math.abs(twoSidedQuantile(probability, degrees) / other - 1)).toBeLessThan(6e-7);
    }
  }
});
