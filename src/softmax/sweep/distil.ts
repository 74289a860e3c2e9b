import { extrapolated, type Waypoint } from "../simulation/extrapolation.ts";
import type { Probe } from "../simulation/probe.ts";
import type { SoftmaxFit } from "../simulation/softmax-fit.ts";
import { imitationTargets, oneHot } from "../simulation/targets.ts";

/** A teacher and its students. */
export interface Distilled {
  /** The fit to the labels. */
  readonly teacher: SoftmaxFit;
  /** In the order of the ξ asked for; at ξ = 0 the teacher itself. */
  readonly students: readonly SoftmaxFit[];
}

/** How many of the fits before are extrapolated to start the next: more save no more steps. */
const WAYPOINTS = 3;

/** Norm of the gradient at which a fit ends. A hundredth of it moved the fits tried by one test sample at most. */
export const GRADIENT_TOLERANCE = 1e-5;

/**
 * Fits a teacher to labels, and for every ξ a student to the mixture of its predictions with them, all at one weight decay.
 *
 * Fits go outwards from the teacher at ξ = 0 and start where those before point to; each is taken to its tolerance, so that the
 * start changes how long it takes and next to nothing else.
 *
 * @param probe made for the training features.
 * @param labels of the training samples, right or wrong.
 * @param weightDecay positive; of the teacher and all students.
 * @param xis any finite numbers.
 * @throws FitNotConverged where a fit does not come down to its tolerance.
 */
export function distil(probe: Probe, labels: Int32Array, weightDecay: number, xis: readonly number[]): Distilled {
  const { classes } = probe;
  const options = { gradientTolerance: GRADIENT_TOLERANCE };
  const teacher = probe.fit(oneHot(labels, classes), weightDecay, options);
  const predictions = probe.logits(teacher);
  const fits = new Map<number, SoftmaxFit>([[0, teacher]]);
  for (const sign of [1, -1]) {
    const passed: Waypoint[] = [{ at: 0, fit: teacher }];
    const onSide = xis.filter((xi) => sign * xi > 0).toSorted((one, other) => sign * (one - other));
    for (const xi of new Set(onSide)) {
      const start = extrapolated(passed.slice(-WAYPOINTS), xi);
      const fit = probe.fit(imitationTargets(predictions, labels, classes, xi), weightDecay, { ...options, start });
      fits.set(xi, fit);
      passed.push({ at: xi, fit });
    }
  }
  return { teacher, students: xis.map((xi) => fits.get(xi)!) };
}
