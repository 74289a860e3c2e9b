/** A function's value and slope at one place. */
export interface Local {
  readonly value: number;
  readonly slope: number;
}

/** Far more than are ever needed: bisection alone settles a bracket in the range of the numbers in 2100 steps. */
const MOST_STEPS = 2200;

/**
 * The root of a strictly increasing function, to rounding: Newton's method, and bisection wherever that leaves the bracket
 * or does not halve it within three steps.
 *
 * The bracket, at whose ends the function is not above and not below 0, may be off by rounding: then the end is found.
 */
export function increasingRoot(at: (x: number) => Local, lower: number, upper: number, start: number): number {
  let [from, to] = [lower, upper];
  let x = Math.min(to, Math.max(from, start));
  let [wide, patience] = [to - from, 3];
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, slope } = at(x);
    if (value === 0) return x;
    if (value > 0) to = x;
    else from = x;
    let next = x - value / slope;
    if (Math.abs(next - x) <= (Number.EPSILON / 2) * Math.abs(x)) return x;
    if (to - from <= wide / 2) [wide, patience] = [to - from, 3];
    else patience--;
    if (!(next > from && next < to) || patience < 0) {
      next = from + (to - from) / 2;
      [wide, patience] = [to - from, 3];
    }
    if (next === from || next === to || next === x) return x;
    x = next;
  }
  return x;
}
