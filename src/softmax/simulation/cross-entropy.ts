const EPS = 2 ** -52;

/** A point z + a·u on a line of logits. */
export interface LinePoint {
  readonly from: Float64Array;
  readonly by: Float64Array;
  readonly length: number;
}

export interface LineValue {
  /** First and second derivatives by a. */
  readonly slope: number;
  readonly curvature: number;
  /**
   * How undecided rows are: (1 − Σ_k p_k²)/(classes − 1), from 1/classes where all p_k are equal to 0 where one is 1, in the
   * geometric mean over rows. It is how much the loss curves at a typical row.
   */
  readonly doubt: number;
}

/**
 * The mean cross-entropy of targets t and logits z: (1/n) Σ_i [log Σ_k e^z_ik − ⟨t_i, z_i⟩], in nats.
 *
 * @param logits n × classes, row by row.
 * @param targets n × classes; rows sum to 1, entries may have any sign.
 * @param classes entries of a row.
 */
export function crossEntropy(logits: Float64Array, targets: Float64Array, classes: number): number {
  let sum = 0;
  for (let row = 0; row < targets.length; row += classes) {
    let largest = -Infinity;
    for (let k = row; k < row + classes; k++) largest = Math.max(largest, logits[k]!);
    let exponentials = 0;
    let fitted = 0;
    for (let k = row; k < row + classes; k++) {
      exponentials += Math.exp(logits[k]! - largest);
      fitted += targets[k]! * (logits[k]! - largest);
    }
    sum += Math.log(exponentials) - fitted; // as targets sum to 1, taking `largest` out of both changes nothing
  }
  return (sum * classes) / targets.length;
}

/** The cross-entropy's derivatives at z + a·u. Leaves those by the logits, (softmax − t)/n, in `residuals`. */
export function alongLine(
  { from, by, length }: LinePoint,
  targets: Float64Array,
  classes: number,
  residuals: Float64Array,
): LineValue {
  const n = targets.length / classes;
  let slope = 0;
  let curvature = 0;
  let logDoubt = 0;
  for (let row = 0; row < targets.length; row += classes) {
    let largest = -Infinity;
    for (let k = row; k < row + classes; k++) {
      const logit = from[k]! + length * by[k]!;
      residuals[k] = logit;
      if (logit > largest) largest = logit;
    }
    let sum = 0;
    for (let k = row; k < row + classes; k++) sum += residuals[k] = Math.exp(residuals[k]! - largest);
    const inverse = 1 / sum;
    let mean = 0;
    let square = 0;
    let certainty = 0;
    for (let k = row; k < row + classes; k++) {
      const probability = residuals[k]! * inverse;
      const change = by[k]!;
      const residual = probability - targets[k]!;
      mean += probability * change;
      square += probability * change * change;
      certainty += probability * probability;
      slope += residual * change;
      residuals[k] = residual / n;
    }
    curvature += square - mean * mean;
    logDoubt += Math.log(Math.max(EPS, 1 - certainty));
  }
  return { slope: slope / n, curvature: curvature / n, doubt: Math.exp(logDoubt / n) / (classes - 1) };
}

/** The second derivative at a = 0, from the residuals there. */
export function curvatureAt(by: Float64Array, targets: Float64Array, classes: number, residuals: Float64Array): number {
  const n = targets.length / classes;
  let curvature = 0;
  for (let row = 0; row < targets.length; row += classes) {
    let mean = 0;
    let square = 0;
    for (let k = row; k < row + classes; k++) {
      const change = by[k]!;
      const part = (n * residuals[k]! + targets[k]!) * change; // times the probability
      mean += part;
      square += part * change;
    }
    curvature += square - mean * mean;
  }
  return curvature / n;
}
