import { expect, test } from "vitest";
import { shippedDataset } from "../../../src/data/index.ts";
import { imitationTargets, oneHot } from "../../../src/softmax/simulation/targets.ts";
import { distil, GRADIENT_TOLERANCE } from "../../../src/softmax/sweep/distil.ts";
import { Draw } from "../../../src/softmax/sweep/draw.ts";
import { measure } from "../../../src/softmax/sweep/measure.ts";

const drawing = { rows: 150, map: { kind: "relu", columns: 30 }, kind: "random", seed: 1 } as const;
const draw = new Draw(shippedDataset("digits"), drawing, 0);
const labels = draw.corruptedLabels(0.3, 0);
const { probe } = draw;
const weightDecay = 1e-3;

test("students fitted on the way from others are those fitted from nothing, to within what the tolerance leaves open", () => {
  const xis = [3, -1, 0, 0.5, 1];
  const { teacher, students } = distil(probe, labels, weightDecay, xis);
  const predictions = probe.logits(teacher);
  expect(students[2]).toBe(teacher);
  xis.forEach((xi, i) => {
    const targets = xi === 0 ? oneHot(labels, 10) : imitationTargets(predictions, labels, 10, xi);
    const cold = probe.fit(targets, weightDecay, { gradientTolerance: GRADIENT_TOLERANCE });
    const distance = Math.hypot(...cold.weights.map((weight, j) => weight - students[i]!.weights[j]!));
    // Each lies within its gradient's norm divided by the weight decay of the one minimiser.
    expect(distance).toBeLessThanOrEqual((2 * GRADIENT_TOLERANCE) / weightDecay);
  });
});

test("a task counts the test samples that are classified right, and the labels that the teacher repeats", () => {
  const task = { rate: 0.3, weightDecay, repeat: 0 };
  const { teacher, students, repeated } = measure(draw, { xis: [0, 2] }, task);
  const fits = distil(probe, labels, weightDecay, [0, 2]);
  const predicted = (logits: Float64Array): number[] =>
    Array.from({ length: logits.length / 10 }, (_, i) => {
      const row = [...logits.subarray(10 * i, 10 * i + 10)];
      return row.indexOf(Math.max(...row));
    });
  const { test: clean } = draw.data;
  const right = fits.students.map(
    (fit) => predicted(probe.logits(fit, clean.features)).filter((label, i) => label === clean.labels[i]).length,
  );
  expect(students).toEqual(right);
  expect(teacher).toBe(right[0]);
  expect(repeated).toBe(predicted(probe.logits(fits.teacher)).filter((label, i) => label === labels[i]).length);
});
