import { type Interval, Intervals } from "../formula/index.ts";

/** The sign that all numbers of an interval have; 0 where it may be any. */
export function signOf({ lower, upper }: Interval): -1 | 0 | 1 {
  if (lower > 0) return 1;
  return upper < 0 ? -1 : 0;
}

/** Steps of regula falsi, each of which costs one evaluation; it takes about ten, and bisection alone would take 60. */
const MOST_STEPS = 100;

/**
 * Narrows a bracket in which a function changes its sign, from `sign` at the lower end to −`sign` at the upper one: what is
 * returned has proved signs at both its ends, unless an end is one of the bracket's own.
 *
 * Regula falsi (Illinois) with values in the middle of their intervals, until the sign cannot be told any more: what is
 * left then is rounding, and steps of growing size from there find a sign on either side.
 */
export function narrowed(at: (x: number) => Interval, bracket: Interval, sign: 1 | -1): Interval {
  let { lower, upper } = bracket;
  const told = (x: number): { value: Interval; side: -1 | 0 | 1 } => {
    const value = at(x);
    const side = (signOf(value) * sign) as -1 | 0 | 1;
    if (side > 0 && x > lower) lower = x;
    if (side < 0 && x < upper) upper = x;
    return { value, side };
  };
  const middleOf = (value: Interval): number => sign * clamp(Intervals.middle(value));
  let [left, right] = [middleOf(told(lower).value), middleOf(told(upper).value)];
  let last = { x: upper, y: right, side: 0 };
  let [x, doubt] = [lower, 0];
  for (let step = 0; step < MOST_STEPS; step++) {
    const falsi = lower + ((upper - lower) * left) / (left - right);
    x = falsi > lower && falsi < upper && step % 8 !== 7 ? falsi : lower + (upper - lower) / 2;
    if (!(x > lower && x < upper)) return { lower, upper };
    const { value, side } = told(x);
    const y = middleOf(value);
    // How far from x a value may be that is told from 0, by the slope of the last two.
    doubt = (value.upper - value.lower) * Math.abs((x - last.x) / (y - last.y));
    if (side === 0) break;
    if (side > 0) left = y;
    else right = y;
    if (side === last.side) {
      if (side > 0) right /= 2;
      else left /= 2;
    }
    last = { x, y, side };
  }
  const least = Math.max(Math.abs(x) * Number.EPSILON, Number.MIN_VALUE);
  // The two values may be too near to tell a slope: then the doubt is no number, or far too large.
  const first = doubt > least ? Math.min(doubt, 2 ** 10 * least) : least;
  for (const direction of [-1, 1] as const) {
    for (let away = first; ; away *= 2) {
      const y = x + direction * away;
      if (!(y > lower && y < upper) || told(y).side === -direction) break;
    }
  }
  return { lower, upper };
}

function clamp(value: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));
}
