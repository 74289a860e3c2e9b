import { InvalidInput } from "../../data/portable.ts";
import { exponential } from "../../random/portable.ts";
import { type Cell, cellOver } from "./cell.ts";
import { type Chart, high, low, middle } from "./chart.ts";
import type { Modes } from "./modes.ts";

/** (1 + 1/8)/(1 − 1/8): the ratio of the ends of a cell whose relative half-width is 1/8. */
const RATIO = 9 / 7;

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
  const octaves = Math.log2(last) - Math.log2(first);
  const count = Math.ceil(octaves / Math.log2(RATIO));
  const edge = (k: number): number =>
    k === 0 ? first : k === count ? last : first * exponential((Math.LN2 * octaves * k) / count);
  return [
    cellOver(modes, low, 0, first),
    ...Array.from({ length: count }, (_, k) => cellOver(modes, middle, edge(k), edge(k + 1))),
    cellOver(modes, high, 0, 1 / last),
  ];
}

/** The coordinate that the cell at an end of the line reaches to: a power of two, so that 1/λ is exact at the seam. */
export function tail({ smallestS, largestS }: Modes, chart: Chart): number {
  return 2 ** Math.floor(chart === low ? Math.log2(smallestS / 4) : -Math.log2(4 * largestS));
}
