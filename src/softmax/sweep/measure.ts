import { accuracy } from "../simulation/predictions.ts";
import type { SoftmaxFit } from "../simulation/softmax-fit.ts";
import { distil } from "./distil.ts";
import type { Draw } from "./draw.ts";
import type { Grid, Task } from "./plan.ts";
import type { TaskResult } from "./table.ts";

/**
 * Carries out a task: fits the teacher to corrupted labels and its students, and counts who is right on how many clean test
 * samples.
 *
 * @param draw of the task's repeat.
 * @param grid whose ξ are measured.
 * @param task one of `tasksOf`.
 * @throws FitNotConverged where a fit does not come down to its tolerance.
 */
export function measure(draw: Draw, { xis }: Pick<Grid, "xis">, { rate, weightDecay, repeat }: Task): TaskResult {
  const { probe, data } = draw;
  const labels = draw.corruptedLabels(rate, repeat);
  const { teacher, students } = distil(probe, labels, weightDecay, xis);
  const rightOn = (logits: Float64Array, truth: Int32Array): number =>
    Math.round(accuracy(logits, truth, probe.classes) * truth.length);
  const right = (fit: SoftmaxFit): number => rightOn(probe.logits(fit, data.test.features), data.test.labels);
  return { teacher: right(teacher), students: students.map(right), repeated: rightOn(probe.logits(teacher), labels) };
}
