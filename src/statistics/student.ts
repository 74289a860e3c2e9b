import jstat from "jstat";

/**
 * The t that a variable with Student's distribution exceeds in absolute value with a given probability.
 *
 * By bisection of the incomplete beta function, down to neighbouring numbers. jstat's own quantile is as accurate, but begins with
 * a power whose last digit depends on the version of Node, and at times ends with one; the function itself is made of exponentials
 * and logarithms, which do not.
 *
 * @param probability between 0 and 1.
 * @param degrees of freedom, at least 1.
 */
export function twoSidedQuantile(probability: number, degrees: number): number {
  const beyond = (t: number): number => jstat.ibeta(degrees / (degrees + t * t), degrees / 2, 1 / 2);
  let [lower, upper] = [0, 1];
  while (beyond(upper) > probability) [lower, upper] = [upper, 2 * upper];
  for (;;) {
    const middle = lower + (upper - lower) / 2;
    if (middle <= lower || middle >= upper) return upper;
    if (beyond(middle) > probability) lower = middle;
    else upper = middle;
  }
}
