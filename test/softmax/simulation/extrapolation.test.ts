import { expect, test } from "vitest";
import {
  extrapolated,
  imitationTargets,
  oneHot,
  Probe,
  type SoftmaxFit,
  type Waypoint,
} from "../../../src/softmax/index.ts";
import { drawn } from "../problems.ts";

test("a path that is a polynomial is continued exactly", () => {
  const at = (x: number): Waypoint => ({ at: x, fit: { weights: Float64Array.of(3, 1 + 2 * x, x * x - x) } });
  expect([...extrapolated([at(0), at(1), at(3)], 4).weights]).toEqual([3, 9, 12]);
  expect([...extrapolated([at(2)], 9).weights]).toEqual([3, 5, 2]);
});

test("along ξ it saves steps, and leads to the same minimum", () => {
  const { features, labels, classes } = drawn(60, 10, 4, 0);
  const probe = new Probe(features, classes, { bias: true });
  const weightDecay = 1e-3;
  const teacher = probe.fit(oneHot(labels, classes), weightDecay);
  const logits = probe.logits(teacher);
  const student = (xi: number, start: Pick<SoftmaxFit, "weights">): SoftmaxFit =>
    probe.fit(imitationTargets(logits, labels, classes, xi), weightDecay, { start });
  const path: Waypoint[] = [{ at: 0, fit: teacher }];
  for (const xi of [0.25, 0.5]) path.push({ at: xi, fit: student(xi, extrapolated(path, xi)) });
  const [near, ahead] = [student(0.75, path.at(-1)!.fit), student(0.75, extrapolated(path, 0.75))];
  expect(ahead.iterations).toBeLessThan(near.iterations);
  const apart = Math.hypot(...near.weights.map((weight, i) => weight - ahead.weights[i]!));
  // By strong convexity, and the gradients' rounding, which is far below the tolerance of 1e-6.
  expect(apart).toBeLessThanOrEqual((1.001 * (near.gradientNorm + ahead.gradientNorm)) / weightDecay);
});

test("nothing to extrapolate from, and two fits at one place, are refused", () => {
  expect(() => extrapolated([], 1)).toThrow("no fit was given");
  const point = { at: 1, fit: { weights: Float64Array.of(1) } };
  expect(() => extrapolated([point, point], 2)).toThrow("must be at different numbers; given 1, 1");
});
