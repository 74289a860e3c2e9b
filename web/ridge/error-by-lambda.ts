import type { RidgeProblem } from "../../src/ridge/portable.ts";
import { LARGEST_S, LEAST_S } from "../state/state.ts";
import { forms, logGrid } from "./forms.ts";

export interface LambdaPoint {
  readonly lambda: number;
  readonly error: number;
}

/** Expected error against λ. */
export interface ErrorByLambda {
  readonly teacher: readonly LambdaPoint[];
  /** With ξ*(λ) at each λ. */
  readonly best: readonly LambdaPoint[];
  /** With the ξ that is chosen, the same at each λ. */
  readonly student: readonly LambdaPoint[];
  readonly oracle: number;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
}

const POINTS = 101;
/** How far beyond the spectrum λ is shown, as a factor. */
const BEYOND = 100;

/** The λ that a slider reaches: the spectrum, and a good way beyond it on both sides. */
export function lambdaRange({ singularValues }: RidgeProblem): readonly [number, number] {
  const squares = singularValues.map((value) => value * value);
  const [least, most] = [Math.min(...squares) / BEYOND, Math.max(...squares) * BEYOND];
  return [Math.max(LEAST_S, least), Math.min(LARGEST_S, most)];
}

/** The curves, over the slider's range and every λ in `also` (where it is near). */
export function errorByLambda(problem: RidgeProblem, xi: number, also: readonly (number | null)[]): ErrorByLambda {
  const [lower, upper] = lambdaRange(problem);
  const near = also.filter(
    (lambda) => lambda !== null && lambda > lower / BEYOND && lambda < upper * BEYOND,
  ) as number[];
  const xDomain = [Math.min(lower, ...near), Math.max(upper, ...near)] as const;
  const lambdas = logGrid(...xDomain, POINTS);
  const at = (lambda: number, imitation: number): LambdaPoint => ({
    lambda,
    error: forms.errors(problem, lambda, imitation).error,
  });
  const teacher = lambdas.map((lambda) => at(lambda, 0));
  const best = lambdas.map((lambda) => at(lambda, forms.optimalXi(problem, lambda).optimalXi ?? 0));
  const student = lambdas.map((lambda) => at(lambda, xi));
  const silent = problem.noiseVariance === 0 || problem.signal.every((value) => value === 0);
  const oracle = silent ? problem.residualSignal : forms.scalar("oracleError", problem, 1, 0);
  return { teacher, best, student, oracle, xDomain, yDomain: yDomain(oracle, teacher) };
}

/** λ at equal ratios over that part of the slider's range where the best student's error is in the picture. */
export function lambdasInSight(problem: RidgeProblem, count: number): number[] {
  const { best, yDomain: sight } = errorByLambda(problem, 0, []);
  const seen = best.filter(({ error }) => error <= sight[1]).map(({ lambda }) => lambda);
  return logGrid(seen[0]!, seen.at(-1)!, count + 2).slice(1, -1);
}

// From below the oracle to a good way above the best ridge: at the ends of the line errors may be far larger.
function yDomain(oracle: number, teacher: readonly LambdaPoint[]): readonly [number, number] {
  const errors = teacher.map(({ error }) => error);
  const [least, most] = [Math.min(...errors), Math.max(...errors)];
  const top = Math.min(most, Math.max(1.6 * least, least + 4 * (least - oracle)));
  const room = (top - oracle) * 0.07 || 1;
  return [Math.max(0, oracle - room), top + room];
}
