import { momentsOf } from "./moments.ts";
import { twoSidedQuantile } from "./student.ts";

/** The mean of paired differences, with a confidence interval. */
export interface PairedInterval {
  /** How many differences. */
  readonly pairs: number;
  /** Their mean. */
  readonly mean: number;
  /** Their sample standard deviation. */
  readonly standardDeviation: number;
  /** Lower end of the interval. */
  readonly lower: number;
  /** Upper end of the interval. */
  readonly upper: number;
}

/**
 * Student's t interval for the mean of differences between two measurements on the same draws, equal-tailed. The differences
 * are taken to be independent and close to normal: each is a mean over many test samples.
 *
 * @param differences at least two.
 * @param errorRate probability that the interval misses the mean, on either side.
 * @throws RangeError for fewer than two differences, and for an error rate that is not between 0 and 1.
 *
 * @example
 * ```ts
 * import { pairedInterval } from "sd-theorems";
 *
 * const { mean, lower, upper } = pairedInterval([1.2, 0.9, 1.4, 1.1, 0.8], 0.01);
 * console.log(mean.toFixed(2), lower.toFixed(2), upper.toFixed(2)); // 1.08 0.59 1.57
 * ```
 */
export function pairedInterval(differences: readonly number[], errorRate: number): PairedInterval {
  const { count, mean, m2 } = momentsOf(Float64Array.from(differences));
  if (count < 2) throw new RangeError(`an interval needs at least two pairs; given ${count}`);
  if (!(errorRate > 0 && errorRate < 1)) {
    throw new RangeError(`the error rate of an interval is ${errorRate}; expected a number between 0 and 1`);
  }
  const standardDeviation = Math.sqrt(m2 / (count - 1));
  const half = halfWidth(standardDeviation, count, errorRate);
  return { pairs: count, mean, standardDeviation, lower: mean - half, upper: mean + half };
}

/** No experiment is told to run longer than this. */
const MOST_PAIRS = 2 ** 20;

/**
 * How many pairs would put the interval on one side of zero if mean and deviation stay what they are; null where too many.
 *
 * @param interval as it is now.
 * @param errorRate as for `pairedInterval`.
 */
export function pairsToSettle({ pairs, mean, standardDeviation }: PairedInterval, errorRate: number): number | null {
  const settles = (count: number): boolean => halfWidth(standardDeviation, count, errorRate) < Math.abs(mean);
  let most = pairs;
  while (!settles(most)) {
    if (most >= MOST_PAIRS) return null;
    most *= 2;
  }
  // Where the pairs there are settle it already, fewer may: one never does.
  let least = most === pairs ? 1 : most / 2;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (settles(middle)) most = middle;
    else least = middle;
  }
  return most;
}

function halfWidth(standardDeviation: number, count: number, errorRate: number): number {
  return (twoSidedQuantile(errorRate, count - 1) * standardDeviation) / Math.sqrt(count);
}
