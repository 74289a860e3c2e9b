/** Count, mean and central power sums of a sample: enough for its mean and variance, with standard errors. */
export interface Moments {
  /** How many numbers. */
  readonly count: number;
  /** Their mean. */
  readonly mean: number;
  /** Σ (x − mean)². */
  readonly m2: number;
  /** Σ (x − mean)³. */
  readonly m3: number;
  /** Σ (x − mean)⁴. */
  readonly m4: number;
}

/** Those of no numbers: where merging starts. */
export const noMoments: Moments = { count: 0, mean: 0, m2: 0, m3: 0, m4: 0 };

/** The moments of a batch, in two passes. Each sum has two parts that do not wait for each other. */
export function momentsOf(values: Float64Array): Moments {
  const count = values.length;
  if (count === 0) return noMoments;
  const mean = total(values) / count;
  let [m2, m3, m4] = [0, 0, 0];
  let [other2, other3, other4] = [0, 0, 0];
  const pairs = count - (count % 2);
  for (let i = 0; i < pairs; i += 2) {
    const centred = values[i]! - mean;
    const square = centred * centred;
    m2 += square;
    m3 += square * centred;
    m4 += square * square;
    const other = values[i + 1]! - mean;
    const otherSquare = other * other;
    other2 += otherSquare;
    other3 += otherSquare * other;
    other4 += otherSquare * otherSquare;
  }
  const last = pairs < count ? values[pairs]! - mean : 0;
  const lastSquare = last * last;
  return {
    count,
    mean,
    m2: m2 + other2 + lastSquare,
    m3: m3 + other3 + lastSquare * last,
    m4: m4 + other4 + lastSquare * lastSquare,
  };
}

/** The sum of all values. By index: iterating over a typed array takes several times as long. */
export function total(values: Float64Array): number {
  let [sum, other] = [0, 0];
  const pairs = values.length - (values.length % 2);
  for (let i = 0; i < pairs; i += 2) {
    sum += values[i]!;
    other += values[i + 1]!;
  }
  return pairs < values.length ? sum + other + values[pairs]! : sum + other;
}

/** The moments of two samples together (Pébay's update formulas). */
export function mergeMoments(left: Moments, right: Moments): Moments {
  if (left.count === 0) return right;
  const [m, n] = [left.count, right.count];
  const count = m + n;
  const delta = right.mean - left.mean;
  const step = delta / count;
  const cross = delta * step * m * n;
  return {
    count,
    mean: left.mean + n * step,
    m2: left.m2 + right.m2 + cross,
    m3: left.m3 + right.m3 + cross * step * (m - n) + 3 * step * (m * right.m2 - n * left.m2),
    m4:
      left.m4 +
      right.m4 +
      cross * step * step * (m * m - m * n + n * n) +
      6 * step * step * (m * m * right.m2 + n * n * left.m2) +
      4 * step * (m * right.m3 - n * left.m3),
  };
}

/** An estimate with its standard error. */
export interface Estimate {
  /** In the units of what is estimated. */
  readonly value: number;
  /** In the same units. */
  readonly standardError: number;
}

/** The standard deviation that one draw of a sample would have, from the standard error of an estimate from all. */
export function deviation({ count }: { readonly count: number }, { standardError }: Estimate): number {
  return standardError * Math.sqrt(count);
}

/** The mean; its standard error is √(m₂/((n − 1)n)). At least two numbers. */
export function meanEstimate({ count, mean, m2 }: Moments): Estimate {
  return { value: mean, standardError: Math.sqrt(m2 / (count - 1) / count) };
}

/** The sample variance; its standard error, from the fourth moment, is √((μ₄ − σ⁴)/n). At least two numbers. */
export function varianceEstimate({ count, m2, m4 }: Moments): Estimate {
  const value = m2 / (count - 1);
  return { value, standardError: Math.sqrt(Math.max(0, m4 / count - (m2 / count) ** 2) / count) };
}
