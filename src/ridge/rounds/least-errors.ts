import { type Ball, type BallArithmetic, type Fraction, type Nearest, nearestNumbers } from "../../formula/index.ts";
import type { ExactProblem } from "../problem/exact-problem.ts";
import { distinctModes, modesByS } from "../problem/groups.ts";
import { preciseErrors, preciseRounds, preciseTeacher } from "./precise-rounds.ts";

/** The least errors of several rounds, in floating point but each rounded once. */
export interface LeastErrors {
  /** Of 0, 1, …, k rounds, k below the number of distinct s_j. */
  readonly least: readonly Nearest[];
  /** Of the oracle, among functions of s. */
  readonly oracle: Nearest;
}

/**
 * The least errors of 0, 1, …, k rounds whatever their imitation parameters, each the nearest floating-point number.
 *
 * As `bestRounds` says, the error is Σ_j w_j (b_jF(a_j) + p_j/w_j)² above the oracle's, and F any polynomial T_1 a + … + T_k aᵏ.
 * With polynomials φ_1 = a, φ_2, … that are orthogonal for the weights w_j b_j², the best F loses ⟨pb, φ_i⟩²/⟨φ_i, φ_i⟩ for each
 * φ_i. Multiplication by a is symmetric, so each φ follows from the two before it (Lanczos). Balls with enough digits make up
 * for what that loses: s_j that agree in all digits of floating-point numbers are as distinct as others.
 *
 * @param problem levelled: see `levelled`.
 * @param rounds below the number of distinct s_j, or 0.
 * @throws RangeError where results cannot be told from 0.
 */
export function leastErrors(problem: ExactProblem, lambda: Fraction, rounds: number): LeastErrors {
  const modes = distinctModes(problem);
  const counts = modesByS(problem).map(({ positions }) => BigInt(positions.length));
  const [oracle, ...least] = nearestNumbers((arithmetic) => {
    const teacher = preciseTeacher(problem, lambda, arithmetic);
    const [own] = preciseRounds(teacher, [], arithmetic);
    const { scalars } = preciseErrors(["error", "oracleError"], teacher, own!, arithmetic);
    const gains = gainsOf(modes, counts, { lambda, rounds, arithmetic });
    return [scalars["oracleError"]!, ...runningDifferences(scalars["error"]!, gains, arithmetic)];
  });
  return { oracle: oracle!, least };
}

interface Setting {
  readonly lambda: Fraction;
  readonly rounds: number;
  readonly arithmetic: BallArithmetic;
}

// By how much each further round lowers the least error.
function gainsOf(modes: ExactProblem, counts: readonly bigint[], { lambda, rounds, arithmetic }: Setting): Ball[] {
  const { integer, add, subtract, multiply, divide } = arithmetic;
  if (rounds === 0) return [];
  const teacher = preciseTeacher(modes, lambda, arithmetic);
  const [own] = preciseRounds(teacher, [], arithmetic);
  const { perMode } = preciseErrors(["weight", "slope"], teacher, own!, arithmetic);
  const { a, b, weight, slope } = perMode as Record<"a" | "b" | "weight" | "slope", readonly Ball[]>;
  const times = (one: readonly Ball[], other: readonly Ball[]): Ball[] =>
    one.map((value, j) => multiply(value, other[j]!));
  const total = (terms: readonly Ball[]): Ball => terms.reduce(add, integer(0n));
  const often = counts.map(integer);
  const weights = times(often, times(weight, times(b, b)));
  const target = times(often, times(slope, b));
  const gains: Ball[] = [];
  let before: { readonly values: readonly Ball[]; readonly norm: Ball } | null = null;
  let values = a;
  for (let i = 0; i < rounds; i++) {
    const weighted = times(weights, values);
    const norm: Ball = total(times(weighted, values));
    const along = total(times(target, values));
    gains.push(divide(multiply(along, along), norm));
    const centre = divide(total(times(weighted, times(a, values))), norm);
    const moved = times(a.map((each) => subtract(each, centre)), values); // prettier-ignore
    const back: readonly Ball[] | null = before && scaledBy(divide(norm, before.norm), before.values, arithmetic);
    before = { values, norm };
    values = back === null ? moved : moved.map((value, j) => subtract(value, back[j]!));
  }
  return gains;
}

function scaledBy(factor: Ball, values: readonly Ball[], { multiply }: BallArithmetic): Ball[] {
  return values.map((value) => multiply(factor, value));
}

function runningDifferences(from: Ball, amounts: readonly Ball[], { subtract }: BallArithmetic): Ball[] {
  const results = [from];
  for (const amount of amounts) results.push(subtract(results.at(-1)!, amount));
  return results;
}
