import { Fractions, type Interval } from "../../formula/index.ts";
import type { EnclosedProblem, Group } from "../problem/enclosed-problem.ts";
import type { Cell } from "./cell.ts";
import { high, low } from "./chart.ts";
import { closeness, isApart, slackOf } from "./closeness.ts";
import { type ConditionAt, conditionAt } from "./condition.ts";
import { cover } from "./cover.ts";
import { type Attainment, attainment, type End, endOf, isLower } from "./ends.ts";
import { type Modes, modesOf } from "./modes.ts";
import type { Limit, ScaledOptimum } from "./result.ts";
import { bestPair, bestRidge, errorOf, type Pair } from "./pairs.ts";
import { requireRatio } from "./scale.ts";
import { Search } from "./search.ts";
import { type Candidate, candidates } from "./stationary.ts";
import { attainedByTwo, commonSignal, type Theorem, theoremOf } from "./theorems.ts";
import { isTie } from "./tie.ts";

type Ridge = Pick<ScaledOptimum["ridge"], "error"> & { readonly lambda: number };
type Distillation = ScaledOptimum["distillation"];

// The slope of the ridge error changes its sign within a few such widths, relative to λ.
const NARROW = 2 ** -44;

/**
 * γ > 0 and θ ≠ 0: the best λ of ridge is inside (0, ∞). First ridge, and what the theorems say; then the students, and
 * whether their infimum is attained; last, what decides between the two.
 */
export function interiorOptimum(problem: EnclosedProblem, theorems: boolean): ScaledOptimum {
  const modes = modesOf(problem);
  const cells = cover(modes);
  requireRatio(problem.noiseVariance);
  const { places, ...ridge } = ridgeOf(problem, modes, cells);
  const condition = conditionAt(problem, ridge.lambda, places);
  const theorem = theorems ? theoremOf(problem.groups) : null;
  if (theorem?.strictlyBetter === false) return tied(ridge, condition, theorem.reason);

  const search = new Search(modes, cells, (cell) => cell.distillation);
  const ends = [endOf(low, modes, problem), endOf(high, modes, problem)] as const;
  const reached = theorems ? attainmentBy(problem, search, ends) : attainment(search, ends);
  const students = studentsOf(reached, modes, search, ridge);
  return verdictOf({ problem, modes, places, search, ends, ridge, condition, theorem, students });
}

/** The best ridge, and where its error may be least. */
interface FoundRidge extends Ridge {
  readonly places: readonly Candidate[];
}

function ridgeOf(problem: EnclosedProblem, modes: Modes, cells: readonly Cell[]): FoundRidge {
  const search = new Search(modes, cells, (cell) => cell.ridge);
  const places = candidates(modes, search, { slopeOf: (cell) => cell.ridgeSlope(), width: NARROW });
  const common = commonSignal(problem.groups);
  const lambda =
    common === null
      ? bestRidge(modes, places)
      : Fractions.toNumber(Fractions.multiply(problem.noiseVariance, Fractions.reciprocal(common)));
  const error: Interval = {
    lower: Math.max(search.lower, modes.oracleError.lower),
    upper: errorOf(modes, { lambda, xi: 0 }).upper,
  };
  return { places, lambda, error };
}

/** Attainment, with what is known of an infimum that the oracle has, too. */
interface KnownAttainment extends Attainment {
  /** Whether the oracle's error is attained. */
  readonly byOracle?: boolean;
}

// For two groups the theory answers, also where numbers cannot.
function attainmentBy(problem: EnclosedProblem, search: Search, ends: readonly [End, End]): KnownAttainment {
  const shown = attainment(search, ends);
  const attained = problem.groups.length === 2 && isApart(problem) ? attainedByTwo(problem) : null;
  if (attained === null) return shown;
  return { attained, at: isLower(...ends) ? ends[0] : ends[1], byOracle: attained };
}

/** The best students, and why it is not decided whether there is a best one. */
interface Students {
  readonly distillation: Distillation;
  readonly undecided: string | null;
}

