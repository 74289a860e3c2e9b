import fc from "fast-check";
import { expect, test } from "vitest";
import {
  blockFeatures,
  type Features,
  nearBlockFeatures,
  trueLabels,
} from "../../../src/logistic/simulation/features.ts";
import { DirectFit, type Fit, GRADIENT_TOLERANCE, sigmoid } from "../../../src/logistic/simulation/fit.ts";
import { normal, Streams } from "../../../src/random/index.ts";

const random = new Streams({ seed: 1, claim: "test", problem: "fits" });

/** Where an increasing function that is negative at `low` and positive at `high` vanishes, to the last digit. */
function root(increasing: (x: number) => number, low: number, high: number): number {
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (increasing(middle) < 0) low = middle;
    else high = middle;
  }
}

// Without flips all points of a class have one coefficient, where λα = 1 − σ((1 − c + cm)α).
test.each([
  [1, 0.5, 1],
  [10, 0.3, 0.5],
  [30, 0.05, 1e-3],
  [100, 0.9, 0.1],
  [200, 0.3, 2],
])("without flips every logit is the one root of a scalar equation: m = %s, c = %s, λ = %s", (m, c, lambda) => {
  const fit = new DirectFit(blockFeatures(m, c)).minimise(trueLabels({ classSize: m }), lambda);
  const stretch = 1 - c + c * m;
  const alpha = root((a) => lambda * a - 1 + sigmoid(stretch * a), 0, 1 / lambda);
  // The function's rounding, 8u, over its slope ≥ λ, moves α; the features' Gram matrix is off by 8m units of 2u, which
  // moves the gradient by as much times λ Σ|α| ≤ 2m and σ′ times it.
  const gram = (8 * m * Number.EPSILON * (2 * m * lambda * alpha) * (1 + stretch)) / lambda;
  const bound = fit.logitBound + (8 * Number.EPSILON * stretch) / lambda + gram;
  fit.logits.forEach((logit, i) => {
    expect(Math.abs(logit - (i < m ? 1 : -1) * stretch * alpha)).toBeLessThanOrEqual(bound);
  });
});

/** Problems with features of any shape and targets of any size. */
const problems = fc.record({
  m: fc.integer({ min: 1, max: 8 }),
  dimension: fc.integer({ min: 3, max: 24 }),
  c: fc.integer({ min: 0, max: 15 }).map((x) => x / 16),
  lambda: fc.integer({ min: -4, max: 4 }).map((x) => 2 ** x),
  replicate: fc.nat(1000),
});

function draw({ m, dimension, c, replicate }: { m: number; dimension: number; c: number; replicate: number }): {
  features: Features;
  targets: Float64Array;
} {
  const stream = random.replicate(replicate);
  const features = nearBlockFeatures(m, c, dimension, stream);
  return { features, targets: Float64Array.from({ length: 2 * m }, () => 3 * normal(stream)) };
}

/** Gradient descent with the step that the curvature allows: slow, and without a matrix. */
function descend({ rows, dimension, classSize }: Features, targets: Float64Array, lambda: number): Float64Array {
  const theta = new Float64Array(dimension);
  const steepest = lambda + classSize / 2; // λ + ¼ Σ‖φ_i‖²
  for (let step = 0; step < (60 * steepest) / lambda; step++) {
    const gradient = theta.map((entry) => lambda * entry);
    for (const [i, target] of targets.entries()) {
      const row = rows.subarray(i * dimension, (i + 1) * dimension);
      const error = sigmoid(row.reduce((sum, entry, j) => sum + entry * theta[j]!, 0)) - target;
      for (const [j, entry] of row.entries()) gradient[j]! += error * entry;
    }
    for (const [j, slope] of gradient.entries()) theta[j]! -= slope / steepest;
  }
  return theta;
}

