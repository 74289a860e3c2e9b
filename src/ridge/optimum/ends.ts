import { type Interval, TaylorBounds } from "../../formula/index.ts";
import type { ExactProblem } from "../exact-problem.ts";
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
  /** Its limit there. */
  readonly value: Interval;
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
  const decided = slope.lower > 0 || slope.upper < 0;
  const isExact = !decided && problem.squaredSingularValues.length <= MOST_EXACT;
  return {
    chart,
    value: TaylorBounds.range(end.distillation),
    fallsInwards: isExact ? exactSlopeSign(chart, groups, problem) < 0 : slope.upper < 0,
    risesUpTo: slope.lower > 0 ? whereItRises(modes, chart) : 0,
  };
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
  const at = one.value.upper <= other.value.upper ? one : other;
  // On the closed line it is least somewhere: inside, if at neither end.
  if (possible.length === 0) return { attained: true, at };
  const rises = ({ cell, centre, radius }: Parameters<typeof coordinates>[0]): boolean =>
    cell.chart === at.chart && coordinates({ cell, centre, radius }).upper <= at.risesUpTo;
  return { attained: at.risesUpTo > 0 && search.isAbove(at.value.upper, rises) ? false : null, at };
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
