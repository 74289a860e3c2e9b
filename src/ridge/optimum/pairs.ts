import { type Interval, Intervals, TaylorBounds } from "../../formula/index.ts";
import { cellAt } from "./cell.ts";
import { type Chart, lambdaAt, middle, xiAt } from "./chart.ts";
import type { Modes } from "./modes.ts";
import { type Best, GOAL } from "./search.ts";
import { type Candidate, lambdas } from "./stationary.ts";

/** A student, in floating-point numbers. */
export interface Pair {
  readonly lambda: number;
  readonly xi: number;
}

/** e(λ, ξ), enclosed. */
export function errorOf(modes: Modes, { lambda, xi }: Pair): Interval {
  return TaylorBounds.range(cellAt(modes, middle, lambda).errorAt(xi));
}

/** The λ in the candidates with the least ridge error, as far as their middles tell. */
export function bestRidge(modes: Modes, places: readonly Candidate[]): number {
  const tried = places.map((place) => {
    const { lower, upper } = lambdas(place);
    const lambda = upper === Infinity ? lower : Intervals.middle({ lower, upper });
    return { lambda, error: errorOf(modes, { lambda, xi: 0 }).upper };
  });
  return tried.reduce((best, next) => (next.error < best.error ? next : best)).lambda;
}

/**
 * The pair at a search's best place. Where that is an end of the line, though the infimum is attained inside, a pair so
 * near to the end that its error is the same to within the search's goal.
 */
export function bestPair(modes: Modes, { cell, z, upper }: Best): Pair {
  const { chart, centre, radius } = cell;
  const u = centre + radius * z;
  const there = pairAt(chart, u, TaylorBounds.valueAt(cell.kappa, z));
  if (isFinite(there)) return there;
  for (let near = 2 * radius; near > Number.MIN_VALUE; near /= 2) {
    const inside = cellAt(modes, chart, near);
    const pair = pairAt(chart, near, TaylorBounds.range(inside.kappa));
    if (!isFinite(pair)) break;
    if (TaylorBounds.range(inside.distillation).upper <= upper * (1 + GOAL)) return pair;
  }
  return { lambda: lambdaAt(chart, 2 * radius), xi: 0 };
}

function pairAt(chart: Chart, u: number, kappa: Interval): Pair {
  return { lambda: lambdaAt(chart, u), xi: xiAt(chart, u, Intervals.middle(kappa)) };
}

function isFinite({ lambda, xi }: Pair): boolean {
  return lambda > 0 && lambda < Infinity && Number.isFinite(xi);
}
