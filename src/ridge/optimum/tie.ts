import { TaylorBounds } from "../../formula/index.ts";
import { cellOver } from "./cell.ts";
import { middle } from "./chart.ts";
import { type End, mayBeLeast } from "./ends.ts";
import type { Modes } from "./modes.ts";
import type { Search } from "./search.ts";
import { type Candidate, candidates, lambdas } from "./stationary.ts";

// Narrow enough for the curvature to have one sign, wide enough that all of a flat minimum is a few such widths.
const WIDTH = 2 ** -12;
const WIDEST = 5 / 4;

/**
 * Shows that ξ = 0 is best, where it is. At a best λ° of ridge the error is stationary in ξ as well (N = −(λ/2) e′ = 0), so
 * the least error φ(λ) over ξ has the value of ridge there, and is stationary in λ. φ is least at an end of the line or
 * where it is stationary. If it is shown to be at neither end, and to be stationary, where it may be least, only in a range
 * that holds every λ° and in which it is strictly convex, then λ° is the one such place.
 */
export function isTie(modes: Modes, search: Search, ends: readonly End[], places: readonly Candidate[]): boolean {
  if (ends.some((end) => mayBeLeast(end, search))) return false;
  const stationary = candidates(modes, search, { slopeOf: (cell) => cell.distillationSlope(), width: WIDTH });
  const ranges = [...places, ...stationary].map(lambdas);
  const lower = Math.min(...ranges.map((range) => range.lower));
  const upper = Math.max(...ranges.map((range) => range.upper));
  if (lower === 0 || upper > WIDEST * lower) return false;
  return TaylorBounds.range(cellOver(modes, middle, lower, upper).bend()).lower > 0;
}
