import jstat from "jstat";
import type { Estimate } from "./moments.ts";

/** A comparison of an estimate with the value that a closed form gives. */
export interface Equivalence {
  /** Supported within the margin, refuted outside, inconclusive where the interval crosses it. */
  readonly verdict: "supported" | "refuted" | "inconclusive";
  /** |estimate − expected|. */
  readonly deviation: number;
  /** Half the width of the confidence interval. */
  readonly halfWidth: number;
  /** By what the replicates must be multiplied to settle an inconclusive test, if the estimate stays where it is. */
  readonly factorNeeded: number;
}

/**
 * The equivalence test: supported where the whole confidence interval lies within ± margin of the expected value,
 * refuted where all of it lies outside, otherwise inconclusive. A value that is not finite is refuted.
 *
 * @param estimate with its standard error.
 * @param expected the value that a closed form gives.
 * @param margin absolute, in the units of the estimate.
 * @param z half-width of the interval in standard errors.
 *
 * @example
 * ```ts
 * import { equivalence, gaussian, intervalHalfWidth, meanEstimate, momentsOf, Streams } from "sd-theorems";
 *
 * const streams = new Streams({ seed: 7, claim: "example", problem: "mean size of a normal" });
 * const draws = Float64Array.from({ length: 100_000 }, (_, i) => Math.abs(gaussian.draw(streams.replicate(i))));
 * const estimate = meanEstimate(momentsOf(draws));
 * const z = intervalHalfWidth(1);
 * console.log(equivalence(estimate, Math.sqrt(2 / Math.PI), 0.02, z).verdict); // supported
 * console.log(equivalence(estimate, 1, 0.02, z).verdict); // refuted
 * ```
 */
export function equivalence(estimate: Estimate, expected: number, margin: number, z: number): Equivalence {
  const deviation = Math.abs(estimate.value - expected);
  const halfWidth = z * estimate.standardError;
  const factorNeeded = Math.ceil((halfWidth / Math.abs(margin - deviation)) ** 2);
  const outcome = (verdict: Equivalence["verdict"]): Equivalence => ({ verdict, deviation, halfWidth, factorNeeded });
  if (!Number.isFinite(expected)) return outcome("refuted");
  if (deviation + halfWidth <= margin) return outcome("supported");
  return outcome(deviation - halfWidth > margin ? "refuted" : "inconclusive");
}

/** The probability that a planned test passes at its first look if the closed form is right. */
export const POWER = 0.99;

/** How many standard errors a planned test leaves for chance. */
const POWER_QUANTILE = jstat.normal.inv(POWER, 0, 1);

/**
 * Replicates for an interval that lies within the margin with probability 99 % if the closed form is right.
 *
 * @param relativeDeviation standard deviation of one replicate divided by the (absolute) margin.
 */
export function plannedReplicates(relativeDeviation: number, z: number): number {
  return Math.ceil(((z + POWER_QUANTILE) * relativeDeviation) ** 2);
}
