import { extrapolated, type Waypoint } from "../simulation/extrapolation.ts";
import { accuracy } from "../simulation/predictions.ts";
import type { SoftmaxFit } from "../simulation/softmax-fit.ts";
import { imitationTargets, oneHot } from "../simulation/targets.ts";
import type { Draw } from "./draw.ts";
import type { Grid, Task } from "./plan.ts";
import type { TaskResult } from "./table.ts";

/** How many of the fits before are extrapolated to start the next: more save no more steps. */
const WAYPOINTS = 3;

/** Norm of the gradient at which a fit ends. A hundredth of it moved the fits tried by one test sample at most. */
const GRADIENT_TOLERANCE = 1e-5;

/**
 * Carries out a task: fits the teacher to the corrupted labels and a student for every ξ to its mixture with them, and counts
 * who is right on how many clean test samples.
 *
 * Fits go outwards from the teacher at ξ = 0 and start where those before point to; each is taken to its tolerance, so that the
 * start changes how long it takes and next to nothing else.
 *
 * @throws FitNotConverged
 */
export function measure(draw: Draw, { xis }: Pick<Grid, "xis">, { rate, weightDecay, repeat }: Task): TaskResult {
  const { probe, data } = draw;
  const { classes } = data.train;
  const labels = draw.corruptedLabels(rate, repeat);
  const options = { gradientTolerance: GRADIENT_TOLERANCE };
  const teacher = probe.fit(oneHot(labels, classes), weightDecay, options);
  const teacherLogits = probe.logits(teacher);
  const fits = new Map<number, SoftmaxFit>([[0, teacher]]);
  const outwards = (sign: 1 | -1): void => {
    const passed: Waypoint[] = [{ at: 0, fit: teacher }];
    const onSide = xis.filter((xi) => sign * xi > 0).toSorted((one, other) => sign * (one - other));
    for (const xi of onSide) {
      const start = extrapolated(passed.slice(-WAYPOINTS), xi);
      const fit = probe.fit(imitationTargets(teacherLogits, labels, classes, xi), weightDecay, { ...options, start });
      fits.set(xi, fit);
      passed.push({ at: xi, fit });
    }
  };
  outwards(1);
  outwards(-1);
  const rightOn = (logits: Float64Array, truth: Int32Array): number =>
    Math.round(accuracy(logits, truth, classes) * truth.length);
  const right = (fit: SoftmaxFit): number => rightOn(probe.logits(fit, data.test.features), data.test.labels);
  return {
    teacher: right(teacher),
    students: xis.map((xi) => right(fits.get(xi)!)),
    repeated: rightOn(teacherLogits, labels),
  };
}
