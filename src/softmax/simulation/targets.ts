import { InvalidInput } from "../../data/index.ts";
import { probabilities } from "./predictions.ts";

/**
 * Targets of given labels: 1 for a row's class, 0 for the others; n × classes, row by row.
 *
 * @param labels the class of each row.
 * @param classes entries of a row.
 * @throws InvalidInput for a label that is no class.
 */
export function oneHot(labels: Int32Array, classes: number): Float64Array {
  const targets = new Float64Array(labels.length * classes);
  labels.forEach((label, i) => {
    requireLabel(label, i, classes);
    targets[i * classes + label] = 1;
  });
  return targets;
}

/**
 * The student's targets ξ·softmax(teacher's logits) + (1 − ξ)·one-hot(label), n × classes, for any real ξ. Rows sum to 1;
 * for ξ > 1 the given label may have a negative target.
 *
 * @param teacherLogits n × classes, row by row.
 * @param labels the given class of each row, right or wrong.
 * @param classes entries of a row.
 * @param xi any finite number.
 * @throws InvalidInput where sizes do not fit, a label is no class, or ξ is not finite.
 */
export function imitationTargets(
  teacherLogits: Float64Array,
  labels: Int32Array,
  classes: number,
  xi: number,
): Float64Array {
  if (!Number.isFinite(xi)) throw new InvalidInput(`ξ must be a finite number; given ${xi}`);
  if (teacherLogits.length !== labels.length * classes) {
    throw new InvalidInput(
      `${labels.length} labels of ${classes} classes need ${labels.length * classes} logits; given ${teacherLogits.length}`,
    );
  }
  const targets = probabilities(teacherLogits, classes);
  for (let at = 0; at < targets.length; at++) targets[at]! *= xi;
  labels.forEach((label, i) => {
    requireLabel(label, i, classes);
    targets[i * classes + label]! += 1 - xi;
  });
  return targets;
}

function requireLabel(label: number, row: number, classes: number): void {
  if (!(label >= 0 && label < classes)) {
    throw new InvalidInput(`labels of ${classes} classes are 0 … ${classes - 1}; given ${label} in row ${row}`);
  }
}
