import { InvalidInput } from "../../data/portable.ts";
import { type Ball, type Fraction, Fractions, nearestNumbers } from "../../formula/index.ts";
import { type BestRounds, bestRounds, type RepeatedOptimum } from "./best-rounds.ts";
import type { ExactProblem } from "../problem/exact-problem.ts";
import { distinctModes, levelled } from "../problem/groups.ts";
import { leastErrors } from "./least-errors.ts";
import { lastPreciseRound, preciseErrors, preciseRounds, preciseTeacher } from "./precise-rounds.ts";
import { requireLambda, requireXi } from "../problem/problem.ts";
import { inRange, roundedValues, toldFromZero } from "../reading/rounded-values.ts";

/** The closed forms of the student of one round. */
export interface RoundSummary {
  /** The imitation parameter of the round; null for the teacher, which is round 0. */
  readonly xi: number | null;
  /** Why there is no imitation parameter; absent where there is one. */
  readonly xiReason?: string;
  /** g_j, in the order of the problem's modes. */
  readonly shrinkage: readonly number[];
  /** ‖E θ_S − θ*‖². */
  readonly squaredBias: number;
  /** E‖θ_S − E θ_S‖². */
  readonly variance: number;
  /** E‖θ_S − θ*‖², the sum of both. */
  readonly error: number;
}

/** The closed forms of several rounds at one λ. */
export interface RepeatedSummary {
  /** λ of all rounds. */
  readonly lambda: number;
  /** The teacher, and then the student of each round. */
  readonly rounds: readonly RoundSummary[];
}

/** So many numbers are computed, held and written in some tens of seconds. */
const MOST_SHRINKAGES = 1_000_000;

/**
 * The closed forms of the teacher and of the student of each round: the i-th imitates the one before it with weight xis[i − 1].
 * Each number is the floating-point number that is nearest to the exact value.
 *
 * @param problem in rational numbers: see `exactProblem`.
 * @param lambda λ > 0.
 * @param xis one per round.
 * @throws InvalidInput for an impossible λ or ξ, for more than a million shrinkages, or where a result is beyond the range of
 * floating-point numbers: too large, or so small that they have not all their digits for it.
 */
export function summariseRounds(problem: ExactProblem, lambda: number, xis: readonly number[]): RepeatedSummary {
  requireLambda(lambda);
  xis.forEach(requireXi);
  const modes = problem.squaredSingularValues.length;
  if (modes * (xis.length + 1) > MOST_SHRINKAGES) {
    const [most, asked] = [MOST_SHRINKAGES, modes * (xis.length + 1)].map((count) => count.toLocaleString("en"));
    throw new InvalidInput(
      `${xis.length} rounds of ${modes} modes have ${asked} shrinkages; at most ${most} are computed`,
    );
  }
  const exactXis = xis.map(Fractions.fromNumber);
  const values = roundedValues((arithmetic) => {
    const teacher = preciseTeacher(problem, Fractions.fromNumber(lambda), arithmetic);
    const named = preciseRounds(teacher, exactXis, arithmetic).flatMap((round, i): [string, Ball][] => {
      const { scalars } = preciseErrors(PARTS, teacher, round, arithmetic);
      const parts = PARTS.map((name): [string, Ball] => [`${name} of round ${i}`, scalars[name]!]);
      return [...round.g.map((g, j): [string, Ball] => [`shrinkage[${j}] of round ${i}`, g]), ...parts];
    });
    return Object.fromEntries(named);
  });
  const rounds = [null, ...xis].map((xi, i) => ({
    xi,
    ...(xi === null && { xiReason: "round 0 is the teacher, which imitates nobody" }),
    shrinkage: Array.from({ length: modes }, (_, j) => values[`shrinkage[${j}] of round ${i}`]!),
    squaredBias: values[`squaredBias of round ${i}`]!,
    variance: values[`variance of round ${i}`]!,
    error: values[`error of round ${i}`]!,
  }));
  return { lambda, rounds };
}

const PARTS = ["squaredBias", "variance", "error"] as const;

/** The best that k rounds can do at one λ, and what the parameters that are named do. */
export interface BestRoundsSummary extends Omit<BestRounds, "condition"> {
  /** The expected error of these `xis` as they stand, exactly computed and then rounded; absent where there are none. */
  readonly errorAtXis?: number;
  /** Whether that is the least error, in half of its digits; absent where there are no `xis`. */
  readonly reached?: boolean;
  /** An estimate of the condition number of the linear system for the tails; null for a reason that `conditionReason` gives. */
  readonly condition: number | null;
  /** Why there is none; absent where there is one. */
  readonly conditionReason?: string;
}

/** The best of 0, 1, 2, … rounds at one λ. */
export interface RepeatedOptimumSummary extends Omit<RepeatedOptimum, "best"> {
  /** λ of all rounds. */
  readonly lambda: number;
  /** For k = 0 (the teacher), 1, 2, …. */
  readonly best: readonly BestRoundsSummary[];
}

/** Time grows like rounds² · modes, and somewhat more: for so many it is about a minute. */
const MOST_WORK = 1e7;

