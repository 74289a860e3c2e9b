import { InvalidInput } from "../../data/index.ts";

/**
 * softmax(z) of each row of logits, n × classes: e^z_k/Σ e^z, with the largest logit taken out so that none overflows.
 *
 * @param logits n × classes, row by row.
 * @param classes entries of a row.
 * @throws InvalidInput where the logits are not whole rows.
 */
export function probabilities(logits: Float64Array, classes: number): Float64Array {
  requireRows(logits, classes);
  const out = new Float64Array(logits.length);
  for (let row = 0; row < logits.length; row += classes) {
    let largest = -Infinity;
    for (let k = row; k < row + classes; k++) largest = Math.max(largest, logits[k]!);
    let sum = 0;
    for (let k = row; k < row + classes; k++) sum += out[k] = Math.exp(logits[k]! - largest);
    for (let k = row; k < row + classes; k++) out[k]! /= sum;
  }
  return out;
}

/**
 * The fraction of rows whose largest logit is that of the label. Where several are largest, the first counts: logits that
 * are all equal predict class 0.
 *
 * @param logits n × classes, row by row.
 * @param labels the class of each row.
 * @param classes entries of a row.
 * @throws InvalidInput where there is no row, or the sizes do not fit.
 */
export function accuracy(logits: Float64Array, labels: Int32Array, classes: number): number {
  requireRows(logits, classes);
  if (labels.length === 0 || logits.length !== labels.length * classes) {
    throw new InvalidInput(
      `accuracy needs one label for each row of logits, and a row; given ${labels.length} labels for ${logits.length / classes} rows`,
    );
  }
  let right = 0;
  for (let i = 0; i < labels.length; i++) {
    const row = i * classes;
    let best = 0;
    for (let k = 1; k < classes; k++) if (logits[row + k]! > logits[row + best]!) best = k;
    if (best === labels[i]) right++;
  }
  return right / labels.length;
}

function requireRows(logits: Float64Array, classes: number): void {
  if (!Number.isSafeInteger(classes) || classes < 1 || logits.length % classes !== 0) {
    throw new InvalidInput(`${logits.length} logits are not in rows of ${classes} classes`);
  }
}
