import { InvalidInput } from "../../data/portable.ts";
import { type Cell, cellOver } from "./cell.ts";
import { type Chart, high, low, middle } from "./chart.ts";
import type { Modes } from "./modes.ts";

/**
 * Where cells begin in an octave: the ratio of the ends of each is below (1 + 1/8)/(1 − 1/8), so that its relative half-width is
 * below 1/8. As tails end at powers of two, so do octaves, and no edge is rounded, on any computer.
 */
const EDGES = [1, 5 / 4, 25 / 16];

/** In units where the largest s lies in [1, 2). Beyond, powers of s leave the range of floating-point numbers. */
const SMALLEST = 2 ** -900;

/**
 * Cells that together hold every λ in [0, ∞]: from 0 to about s_min/4, geometric ones, and from 4 s_max to ∞. As λ enters
 * only by s/(s + λ), their number grows with log(s_max/s_min) and does not depend on the signal or the noise.
 *
 * @throws InvalidInput where s_max/s_min is above 2⁹⁰⁰.
 */
export function cover(modes: Modes): Cell[] {
  if (!(modes.smallestS > SMALLEST)) {
    throw new InvalidInput("the largest s_j is more than 2⁹⁰⁰ times the smallest; the optimum is computed up to that");
  }
  const first = tail(modes, low);
  const last = 1 / tail(modes, high);
  const edges: number[] = [];
  for (let octave = first; octave < last; octave *= 2) edges.push(...EDGES.map((edge) => edge * octave));
  return [
    cellOver(modes, low, 0, first),
    ...edges.map((from, k) => cellOver(modes, middle, from, edges[k + 1] ?? last)),
    cellOver(modes, high, 0, 1 / last),
  ];
}

/** The coordinate that the cell at an end of the line reaches to: a power of two, so that 1/λ is exact at the seam. */
export function tail({ smallestS, largestS }: Modes, chart: Chart): number {
  return 2 ** Math.floor(chart === low ? Math.log2(smallestS / 4) : -Math.log2(4 * largestS));
}
