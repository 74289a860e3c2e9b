import { type Interval, Intervals, TaylorBounds, type TaylorModel } from "../../formula/index.ts";
import { type Cell, cellOver } from "./cell.ts";
import type { Chart } from "./chart.ts";
import type { Modes } from "./modes.ts";
import { coordinates, type Search } from "./search.ts";

/** Coordinates between which an error may be stationary. */
export interface Candidate {
  readonly chart: Chart;
  readonly from: number;
  readonly to: number;
}

const MOST_STEPS = 2000;

/**
 * Ranges, at most `width` wide relative to their upper ends, that together hold every place inside (0, ∞) where a search's
 * error is least: the pieces that the search could not exclude, without every part in which the slope has a sign.
 */
export function candidates(
  modes: Modes,
  search: Search,
  { slopeOf, width }: { readonly slopeOf: (cell: Cell) => TaylorModel; readonly width: number },
): Candidate[] {
  const upper = search.best.upper;
  const open: Candidate[] = search.pieces
    .filter(({ bound }) => bound <= upper)
    .map((piece) => {
      const { lower, upper: to } = coordinates(piece);
      return { chart: piece.cell.chart, from: lower, to };
    });
  const kept: Candidate[] = [];
  for (let steps = 0; open.length > 0; steps++) {
    const candidate = open.pop()!;
    const { chart, from, to } = candidate;
    const slope = TaylorBounds.range(slopeOf(cellOver(modes, chart, from, to)));
    if (slope.lower > 0 || slope.upper < 0) continue;
    if (to - from <= width * to || steps > MOST_STEPS) kept.push(candidate);
    else {
      const half = from + (to - from) / 2;
      open.push({ chart, from, to: half }, { chart, from: half, to });
    }
  }
  return merged(kept, width);
}

/** λ over a candidate's range; unbounded where it reaches the end λ = ∞. */
export function lambdas({ chart, from, to }: Candidate): Interval {
  if (chart.name !== "high") return { lower: from, upper: to };
  const least = Intervals.below(1 / to);
  return { lower: least, upper: from === 0 ? Infinity : Intervals.above(1 / from) };
}

// Ranges of one chart that touch or overlap become one.
function merged(ranges: readonly Candidate[], width: number): Candidate[] {
  const result: Candidate[] = [];
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const i = result.findIndex(({ chart, to }) => chart === range.chart && range.from <= to * (1 + width));
    if (i < 0) result.push(range);
    else result[i] = { ...result[i]!, to: Math.max(result[i]!.to, range.to) };
  }
  return result;
}
