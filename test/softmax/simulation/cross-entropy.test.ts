import { expect, test } from "vitest";
import { alongLine, crossEntropy, curvatureAt } from "../../../src/softmax/simulation/cross-entropy.ts";
import { drawn } from "../problems.ts";

const EPS = 2 ** -52;
const [rows, classes] = [7, 4];

/** Logits z, a direction u in which a row's logits change by at most `range` from one class to another, and targets. */
function line(xi: number): { z: Float64Array; u: Float64Array; range: number; targets: Float64Array; mass: number } {
  const { features, targets } = drawn(rows, 2 * classes, classes, xi, 3);
  const [z, u] = [features.values.slice(0, rows * classes), features.values.slice(rows * classes)];
  let [range, mass] = [0, 0];
  for (let row = 0; row < u.length; row += classes) {
    const part = u.subarray(row, row + classes);
    range = Math.max(range, Math.max(...part) - Math.min(...part));
    mass = Math.max(mass, 1 + targets.subarray(row, row + classes).reduce((sum, t) => sum + Math.abs(t), 0));
  }
  return { z, u, range, targets, mass };
}

// Of a mean over n rows of sums of C terms of at most this size, with C exponentials and logarithms of a unit each.
const rounding = (size: number): number => (4 * classes + rows + 8) * EPS * size;

/*
 * Along a line the loss's derivatives are the cumulants of u under softmax(z + a·u), but for the first: the third is at most
 * range·variance ≤ range³/4, the fourth lies between −3·variance² and range⁴/4, so within range⁴/4. A central difference of
 * step h is off by h²/6 of the third derivative of what it differentiates, and by its rounding over h.
 */
test.each([0, 1, 3])("slope and curvature are those of finite differences, ξ = %d", (xi) => {
  const { z, u, range, targets, mass } = line(xi);
  const at = (length: number): Float64Array => z.map((logit, i) => logit + length * u[i]!);
  const size = mass * (Math.max(...at(1).map(Math.abs)) + 1 + range);
  const residuals = new Float64Array(rows * classes);
  for (const a of [-1, 0, 0.5]) {
    const { slope, curvature } = alongLine({ from: z, by: u, length: a }, targets, classes, residuals);
    const h = 1e-4;
    const [right, left] = [h, -h].map((step) => ({
      value: crossEntropy(at(a + step), targets, classes),
      slope: alongLine({ from: z, by: u, length: a + step }, targets, classes, new Float64Array(rows * classes)).slope,
    }));
    const slopeBound = (h ** 2 / 6) * (range ** 3 / 4) + rounding(size) / h;
    expect(Math.abs((right!.value - left!.value) / (2 * h) - slope)).toBeLessThanOrEqual(slopeBound);
    const curvatureBound = (h ** 2 / 6) * (range ** 4 / 4) + rounding(mass * (1 + range)) / h;
    expect(Math.abs((right!.slope - left!.slope) / (2 * h) - curvature)).toBeLessThanOrEqual(curvatureBound);
    // From the residuals alone, whose sums with the targets are probabilities with an error of mass·EPS.
    const again = curvatureAt(u, targets, classes, residuals);
    expect(Math.abs(again - curvature)).toBeLessThanOrEqual(
      rounding(mass * range ** 2 + Math.max(...u.map(Math.abs)) ** 2),
    );
    const slopes = residuals.reduce((sum, residual, i) => sum + residual * u[i]!, 0);
    expect(Math.abs(slopes - slope)).toBeLessThanOrEqual(rounding(mass * Math.max(...u.map(Math.abs)) * classes));
  }
});

test("a row that cannot decide curves by 1/classes, a row that has decided not at all", () => {
  const still = { by: new Float64Array(2 * classes), length: 0 };
  const targets = new Float64Array(2 * classes).fill(1 / classes);
  const doubtOf = (from: Float64Array): number =>
    alongLine({ from, ...still }, targets, classes, new Float64Array(2 * classes)).doubt;
  expect(Math.abs(doubtOf(new Float64Array(2 * classes)) - 1 / classes)).toBeLessThanOrEqual(8 * EPS);
  expect(doubtOf(Float64Array.of(999, 0, 0, 0, 0, 0, 999, 0))).toBeLessThanOrEqual(EPS);
});

test("logits far from each other lose no digits", () => {
  expect(crossEntropy(Float64Array.of(0, 2000, 0), Float64Array.of(0, 1, 0), 3)).toBe(0);
  expect(crossEntropy(Float64Array.of(0, 2000, 0), Float64Array.of(1, 0, 0), 3)).toBe(2000);
  expect(crossEntropy(Float64Array.of(0, 2000, 0), Float64Array.of(-1, 2, 0), 3)).toBe(-2000);
});
