import { Fractions, type Interval, Intervals } from "../../formula/index.ts";
import type { ExactProblem } from "../exact-problem.ts";
import { high, low } from "./chart.ts";
import { cover } from "./cover.ts";
import { attainment, type End, endOf, isLower } from "./ends.ts";
import type { Group } from "./groups.ts";
import { type Modes, modesOf } from "./modes.ts";
import type { Limit, ScaledOptimum } from "./optimum.ts";
import { bestPair, bestRidge, errorOf, type Pair } from "./pairs.ts";
import { Search } from "./search.ts";
import { type Candidate, candidates, conditionOver, lambdas } from "./stationary.ts";
import { attainedByTwo, commonSignal, type Theorem, theoremOf } from "./theorems.ts";
import { isTie } from "./tie.ts";

type Ridge = Pick<ScaledOptimum["ridge"], "error"> & { readonly lambda: number };
type Distillation = ScaledOptimum["distillation"];

// The slope of the ridge error changes its sign within a few such widths, relative to λ.
const NARROW = 2 ** -44;

/** γ > 0 and θ ≠ 0: the best λ of ridge is inside (0, ∞). */
export function interiorOptimum(groups: readonly Group[], problem: ExactProblem, theorems: boolean): ScaledOptimum {
  const modes = modesOf(groups, problem);
  const cells = cover(modes);
  const ridgeSearch = new Search(modes, cells, (cell) => cell.ridge);
  const places = candidates(modes, ridgeSearch, { slopeOf: (cell) => cell.ridgeSlope(), width: NARROW });
  const common = commonSignal(groups);
  const lambda =
    common === null
      ? bestRidge(modes, places)
      : Fractions.toNumber(Fractions.multiply(problem.noiseVariance, Fractions.reciprocal(common)));
  const error: Interval = {
    lower: Math.max(ridgeSearch.lower, modes.oracleError.lower),
    upper: errorOf(modes, { lambda, xi: 0 }).upper,
  };
  const S = conditionAt(groups, problem, lambda, places);
  const theorem = theorems ? theoremOf(groups) : null;
  if (theorem?.strictlyBetter === false) return tied({ lambda, error }, S, theorem.reason);

  const search = new Search(modes, cells, (cell) => cell.distillation);
  const ends = [endOf(low, modes, groups, problem), endOf(high, modes, groups, problem)] as const;
  const { undecided, ...distillation } = distillationOf(
    theorems ? attainmentBy(groups, problem, search, ends) : attainment(search, ends),
    modes,
    search,
    { lambda, error },
  );
  // The infimum over all pairs is not above any ridge, so its lower bound is one for ridge too.
  const ridge = { lambda, error: { ...error, lower: Math.max(error.lower, distillation.error.lower) } };
  const impliesBetter = theorem !== null || S.range.upper < 0;
  const shown = theorem ?? comparison(ridge.error, distillation.error, impliesBetter);
  if (shown === null && isTie(modes, search, ends, places)) {
    return tied(ridge, S, "the least error over ξ is least at the best λ of ridge only, where the best ξ is 0");
  }
  const reasons = [shown?.reason ?? "the enclosures of the two errors overlap and nothing else decides", undecided];
  return {
    ridge: { ...ridge, limit: null },
    distillation,
    condition: { ...S, impliesBetter },
    strictlyBetter: shown?.strictlyBetter ?? null,
    reason: reasons.filter((reason) => reason !== null).join("; "),
  };
}

// The same error, attained by the best ridge.
function tied({ lambda, error }: Ridge, S: ReturnType<typeof conditionAt>, reason: string): ScaledOptimum {
  return {
    ridge: { lambda, limit: null, error },
    distillation: { lambda, xi: 0, error, attained: true, limit: null },
    condition: { ...S, impliesBetter: false },
    strictlyBetter: false,
    reason,
  };
}

function distillationOf(
  { attained, at, byOracle }: ReturnType<typeof attainmentBy>,
  modes: Modes,
  search: Search,
  ridge: Ridge,
): Distillation & { readonly undecided: string | null } {
  const lower = Math.max(search.lower, modes.oracleError.lower);
  if (attained === true) {
    const { pair, upper } = notAboveRidge(modes, bestPair(modes, search.best), ridge);
    const error = { lower: byOracle ? modes.oracleError.lower : lower, upper };
    return { ...pair, error, attained, limit: null, undecided: null };
  }
  const limit: Limit = at.chart === low ? "lambda->0" : "lambda->infinity";
  const nowhere = { lambda: null, xi: null, attained, limit };
  if (attained === false) {
    const upper = Math.min(at.value.upper, search.best.upper, ridge.error.upper);
    const error = { lower: Math.max(lower, at.value.lower), upper };
    return { ...nowhere, error, undecided: null };
  }
  const undecided = `whether the infimum is attained is not decided, as it cannot be told from the limit for ${limit}`;
  return { ...nowhere, error: { lower, upper: Math.min(search.best.upper, ridge.error.upper) }, undecided };
}

// Where ξ = 0 is best, rounding may leave the pair that was found a little above the best ridge.
function notAboveRidge(modes: Modes, found: Pair, ridge: Ridge): { readonly pair: Pair; readonly upper: number } {
  const { upper } = errorOf(modes, found);
  if (upper <= ridge.error.upper) return { pair: found, upper };
  return { pair: { lambda: ridge.lambda, xi: 0 }, upper: ridge.error.upper };
}

// For two groups the theory answers, also where numbers cannot.
function attainmentBy(
  groups: readonly Group[],
  { noiseVariance }: ExactProblem,
  search: Search,
  ends: readonly [End, End],
): ReturnType<typeof attainment> & { readonly byOracle?: boolean } {
  const shown = attainment(search, ends);
  const [one, other] = groups;
  if (groups.length !== 2) return shown;
  const attained = attainedByTwo([one!, other!], noiseVariance);
  return { attained, at: isLower(...ends) ? ends[0] : ends[1], byOracle: attained };
}

/** S at the best λ found, and a range that holds S at every λ that may be the best. */
function conditionAt(
  groups: readonly Group[],
  problem: ExactProblem,
  lambda: number,
  places: readonly Candidate[],
): { readonly value: number; readonly range: Interval } {
  const over = (at: Interval): Interval => conditionOver(groups, problem, at);
  const ranges = [Intervals.interval(lambda), ...places.map(lambdas)].map(over);
  return { value: Intervals.middle(ranges[0]!), range: Intervals.hull(ranges) };
}

function comparison(ridge: Interval, distillation: Interval, impliesBetter: boolean): Theorem | null {
  if (distillation.upper < ridge.lower) {
    return { strictlyBetter: true, reason: "the enclosures of the two errors are disjoint" };
  }
  if (impliesBetter) return { strictlyBetter: true, reason: "S < 0 at every λ that may be the best of ridge" };
  return null;
}