test("gradient descent goes to the same θ, for targets of any sign and size, with more points than dimensions or fewer", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { features, targets } = draw(problem);
      const { parameter, gradientNorm, logitBound } = new DirectFit(features).minimise(targets, problem.lambda);
      const other = descend(features, targets, problem.lambda);
      const distance = Math.hypot(...parameter.map((entry, j) => entry - other[j]!));
      const scale = targets.reduce((sum, target) => sum + 1 + Math.abs(target), 0);
      expect(gradientNorm).toBeLessThanOrEqual(GRADIENT_TOLERANCE * scale);
      // Every step leaves at most 1 − λ/L of the distance, so e⁻⁶⁰ of ‖θ*‖ ≤ Σ|t − ½|/λ is left; the rounding of a step,
      // of the same kind as in the certificate, adds up to as much as the certificate allows (unit features).
      const left = (Math.exp(-60) * scale) / problem.lambda;
      expect(distance).toBeLessThanOrEqual(2 * logitBound + left);
    }),
    { numRuns: 40 },
  );
});

test("unknowns per point and unknowns per dimension give the same logits", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { features, targets } = draw(problem);
      const { rows, dimension, classSize } = features;
      // Zeros appended to the features change no inner product and make the dimension exceed the number of points.
      const wide = dimension + 2 * classSize;
      const padded = new Float64Array(2 * classSize * wide);
      for (let i = 0; i < 2 * classSize; i++) {
        padded.set(rows.subarray(i * dimension, (i + 1) * dimension), i * wide);
      }
      const one = new DirectFit(features).minimise(targets, problem.lambda);
      const two = new DirectFit({ rows: padded, dimension: wide, classSize }).minimise(targets, problem.lambda);
      one.logits.forEach((logit, i) => {
        expect(Math.abs(logit - two.logits[i]!)).toBeLessThanOrEqual(one.logitBound + two.logitBound);
      });
    }),
    { numRuns: 100 },
  );
});

test("logits so large that σ is 1 in floating point do no harm", () => {
  const { features } = draw({ m: 2, dimension: 3, c: 0.5, replicate: 2 });
  const fit = new DirectFit(features).minimise(new Float64Array(4).fill(5.3), 2 ** -6);
  expect(Math.max(...fit.logits.map(Math.abs))).toBeGreaterThan(100);
});

test("from any start a fit comes to the same logits", () => {
  const { features, targets } = draw({ m: 8, dimension: 30, c: 0.5, replicate: 1 });
  const fit = new DirectFit(features);
  const one = fit.minimise(targets, 1 / 8);
  for (const far of [1, 1e3, -1e6]) {
    const two = fit.minimise(targets, 1 / 8, new Float64Array(16).fill(far));
    one.logits.forEach((logit, i) =>
      expect(Math.abs(logit - two.logits[i]!)).toBeLessThanOrEqual(one.logitBound + two.logitBound),
    );
  }
});

test("the student imitates with ξ = 0 the labels, and with ξ = 1 the teacher alone", () => {
  const features = blockFeatures(6, 0.4);
  const labels = trueLabels(features);
  labels[0] = 0;
  const fit = new DirectFit(features);
  const teacher = fit.teacher(labels, 0.3);
  const copy = fit.student(labels, teacher, 0.3, 0);
  const imitator = fit.student(labels, teacher, 0.3, 1);
  const others = labels.map((label) => 1 - label);
  const near = (left: Fit, right: Fit): void =>
    left.logits.forEach((logit, i) =>
      expect(Math.abs(logit - right.logits[i]!)).toBeLessThanOrEqual(left.logitBound + right.logitBound),
    );
  near(copy, teacher);
  near(imitator, fit.student(others, teacher, 0.3, 1));
  near(imitator, fit.minimise(teacher.logits.map(sigmoid), 0.3));
});

test("a λ that is not positive is refused, and so is a fit whose gradient does not come down", () => {
  const fit = new DirectFit(blockFeatures(3, 0.4));
  expect(() => fit.teacher(trueLabels({ classSize: 3 }), 0)).toThrow("0 given");
  expect(() => fit.minimise(new Float64Array(6).fill(NaN), 1)).toThrow("the gradient must come down to");
});