function studentsOf({ attained, at, byOracle }: KnownAttainment, modes: Modes, search: Search, ridge: Ridge): Students {
  const lower = Math.max(search.lower, modes.oracleError.lower);
  if (attained === true) {
    const { pair, upper } = notAboveRidge(modes, bestPair(modes, search.best), ridge);
    const error = { lower: byOracle ? modes.oracleError.lower : lower, upper };
    return { distillation: { ...pair, error, attained, limit: null }, undecided: null };
  }
  const limit: Limit = at.chart === low ? "lambda->0" : "lambda->infinity";
  const nowhere = { lambda: null, xi: null, attained, limit };
  if (attained === false) {
    const upper = Math.min(at.value.upper, search.best.upper, ridge.error.upper);
    const error = { lower: Math.max(lower, at.value.lower), upper };
    return { distillation: { ...nowhere, error }, undecided: null };
  }
  const error = { lower, upper: Math.min(search.best.upper, ridge.error.upper) };
  const undecided = `whether the infimum is attained is not decided, as it cannot be told from the limit for ${limit}`;
  return { distillation: { ...nowhere, error }, undecided };
}

// Where ξ = 0 is best, rounding may leave the pair that was found a little above the best ridge.
function notAboveRidge(modes: Modes, found: Pair, ridge: Ridge): { readonly pair: Pair; readonly upper: number } {
  const { upper } = errorOf(modes, found);
  if (upper <= ridge.error.upper) return { pair: found, upper };
  return { pair: { lambda: ridge.lambda, xi: 0 }, upper: ridge.error.upper };
}

interface Found {
  readonly problem: EnclosedProblem;
  readonly modes: Modes;
  readonly places: readonly Candidate[];
  readonly search: Search;
  readonly ends: readonly [End, End];
  readonly ridge: Ridge;
  readonly condition: ConditionAt;
  readonly theorem: Theorem | null;
  readonly students: Students;
}

// A theorem decides, or S < 0, or disjoint enclosures; else it may be shown to be a tie.
function verdictOf({ problem, modes, places, search, ends, condition, theorem, ...found }: Found): ScaledOptimum {
  const { distillation, undecided } = found.students;
  // The infimum over all pairs is not above any ridge, so its lower bound is one for ridge too.
  const { lambda, error } = found.ridge;
  const ridge = { lambda, error: { ...error, lower: Math.max(error.lower, distillation.error.lower) } };
  if (!isApart(problem)) {
    return ofClusters(problem, ridge, { ...distillation, lambda: null, xi: null, attained: null }, condition);
  }
  const impliesBetter = theorem !== null || condition.range.upper < 0;
  const shown = theorem ?? comparison(ridge.error, distillation.error, impliesBetter);
  if (shown === null && isTie(modes, search, ends, places)) {
    return tied(ridge, condition, "the least error over ξ is least at the best λ of ridge only, where the best ξ is 0");
  }
  return {
    ridge: { ...ridge, limit: null },
    distillation,
    condition: { ...condition, impliesBetter },
    strictlyBetter: shown?.strictlyBetter ?? null,
    reason: [shown?.reason ?? overlapOf(problem.groups), undecided].filter((reason) => reason !== null).join("; "),
  };
}

function overlapOf(groups: readonly Group[]): string {
  const close = closeness(groups);
  const overlap = "the enclosures of the two errors overlap and nothing else decides";
  return close === null ? overlap : `not decided: ${close}; ${overlap}`;
}

// What was computed is of a problem with one s for each cluster. It tells where errors are, and nothing of theorems.
function ofClusters(
  problem: EnclosedProblem,
  ridge: Ridge,
  distillation: Distillation,
  condition: ConditionAt,
): ScaledOptimum {
  const wider = slackOf(problem);
  const [own, best] = [wider(ridge.error), wider(distillation.error)];
  const shown = comparison(own, best, false);
  return {
    ridge: { ...ridge, limit: null, error: own },
    distillation: { ...distillation, error: best },
    condition: { value: condition.value, range: null, impliesBetter: false, reason: "not all s_j are told apart" },
    strictlyBetter: shown?.strictlyBetter ?? null,
    reason:
      shown === null
        ? overlapOf(problem.groups)
        : `${shown.reason}; whether the infimum is attained is not decided: ${closeness(problem.groups)}`,
  };
}

// The same error, attained by the best ridge.
function tied({ lambda, error }: Ridge, condition: ConditionAt, reason: string): ScaledOptimum {
  return {
    ridge: { lambda, limit: null, error },
    distillation: { lambda, xi: 0, error, attained: true, limit: null },
    condition: { ...condition, impliesBetter: false },
    strictlyBetter: false,
    reason,
  };
}

function comparison(ridge: Interval, distillation: Interval, impliesBetter: boolean): Theorem | null {
  if (distillation.upper < ridge.lower) {
    return { strictlyBetter: true, reason: "the enclosures of the two errors are disjoint" };
  }
  if (impliesBetter) return { strictlyBetter: true, reason: "S < 0 at every λ that may be the best of ridge" };
  return null;
}
