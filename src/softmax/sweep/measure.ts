import { accuracy, imitationTargets, oneHot } from "../targets.ts";
import type { SoftmaxFit } from "../probe.ts";
import type { Grid, Task } from "./plan.ts";
import { corruptedLabels, type Setting } from "./setting.ts";
import type { TaskResult } from "./table.ts";

/**
 * Carries out a task: fits the teacher to the corrupted labels and a student for every ξ to its mixture with them, and counts
 * who is right on how many clean test samples.
 *
 * Fits start from the nearest ξ that has been fitted, outwards from the teacher at ξ = 0; each is taken to its tolerance, so
 * that a start changes how long it takes and next to nothing else.
 */
export function measure(setting: Setting, { xis }: Pick<Grid, "xis">, task: Task): TaskResult {
  const { probe, data } = setting;
  const { classes } = data.train;
  const labels = corruptedLabels(setting, task);
  const teacher = probe.fit(oneHot(labels, classes), task.weightDecay);
  const teacherLogits = probe.logits(teacher);
  const fits = new Map<number, SoftmaxFit>([[0, teacher]]);
  const outwards = (sign: 1 | -1): void => {
    let start = teacher;
    const onSide = xis.filter((xi) => sign * xi > 0).toSorted((one, other) => sign * (one - other));
    for (const xi of onSide) {
      start = probe.fit(imitationTargets(teacherLogits, labels, classes, xi), task.weightDecay, { start });
      fits.set(xi, start);
    }
  };
  outwards(1);
  outwards(-1);
  const right = (fit: SoftmaxFit): number =>
    Math.round(accuracy(probe.logits(fit, data.test.features), data.test.labels, classes) * data.test.labels.length);
  return {
    teacher: right(teacher),
    students: xis.map((xi) => right(fits.get(xi)!)),
    repeated: Math.round(accuracy(teacherLogits, labels, classes) * labels.length),
    unfinished: [...fits.values()].filter(({ converged }) => !converged).length,
  };
}
