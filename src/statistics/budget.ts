/** The probability that any simulation check of the whole suite, on any seed, raises a false alarm. */
export const SUITE_ERROR_RATE = 1e-6;

/** How often a simulation may be looked at: as planned, then with twice and with four times the replicates. */
export const LOOKS = [1, 2, 4] as const;

/**
 * The half-width, in standard errors, of each confidence interval in a suite with this many comparisons.
 *
 * Each comparison at each look gets an equal share of the budget (Bonferroni), two-sided. The quantile is not computed
 * but bounded, P(Z > z) ≤ ½ exp(−z²/2), which makes every interval a few per cent too wide and never too narrow; the
 * slack also pays for the skewness that is left in means of 10⁴ and more squares.
 *
 * @param comparisons how many estimates the suite compares with closed forms.
 */
export function intervalHalfWidth(comparisons: number): number {
  const share = SUITE_ERROR_RATE / (comparisons * LOOKS.length);
  return Math.sqrt(-2 * Math.log(share));
}
