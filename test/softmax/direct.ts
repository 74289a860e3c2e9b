/** The objective as it is defined, in the features' own coordinates, by plain loops. */
export interface Direct {
  readonly objective: number;
  readonly gradientNorm: number;
  /** How far rounding may have moved each. */
  readonly objectiveRounding: number;
  readonly gradientRounding: number;
}

const EPS = 2 ** -52;

/**
 * Rounding, to first order and with some to spare: a logit is off by (d + 2)·EPS·Σ|x_j w_j|, which is at most `size` below;
 * so log-sum-exp and ⟨t, z⟩ are by that times 1 + Σ|t|, and by (C + 4) EPS of their own terms; a residual by that of its
 * logits and (2C + 4)·EPS(1 + |t|). Sums over n rows add n·EPS of their terms.
 */
export function directly(
  features: Float64Array,
  targets: Float64Array,
  weights: Float64Array,
  weightDecay: number,
  classes: number,
): Direct {
  const n = targets.length / classes;
  const d = features.length / n;
  const gradient = weights.map((weight) => weightDecay * weight);
  const gradientSize = gradient.map(Math.abs);
  let objective = 0;
  let objectiveRounding = 0;
  let gradientRounding = 0;
  for (let i = 0; i < n; i++) {
    const row = features.subarray(i * d, (i + 1) * d);
    const target = targets.subarray(i * classes, (i + 1) * classes);
    const logits = Array.from({ length: classes }, (_, k) =>
      row.reduce((sum, x, j) => sum + x * weights[j * classes + k]!, 0),
    );
    const sizes = Array.from({ length: classes }, (_, k) =>
      row.reduce((sum, x, j) => sum + Math.abs(x * weights[j * classes + k]!), 0),
    );
    const size = Math.max(...sizes);
    const off = (d + 2) * EPS * size;
    const mass = 1 + target.reduce((sum, t) => sum + Math.abs(t), 0);
    const largest = Math.max(...logits);
    const exponentials = logits.map((z) => Math.exp(z - largest));
    const total = exponentials.reduce((sum, e) => sum + e, 0);
    objective += (largest + Math.log(total) - logits.reduce((sum, z, k) => sum + target[k]! * z, 0)) / n;
    objectiveRounding += (mass * (off + (classes + 4 + n) * EPS * (size + Math.log(classes) + 1))) / n;
    const length = Math.hypot(...row);
    for (let k = 0; k < classes; k++) {
      const residual = exponentials[k]! / total - target[k]!;
      gradientRounding += (length * (off + (2 * classes + 4) * EPS * (1 + Math.abs(target[k]!)))) / n;
      for (let j = 0; j < d; j++) {
        gradient[j * classes + k]! += (residual * row[j]!) / n;
        gradientSize[j * classes + k]! += Math.abs((residual * row[j]!) / n);
      }
    }
  }
  const square = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const decay = (weightDecay / 2) * square;
  return {
    objective: objective + decay,
    gradientNorm: Math.hypot(...gradient),
    objectiveRounding: objectiveRounding + (weights.length + n) * EPS * decay,
    gradientRounding: gradientRounding + (n + 4) * EPS * Math.hypot(...gradientSize),
  };
}
