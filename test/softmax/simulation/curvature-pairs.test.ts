import { expect, test } from "vitest";
import { CurvaturePairs, dot } from "../../../src/softmax/simulation/curvature-pairs.ts";

const EPS = 2 ** -52;

test("without pairs it steps by the guess; with one, the change that a step made leads back along the step", () => {
  const pairs = new CurvaturePairs(Float64Array.of(2, 3, 4));
  const out = new Float64Array(3);
  pairs.descent(Float64Array.of(1, 1, 1), out);
  expect([...out]).toEqual([-2, -3, -4]);
  const [direction, before, after] = [Float64Array.of(1, 2, -1), Float64Array.of(5, 1, 0), Float64Array.of(6, 5, -0.5)];
  pairs.add(direction, 0.5, before, after);
  pairs.descent(
    after.map((value, i) => value - before[i]!),
    out,
  );
  // The secant equation H·change = step; each number comes from about ten roundings of numbers below 20.
  out.forEach((value, i) => expect(Math.abs(value + direction[i]! / 2)).toBeLessThanOrEqual(10 * 20 * EPS));
});

test("on a quadratic of n unknowns with exact steps it arrives after n steps, as conjugate gradients do", () => {
  const curvatures = Float64Array.of(1, 3, 10, 40);
  const pairs = new CurvaturePairs(new Float64Array(4).fill(1));
  const [point, direction] = [Float64Array.of(1, -2, 3, 1), new Float64Array(4)];
  const gradientAt = (x: Float64Array): Float64Array => x.map((value, i) => curvatures[i]! * value);
  for (let step = 0; step < 4; step++) {
    const gradient = gradientAt(point);
    pairs.descent(gradient, direction);
    const length = -dot(gradient, direction) / dot(direction, gradientAt(direction));
    for (let i = 0; i < 4; i++) point[i]! += length * direction[i]!;
    pairs.add(direction, length, gradient, gradientAt(point));
  }
  // Errors of early steps are magnified by at most the condition number, in each of the four.
  expect(Math.hypot(...point)).toBeLessThanOrEqual(4 * 40 * 40 * EPS);
});

test("a step that did not raise the slope is no pair", () => {
  const pairs = new CurvaturePairs(Float64Array.of(1));
  pairs.add(Float64Array.of(1), 1, Float64Array.of(2), Float64Array.of(2));
  const out = new Float64Array(1);
  pairs.descent(Float64Array.of(3), out);
  expect([...out]).toEqual([-3]);
});
