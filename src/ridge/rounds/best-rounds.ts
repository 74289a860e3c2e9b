import { Fractions } from "../../formula/index.ts";
import { distinctModes, levelled } from "../problem/groups.ts";
import { oneMoreTail, oracleTails } from "./exact-rounds.ts";
import { type ExactProblem, roundedProblem } from "../problem/exact-problem.ts";
import type { RidgeProblem } from "../problem/problem.ts";
import { RepeatedForms } from "./closed-forms.ts";
import { type FoundTails, isIllConditioned, TailSystem } from "./tail-system.ts";

/** The best that k rounds can do at one λ, whatever their imitation parameters. */
export interface BestRounds {
  /** k. */
  readonly rounds: number;
  /** The infimum of the expected error over ξ_1, …, ξ_k. */
  readonly error: number;
  /** Whether some ξ_1, …, ξ_k have that error, or only come as near to it as one likes. */
  readonly attained: boolean;
  /** T_1, …, T_k of that infimum. */
  readonly tails: readonly number[];
  /** ξ_1, …, ξ_k, or null for a reason that `reason` gives. */
  readonly xis: readonly number[] | null;
  /** Why there are no ξ; absent where there are. */
  readonly reason?: string;
  /** How the tails were found. */
  readonly arithmetic: "floating point" | "exact";
  /** An estimate of the condition number of the linear system for the tails. */
  readonly condition: number;
  /** Where that is so ill-conditioned that most digits of the tails are lost: how many. */
  readonly warning?: string;
}

/** The best of 0, 1, 2, … rounds at one λ. */
export interface RepeatedOptimum {
  /** The least error of all shrinkages that are functions of s_j. */
  readonly oracleError: number;
  /** How many rounds reach the oracle's error, or come as near to it as one likes: the number of distinct s_j. */
  readonly distinct: number;
  /** For k = 0 (the teacher), 1, 2, …. */
  readonly best: readonly BestRounds[];
}

/** Divided differences of r numbers with B bits take time like (r³B)²: a few seconds at this r³B. */
const EXACT_SIZE = 2 ** 19;

/**
 * The least expected error of 0, 1, …, `rounds` rounds, and the imitation parameters that have it.
 *
 * The student's shortfall is b(1 + T_1 a + … + T_k aᵏ), so the error is a quadratic in the tails T, and its
 * minimum a linear least-squares problem: √w_j b_j Σ_i T_i a_jⁱ ≈ −p_j/√w_j, where p_j is half the slope of the teacher's
 * error in its shortfall, and w_j half the curvature. Tails with no zero before a non-zero one are products
 * of imitation parameters and lie dense; so the minimum is always the infimum, and it is attained unless it has a zero tail
 * before a non-zero one. (Then a λ nearby attains it, as a rule, and one more round than there are distinct s_j attains the
 * oracle in any case.)
 *
 * Modes with equal s_j count as one, with the mean of their θ_j². With as many rounds as distinct s_j the oracle's error is
 * the infimum; where that system is ill-conditioned, or a tail is zero to within rounding, it is solved exactly.
 *
 * @param lambda λ > 0.
 * @param rounds the greatest number of rounds, k ≥ 0.
 * @param forms by default those of the theory.
 */
export function bestRounds(
  problem: ExactProblem,
  lambda: number,
  rounds: number,
  forms: RepeatedForms = new RepeatedForms(),
): RepeatedOptimum {
  const level = levelled(problem);
  const modes = distinctModes(level);
  const distinct = modes.squaredSingularValues.length;
  const system = new TailSystem(distinct === 0 ? withoutModes(level) : roundedProblem(level), lambda, forms);
  const { oracleError } = system;
  const least = system.leastErrors(Math.min(rounds, Math.max(0, distinct - 1)));
  const errorOf = (k: number): number => (k < distinct ? least[k]! : oracleError);
  let found = system.solve(0);
  const best = [describe(found, errorOf(0))];
  for (let k = 1; k <= rounds; k++) {
    if (k < distinct) found = better(found, system.solve(k));
    else if (k === distinct) found = better(found, reaching(system, modes, lambda));
    else found = better(found, found.xis === null ? reachingWithOneMore(system, modes, lambda) : null);
    best.push(describe(found, errorOf(k)));
  }
  return { oracleError, distinct, best };
}

/** The oracle with as many rounds as distinct s_j. */
function reaching(system: TailSystem, modes: ExactProblem, lambda: number): FoundTails {
  const numeric = system.solve(modes.squaredSingularValues.length);
  const settled = !isIllConditioned(numeric) && numeric.xis !== null;
  if (settled || sizeOf(modes) > EXACT_SIZE) return numeric;
  return system.reached(oracleTails(modes, Fractions.fromNumber(lambda)), numeric.condition);
}

/** The oracle with one more, where a zero tail is in the way. */
function reachingWithOneMore(system: TailSystem, modes: ExactProblem, lambda: number): FoundTails | null {
  if (sizeOf(modes) > EXACT_SIZE) return null;
  const exactLambda = Fractions.fromNumber(lambda);
  return system.reached(oneMoreTail(oracleTails(modes, exactLambda), modes, exactLambda), 1);
}

// Rounds beyond those that are needed begin with ξ = 0, which starts again from the teacher; so do rounds whose own
// solution is no better but for rounding.
function better(before: FoundTails, own: FoundTails | null): FoundTails {
  const padded = {
    ...before,
    tails: [...before.tails, 0],
    xis: before.xis === null ? null : [0, ...before.xis],
    condition: Math.max(before.condition, own?.condition ?? 1),
  };
  if (own === null) return padded;
  const gains = own.achieved < before.achieved || (own.achieved === before.achieved && before.xis === null);
  return gains ? own : padded;
}

function describe(found: FoundTails, error: number): BestRounds {
  const { tails, xis, reason, arithmetic, condition } = found;
  const digits = Math.min(16, Math.round(Math.log10(condition)));
  const lost = `tails and ξ lose about ${digits} of 16 digits`;
  const warning = `the system for the tails is ill-conditioned (${condition.toExponential(1)}): ${lost}`;
  return {
    rounds: tails.length,
    error,
    attained: xis !== null,
    tails,
    xis,
    ...(reason !== undefined && { reason }),
    arithmetic,
    condition,
    ...(isIllConditioned(found) && { warning }),
  };
}

function sizeOf({ squaredSingularValues: s }: ExactProblem): number {
  const bits = s.map(({ numerator, denominator }) => numerator.toString(2).length + denominator.toString(2).length);
  return s.length * s.length * s.length * Math.max(0, ...bits);
}

function withoutModes({ noiseVariance, residualSignal }: ExactProblem): RidgeProblem {
  const [variance, residual] = [noiseVariance, residualSignal].map(Fractions.toNumber);
  return { singularValues: [], signal: [], noiseVariance: variance!, residualSignal: residual! };
}
