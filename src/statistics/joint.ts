import { type Estimate, total } from "./moments.ts";

/** Count, means and central cross products Σ (x_p − mean_p)(x_q − mean_q) of several quantities measured together. */
export interface JointMoments {
  /** How many draws. */
  readonly count: number;
  /** Of each quantity. */
  readonly means: readonly number[];
  /** Of each pair of quantities: symmetric. */
  readonly products: readonly (readonly number[])[];
}

/**
 * The joint moments of a batch.
 *
 * @param quantities one array per quantity, one entry per draw.
 */
export function jointMomentsOf(quantities: readonly Float64Array[]): JointMoments {
  const count = quantities[0]!.length;
  const means = quantities.map((values) => total(values) / count);
  const products = quantities.map((one, p) =>
    quantities.slice(0, p + 1).map((other, q) => centralProduct(one, means[p]!, other, means[q]!)),
  );
  // Symmetric.
  const at = (p: number, q: number): number => products[Math.max(p, q)]![Math.min(p, q)]!;
  return { count, means, products: means.map((_, p) => means.map((_unused, q) => at(p, q))) };
}

function centralProduct(one: Float64Array, mean: number, other: Float64Array, otherMean: number): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i]! - mean) * (other[i]! - otherMean);
  return sum;
}

/** The joint moments of two samples together. */
export function mergeJointMoments(left: JointMoments, right: JointMoments): JointMoments {
  const count = left.count + right.count;
  const steps = left.means.map((mean, p) => right.means[p]! - mean);
  const weight = (left.count * right.count) / count;
  return {
    count,
    means: left.means.map((mean, p) => mean + (steps[p]! * right.count) / count),
    products: left.products.map((row, p) =>
      row.map((product, q) => product + right.products[p]![q]! + weight * steps[p]! * steps[q]!),
    ),
  };
}

/**
 * The mean of Σ_p weight_p x_p, with its standard error.
 *
 * @param moments of several quantities.
 * @param weights one per quantity.
 */
export function combinationEstimate({ count, means, products }: JointMoments, weights: readonly number[]): Estimate {
  let [value, square] = [0, 0];
  weights.forEach((weight, p) => {
    value += weight * means[p]!;
    weights.forEach((other, q) => (square += weight * other * products[p]![q]!));
  });
  return { value, standardError: Math.sqrt(Math.max(0, square) / (count - 1) / count) };
}
