import { type Interval, type Real, Reals, TaylorBounds } from "../../formula/index.ts";
import type { EnclosedProblem } from "../problem/enclosed-problem.ts";
import { cellAt, cellOver } from "./cell.ts";
import type { Chart } from "./chart.ts";
import { formulaFor } from "./counted.ts";
import { tail } from "./cover.ts";
import { exactSlopeSign } from "./exact-slope.ts";
import { pointOf } from "./known-point.ts";
import type { Modes } from "./modes.ts";
import { coordinates, type Search } from "./search.ts";

/** What is shown of the least error over ξ at an end of the line, λ → 0 or λ → ∞. */
export interface End {
  readonly chart: Chart;
  /** Its limit there, and the same with as many digits as are known. */
  readonly value: Interval;
  readonly limit: Real;
  /** True where it is shown to fall as λ leaves the end: then the infimum is not there. */
  readonly fallsInwards: boolean;
  /** It is shown to rise strictly on coordinates up to this; 0 where nothing is shown. */
  readonly risesUpTo: number;
}

const limits = { near: formulaFor("limitNear"), far: formulaFor("limitFar") };

export function endOf(chart: Chart, modes: Modes, problem: EnclosedProblem): End {
  const slope = TaylorBounds.range(cellAt(modes, chart, 0).distillationSlope());
  const decided = slope.lower > 0 || slope.upper < 0;
  // The theory's limits, for the group means that functions of s see.
  const formula = chart.name === "low" ? limits.near : limits.far;
  const limit = Reals.evaluateReal(formula(problem.groups), pointOf(problem));
  return {
    chart,
    value: Reals.inInterval(limit),
    limit,
    fallsInwards: decided ? slope.upper < 0 : exactSlopeSign(chart, problem) === -1,
    risesUpTo: slope.lower > 0 ? whereItRises(modes, chart) : 0,
  };
}

/** True where the error is not shown to be lower elsewhere than at the end. It extends continuously to both ends. */
export function mayBeLeast({ value, fallsInwards }: End, search: Search): boolean {
  return !fallsInwards && value.lower <= search.best.upper;
}

/** Whether the infimum over all (λ, ξ) is attained. */
export interface Attainment {
  /** Null where nothing is shown. */
  readonly attained: boolean | null;
  /** The end with the lower limit of the two. */
  readonly at: End;
}

/** What a search, and what is shown at the ends, tell of whether the infimum is attained. */
export function attainment(search: Search, ends: readonly [End, End]): Attainment {
  const possible = ends.filter((end) => mayBeLeast(end, search));
  const [one, other] = possible.length === 1 ? [possible[0]!, possible[0]!] : ends;
  const at = isLower(one, other) ? one : other;
  // On the closed line it is least somewhere: inside, if at neither end.
  if (possible.length === 0) return { attained: true, at };
  const rises = ({ cell, centre, radius }: Parameters<typeof coordinates>[0]): boolean =>
    cell.chart === at.chart && coordinates({ cell, centre, radius }).upper <= at.risesUpTo;
  return { attained: at.risesUpTo > 0 && search.isAbove(at.value.upper, rises) ? false : null, at };
}

/** Which limit is not above the other, as far as is known. */
export function isLower(one: End, other: End): boolean {
  const order = Reals.compare(one.limit, other.limit);
  return order === null ? one.value.upper <= other.value.upper : order <= 0;
}

// The longest of some ranges from the end on; where the slope at the end is > 0, a short one will do. Each is a little
// longer than the pieces that a search cuts, so that one of them lies in it with its rounded ends.
function whereItRises(modes: Modes, chart: Chart): number {
  const reach = tail(modes, chart) * (1 + 2 ** -30);
  for (let length = reach; length > reach * 2 ** -30; length /= 2) {
    if (TaylorBounds.range(cellOver(modes, chart, 0, length).distillationSlope()).lower > 0) return length;
  }
  return 0;
}
