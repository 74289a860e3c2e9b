import { Fractions, type Interval, Intervals } from "../../formula/index.ts";
import type { ExactProblem } from "../exact-problem.ts";
import { high, low } from "./chart.ts";
import { cover } from "./cover.ts";
import { attainment, type End, endOf } from "./ends.ts";
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
export function interiorOptimum(groups: readonly Group[], problem: ExactProblem): ScaledOptimum {
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
  const value = Intervals.middle(conditionOver(groups, problem, Intervals.interval(lambda)));
  const range = rangeOver(groups, problem, places, lambda);
  const theorem = theoremOf(groups);
  if (theorem?.strictlyBetter === false) return tied({ lambda, error }, { value, range }, theorem.reason);

  const search = new Search(modes, cells, (cell) => cell.distillation);
  const ends = [endOf(low, modes, groups, problem), endOf(high, modes, groups, problem)] as const;
  const { undecided, ...distillation } = distillationOf(groups, problem, modes, search, ends, { lambda, error });
  // The infimum over all pairs is not above any ridge, so its lower bound is one for ridge too.
  const ridge = { lambda, error: { ...error, lower: Math.max(error.lower, distillation.error.lower) } };
  const impliesBetter = theorem !== null || range.upper < 0;
  const shown = theorem ?? comparison(ridge.error, distillation.error, impliesBetter);
  if (shown === null && isTie(modes, search, ends, places)) {
    return tied(
      ridge,
      { value, range },
      "the least error over ξ is least at the best λ of ridge only, where the best ξ is 0",
    );
  }
  const reasons = [shown?.reason ?? "the enclosures of the two errors overlap and nothing else decides", undecided];
  return {
    ridge: { ...ridge, limit: null },
    distillation,
    condition: { value, range, impliesBetter },
    strictlyBetter: shown?.strictlyBetter ?? null,
    reason: reasons.filter((reason) => reason !== null).join("; "),
  };
}

// The same error, attained by the best ridge.
function tied(
  { lambda, error }: Ridge,
  at: { readonly value: number; readonly range: Interval },
  reason: string,
): ScaledOptimum {
  return {
    ridge: { lambda, limit: null, error },
    distillation: { lambda, xi: 0, error, attained: true, limit: null },
    condition: { ...at, impliesBetter: false },
    strictlyBetter: false,
    reason,
  };
}

function distillationOf(
  groups: readonly Group[],
  problem: ExactProblem,
  modes: Modes,
  search: Search,
  ends: readonly [End, End],
  ridge: Ridge,
): Distillation & { readonly undecided: string | null } {
  const { attained, at, byOracle } = whereItIs(groups, problem, search, ends);
  const lower = Math.max(search.lower, modes.oracleError.lower);
  if (attained === true) {
    const { pair, upper } = notAboveRidge(modes, bestPair(modes, search.best), ridge);
    const error = { lower: byOracle ? modes.oracleError.lower : lower, upper };
    return { ...pair, error, attained, limit: null, undecided: null };
  }
  const limit: Limit = at.chart === low ? "lambda->0" : "lambda->infinity";
  const nowhere = { lambda: null, xi: null, attained, limit };
  if (attained === false) {
    const error = { lower: Math.max(lower, at.value.lower), upper: at.value.upper };
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
function whereItIs(
  groups: readonly Group[],
  { noiseVariance }: ExactProblem,
  search: Search,
  ends: readonly [End, End],
): ReturnType<typeof attainment> & { readonly byOracle?: boolean } {
  const shown = attainment(search, ends);
  const [one, other] = groups;
  if (groups.length !== 2) return shown;
  const { attained, exactlyAt } = attainedByTwo([one!, other!], noiseVariance);
  const at = ends.find(({ chart }) => chart.name === exactlyAt) ?? shown.at;
  return { attained, at, byOracle: attained };
}

// S over every λ that may be the best, and over the one that is returned.
function rangeOver(
  groups: readonly Group[],
  problem: ExactProblem,
  places: readonly Candidate[],
  lambda: number,
): Interval {
  const lambdaRanges = [Intervals.interval(lambda), ...places.map(lambdas)];
  const ranges = lambdaRanges.map((range) => conditionOver(groups, problem, range));
  return {
    lower: Math.min(...ranges.map(({ lower }) => lower)),
    upper: Math.max(...ranges.map(({ upper }) => upper)),
  };
}

function comparison(ridge: Interval, distillation: Interval, impliesBetter: boolean): Theorem | null {
  if (distillation.upper < ridge.lower) {
    return { strictlyBetter: true, reason: "the enclosures of the two errors are disjoint" };
  }
  if (impliesBetter) return { strictlyBetter: true, reason: "S < 0 at every λ that may be the best of ridge" };
  return null;
}
