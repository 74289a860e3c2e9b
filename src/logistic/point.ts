import { increasingRoot } from "./root.ts";

/** σ(x) = 1/(1 + e⁻ˣ), to a few units in the last place for every x: 1 − σ(x) is σ(−x), without cancellation. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** One point's share of a fit, measured so that nothing cancels: the label 0 stands for a flipped one. */
export interface PointFit {
  readonly logit: number;
  readonly coefficient: number;
  /** −dα/d(cS): how the coefficient gives way where what the class shares grows. */
  readonly yielding: number;
}

/**
 * The point with λα = target − σ(z), z = (1 − c)α + shared, for what all points of the class share, cS.
 *
 * z is the root of z + kσ(z) = k·target + shared for k = (1 − c)/λ, whose left side grows at least as z does. Then α
 * follows from either equation: from the one in which it loses less to rounding.
 */
export function fitPoint(
  { similarity, lambda }: { readonly similarity: number; readonly lambda: number },
  target: number,
  shared: number,
  start = 0,
): PointFit {
  const own = 1 - similarity;
  const k = own / lambda;
  const wanted = k * target + shared;
  const logit = increasingRoot(
    (z) => {
      const sigma = logistic(z);
      return { value: z + k * sigma - wanted, slope: 1 + k * sigma * logistic(-z) };
    },
    k * (target - 1) + shared,
    wanted,
    start,
  );
  const sigma = logistic(logit);
  const bend = sigma * logistic(-logit);
  const loses = (Math.abs(target) + sigma + bend * Math.abs(logit)) / lambda;
  const losesOtherwise = (Math.abs(logit) + Math.abs(shared)) / own;
  const coefficient = loses <= losesOtherwise ? (target - sigma) / lambda : (logit - shared) / own;
  return { logit, coefficient, yielding: bend / (lambda + own * bend) };
}
