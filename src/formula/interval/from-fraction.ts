import { compare, type Fraction, fromNumber, toNumber } from "../exact/fraction.ts";
import { above, below, type Interval } from "./interval.ts";

/** A narrow interval that contains a rational number; the number itself where it is a floating-point number. */
export function fromFraction(value: Fraction): Interval {
  const near = toNumber(value);
  if (!Number.isFinite(near))
    return near > 0 ? { lower: Number.MAX_VALUE, upper: near } : { lower: near, upper: -Number.MAX_VALUE };
  let [lower, upper] = [near, near];
  // The conversion is off by a few units in the last place at most, but only the comparisons are relied on.
  while (compare(fromNumber(lower), value) > 0) lower = below(lower);
  while (compare(fromNumber(upper), value) < 0) upper = above(upper);
  return { lower, upper };
}
