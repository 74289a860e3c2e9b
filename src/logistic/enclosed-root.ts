import { type Interval, Intervals } from "../formula/index.ts";
import { increasingRoot } from "./root.ts";

/**
 * A function of one number that is known only within an interval, and rises at least as steeply as the number itself:
 * whatever the exact function is, its slope is at least 1 everywhere. So it has exactly one root, and where it is at most
 * u > 0 the root is at most u below: a step of Newton's method with the least slope in between makes that a tight bound.
 */
export interface SteepFunction {
  at(x: number): Interval;
  /** The slopes over an interval. */
  slope(over: Interval): Interval;
}

/** An interval that contains the root, from a number near it. */
export function rootOfSteep(f: SteepFunction, near: number): Interval {
  const value = f.at(near);
  return { lower: below(f, near, value.upper), upper: above(f, near, value.lower) };
}

/**
 * The same where the function is known so loosely that its lower and its upper bound have roots far apart: from a number
 * near each.
 */
export function rootOfLooseSteep(f: SteepFunction, near: number): Interval {
  const rootOf = (end: "lower" | "upper"): number =>
    increasingRoot(
      (x) => ({ value: f.at(x)[end], slope: Intervals.middle(f.slope(Intervals.interval(x))) }),
      -Number.MAX_VALUE,
      Number.MAX_VALUE,
      near,
    );
  const [low, high] = [rootOf("upper"), rootOf("lower")];
  return { lower: below(f, low, f.at(low).upper), upper: above(f, high, f.at(high).lower) };
}

function below(f: SteepFunction, x: number, atMost: number): number {
  if (atMost <= 0) return x;
  const steep = Math.max(1, f.slope({ lower: Intervals.below(x - atMost), upper: x }).lower);
  return Intervals.below(x - Intervals.above(atMost / steep));
}

function above(f: SteepFunction, x: number, atLeast: number): number {
  if (atLeast >= 0) return x;
  const steep = Math.max(1, f.slope({ lower: x, upper: Intervals.above(x - atLeast) }).lower);
  return Intervals.above(x + Intervals.above(-atLeast / steep));
}
