/**
 * Cross-entropy (1/n) Σ_i [log Σ_k e^z_ik − ⟨t_i, z_i⟩] of targets t and logits z, both n × classes, along a line of
 * logits: z + a·u.
 */
export interface OnLine {
  /** Its first and its second derivative by a. */
  readonly slope: number;
  readonly curvature: number;
}

/**
 * The derivatives at z + a·u. Leaves (softmax − t)/n, the derivatives by the logits there, in `residuals`.
 */
export function crossEntropyOnLine(
  logits: Float64Array,
  change: Float64Array,
  length: number,
  targets: Float64Array,
  classes: number,
  residuals: Float64Array,
): OnLine {
  const n = targets.length / classes;
  let slope = 0;
  let curvature = 0;
  for (let row = 0; row < targets.length; row += classes) {
    let largest = -Infinity;
    for (let k = row; k < row + classes; k++) {
      const logit = logits[k]! + length * change[k]!;
      residuals[k] = logit;
      if (logit > largest) largest = logit;
    }
    let sum = 0;
    for (let k = row; k < row + classes; k++) sum += residuals[k] = Math.exp(residuals[k]! - largest);
    const inverse = 1 / sum;
    let mean = 0;
    let square = 0;
    for (let k = row; k < row + classes; k++) {
      const probability = residuals[k]! * inverse;
      const by = change[k]!;
      const residual = probability - targets[k]!;
      mean += probability * by;
      square += probability * by * by;
      slope += residual * by;
      residuals[k] = residual / n;
    }
    curvature += square - mean * mean;
  }
  return { slope: slope / n, curvature: curvature / n };
}

/** The cross-entropy itself. */
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