/**
 * The least error of 0, 1, …, `rounds` rounds at one λ, and the imitation parameters that have it: as `bestRounds`, but that
 * each error is the floating-point number that is nearest to the exact one, and that the parameters, rounded to floating-point
 * numbers, are followed to the error that they have. Where they miss the least error, those of one round less with a first
 * round of ξ = 0 stand in for them if they are better; where these miss it as well, `warning` says so.
 *
 * @param problem in rational numbers: see `exactProblem`.
 * @param lambda λ > 0.
 * @param rounds the greatest number of rounds.
 * @throws InvalidInput as `summariseRounds` does, and where rounds and modes are so many that it would take too long.
 *
 * @example
 * ```ts
 * import { ridge } from "sd-theorems";
 *
 * const problem = ridge.problemFromSquares({
 *   squaredSingularValues: [3, 1],
 *   squaredSignal: [2, 1],
 *   noiseVariance: 1,
 * });
 * const { best, oracleError } = ridge.summariseBestRounds(problem, 1, 2);
 * for (const { rounds, error } of best) console.log(rounds, error.toFixed(4));
 * // 0 0.8125
 * // 1 0.8019
 * // 2 0.7857
 * console.log(oracleError.toFixed(4)); // 0.7857
 * ```
 */
export function summariseBestRounds(problem: ExactProblem, lambda: number, rounds: number): RepeatedOptimumSummary {
  requireLambda(lambda);
  const level = levelled(problem);
  requireFeasible(distinctModes(level).squaredSingularValues.length, level.squaredSingularValues.length, rounds);
  const optimum = bestRounds(problem, lambda, rounds);
  const { distinct } = optimum;
  const { least, oracle } = toldFromZero(() =>
    leastErrors(level, Fractions.fromNumber(lambda), Math.min(rounds, Math.max(0, distinct - 1))),
  );
  const oracleError = inRange(oracle, "the oracle's error");
  const errorOf = (k: number): number =>
    k < distinct ? inRange(least[k]!, `the best error of ${k} rounds`) : oracleError;
  const errorAt = errorOfRounds(level, Fractions.fromNumber(lambda));
  const best: BestRoundsSummary[] = [];
  optimum.best.forEach((found, k) =>
    best.push(summaryOf(betterInFloatingPoint(found, best.at(-1), errorAt), errorOf(k))),
  );
  return { lambda, oracleError, distinct, best };
}

function requireFeasible(distinct: number, modes: number, rounds: number): void {
  const most = Math.floor(Math.sqrt(MOST_WORK / Math.max(1, modes)));
  if (Math.min(rounds, distinct) <= most) return;
  const many = `the best of ${rounds} rounds of ${distinct} distinct singular values`;
  throw new InvalidInput(`${many} would take too long; ask for at most ${most} rounds`);
}

/** Half of the 53 bits: a minimum is flat, so parameters that are off in their last digits have its error to this. */
const REACHED = 2 ** -26;

interface Followed extends BestRounds {
  /** Null where there are no parameters. */
  readonly errorAtXis: number | null;
}

// The parameters of a solution; or, where theirs is the smaller error as they stand, those of one round less.
function betterInFloatingPoint(
  found: BestRounds,
  before: BestRoundsSummary | undefined,
  errorAt: (xis: readonly number[]) => number,
): Followed {
  if (![...found.tails, ...(found.xis ?? [])].every(Number.isFinite)) {
    throw new InvalidInput(
      `the best of ${found.rounds} rounds cannot be computed within the range of floating-point numbers for this problem and λ`,
    );
  }
  if (found.xis === null) return { ...found, errorAtXis: null };
  const own = errorAt(found.xis);
  if (before?.errorAtXis === undefined || own <= before.errorAtXis) return { ...found, errorAtXis: own };
  const { tails, xis, arithmetic, errorAtXis } = before;
  return { ...found, tails: [...tails, 0], xis: [0, ...xis!], arithmetic, errorAtXis };
}

function summaryOf({ condition, warning, errorAtXis, ...rest }: Followed, error: number): BestRoundsSummary {
  const reached = errorAtXis === null ? undefined : errorAtXis - error <= REACHED * error;
  const [own, above] = [errorAtXis ?? error, (errorAtXis ?? error) - error];
  const missed = `as floating-point numbers these ξ have expected error ${Number(own.toPrecision(6))}, ${above.toExponential(1)} above it`;
  const warnings = [warning, reached === false ? missed : undefined].filter((each) => each !== undefined);
  return {
    ...rest,
    error,
    ...(errorAtXis !== null && { errorAtXis, reached: reached! }),
    ...(Number.isFinite(condition)
      ? { condition }
      : { condition: null, conditionReason: "the system is singular in floating point" }),
    ...(warnings.length > 0 && { warning: warnings.join("; ") }),
  };
}

// What leads to the same last round is followed once: a round with ξ = 0 starts again from the teacher.
function errorOfRounds(problem: ExactProblem, lambda: Fraction): (xis: readonly number[]) => number {
  const known = new Map<string, number>();
  return (xis) => {
    const matter = xis.slice(xis.lastIndexOf(0) + 1);
    const key = matter.join();
    const found = known.get(key) ?? errorAfter(problem, lambda, matter.map(Fractions.fromNumber));
    known.set(key, found);
    return found;
  };
}

function errorAfter(problem: ExactProblem, lambda: Fraction, xis: readonly Fraction[]): number {
  const [error] = toldFromZero(() =>
    nearestNumbers((arithmetic) => {
      const teacher = preciseTeacher(problem, lambda, arithmetic);
      const last = lastPreciseRound(teacher, xis, arithmetic);
      return [preciseErrors(["squaredBias", "variance", "error"], teacher, last, arithmetic).scalars["error"]!];
    }),
  );
  return inRange(error!, "the error of the best parameters");
}
