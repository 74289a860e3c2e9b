import { type Fraction, Fractions, fromFraction, type Interval, TaylorBounds } from "../../formula/index.ts";
import { type ExactProblem, exactValue } from "../exact-problem.ts";
import { cellAt, cellOver } from "./cell.ts";
import type { Chart } from "./chart.ts";
import { tail } from "./cover.ts";
import { exactSlopeSign } from "./exact-slope.ts";
import type { Group } from "./groups.ts";
import type { Modes } from "./modes.ts";
import { coordinates, type Search } from "./search.ts";

/** What is shown of the least error over ξ at an end of the line, λ → 0 or λ → ∞. */
export interface End {
  readonly chart: Chart;
  /** Its limit there, and the same as a rational number where the modes are few. */
  readonly value: Interval;
  readonly exactValue: Fraction | null;
  /** True where it is shown to fall as λ leaves the end: then the infimum is not there. */
  readonly fallsInwards: boolean;
  /** It is shown to rise strictly on coordinates up to this; 0 where nothing is shown. */
  readonly risesUpTo: number;
}

/** Beyond this many modes the exact numbers become too long to be worth the wait. */
const MOST_EXACT = 32;

export function endOf(chart: Chart, modes: Modes, groups: readonly Group[], problem: ExactProblem): End {
  const end = cellAt(modes, chart, 0);
  const slope = TaylorBounds.range(end.distillationSlope());
  const few = problem.squaredSingularValues.length <= MOST_EXACT;
  const decided = slope.lower > 0 || slope.upper < 0;
  const limit = few ? exactLimit(chart, groups, problem) : null;
  return {
    chart,
    value: limit === null ? TaylorBounds.range(end.distillation) : fromFraction(limit),
    exactValue: limit,
    fallsInwards: few && !decided ? exactSlopeSign(chart, groups, problem) < 0 : slope.upper < 0,
    risesUpTo: slope.lower > 0 ? whereItRises(modes, chart) : 0,
  };
}

// The theory's limits, for the group means that functions of s see.
function exactLimit(chart: Chart, groups: readonly Group[], problem: ExactProblem): Fraction {
  const modes = groups.flatMap((group) => Array.from({ length: group.modes }, () => group));
  const seen = {
    ...problem,
    squaredSingularValues: modes.map(({ s }) => s),
    squaredSignal: modes.map(({ squaredSignal }) => squaredSignal),
  };
  return exactValue(chart.name === "low" ? "limitNear" : "limitFar", seen, { lambda: Fractions.fraction(1n) });
}

/** True where the error is not shown to be lower elsewhere than at the end. It extends continuously to both ends. */
export function mayBeLeast({ value, fallsInwards }: End, search: Search): boolean {
  return !fallsInwards && value.lower <= search.best.upper;
}

/**
 * Whether the infimum over all (λ, ξ) is attained, with the end where its value is the lower limit of the two; null where
 * nothing is shown.
 */
export function attainment(
  search: Search,
  ends: readonly [End, End],
): { readonly attained: boolean | null; readonly at: End } {
  const possible = ends.filter((end) => mayBeLeast(end, search));
  const [one, other] = possible.length === 1 ? [possible[0]!, possible[0]!] : ends;
  const at = isLower(one, other) ? one : other;
  // On the closed line it is least somewhere: inside, if at neither end.
  if (possible.length === 0) return { attained: true, at };
  const rises = ({ cell, centre, radius }: Parameters<typeof coordinates>[0]): boolean =>
    cell.chart === at.chart && coordinates({ cell, centre, radius }).upper <= at.risesUpTo;
  return { attained: at.risesUpTo > 0 && search.isAbove(at.value.upper, rises) ? false : null, at };
}

/** Which limit is not above the other: exactly where the modes are few. */
export function isLower(one: End, other: End): boolean {
  if (one.exactValue !== null && other.exactValue !== null) {
    return Fractions.compare(one.exactValue, other.exactValue) <= 0;
  }
  return one.value.upper <= other.value.upper;
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
