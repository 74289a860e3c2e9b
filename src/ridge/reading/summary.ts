import { type BallArithmetic, Fractions, type Fraction } from "../../formula/index.ts";
import { type ExactProblem, exactProblem } from "../problem/exact-problem.ts";
import { preciseInputs, type PreciseValues, withFormulas } from "./precise-forms.ts";
import { requireLambda, requireXi, type RidgeProblem } from "../problem/problem.ts";
import { roundedValues } from "./rounded-values.ts";

/** The closed forms at one student of a problem. */
export interface RidgeSummary {
  /** λ of teacher and student. */
  readonly lambda: number;
  /** The imitation parameter that the errors are at; 0 is the teacher. */
  readonly xi: number;
  /** g_j, in the order of the problem's modes. */
  readonly shrinkage: readonly number[];
  /** ‖E θ_S − θ*‖². */
  readonly squaredBias: number;
  /** E‖θ_S − E θ_S‖². */
  readonly variance: number;
  /** e(λ, ξ). */
  readonly error: number;
  /** ξ*(λ), or null for a reason that `optimalXiReason` gives. */
  readonly optimalXi: number | null;
  /** Why there is no best ξ; absent where there is one. */
  readonly optimalXiReason?: string;
  /** e(λ, ξ*). */
  readonly errorAtOptimalXi: number;
  /** e(λ, 0) − e(λ, ξ*). */
  readonly gain: number;
  /** γ²_c(λ). */
  readonly noiseThreshold: number;
}

/**
 * The closed forms at one λ and ξ, with the best ξ for that λ. Each number is the floating-point number that is nearest to the
 * exact value.
 *
 * @param problem in spectral coordinates, in floating-point or in rational numbers.
 * @param lambda λ > 0.
 * @param xi any number; 0 is the teacher.
 * @throws InvalidInput for an impossible λ or ξ, or where a result is beyond the range of floating-point numbers: too large, or
 * so small that they have not all their digits for it.
 *
 * @example
 * ```ts
 * import { ridge } from "sd-theorems";
 *
 * const problem = ridge.ridgeProblem({ singularValues: [2, 1], signal: [1, 1], noiseVariance: 4 });
 * const teacher = ridge.summarise(problem, 1, 0);
 * console.log(teacher.error.toFixed(3)); // 1.930
 * console.log(teacher.optimalXi?.toFixed(3)); // 1.295
 * console.log(teacher.errorAtOptimalXi.toFixed(3)); // 1.320
 * ```
 */
export function summarise(problem: RidgeProblem | ExactProblem, lambda: number, xi: number): RidgeSummary {
  requireLambda(lambda);
  requireXi(xi);
  const exact = "squaredSingularValues" in problem ? problem : exactProblem(problem);
  const student = { lambda: Fractions.fromNumber(lambda), xi: Fractions.fromNumber(xi) };
  return { lambda, xi, shrinkage: shrinkageOf(exact, student), ...errorsOf(exact, student), ...bestOf(exact, student) };
}

interface Student {
  readonly lambda: Fraction;
  readonly xi: Fraction;
}

function shrinkageOf(problem: ExactProblem, student: Student): number[] {
  const values = roundedValues((arithmetic) => {
    const { perMode } = withFormulas(["a", "b", "g"], preciseInputs(problem, student, arithmetic), arithmetic);
    return Object.fromEntries(perMode["g"]!.map((value, j) => [`shrinkage[${j}]`, value]));
  });
  return Object.values(values);
}

function errorsOf(problem: ExactProblem, student: Student): Pick<RidgeSummary, "squaredBias" | "variance" | "error"> {
  return roundedValues((arithmetic) => {
    const names = ["a", "b", "g", "h", "squaredBias", "variance", "error"];
    const { scalars } = withFormulas(names, preciseInputs(problem, student, arithmetic), arithmetic);
    return { squaredBias: scalars["squaredBias"]!, variance: scalars["variance"]!, error: scalars["error"]! };
  });
}

type Best = "optimalXi" | "optimalXiReason" | "errorAtOptimalXi" | "gain" | "noiseThreshold";

function bestOf(problem: ExactProblem, { lambda }: Student): Pick<RidgeSummary, Best> {
  const teacher = { lambda, xi: Fractions.fraction(0n) };
  const isFlat = [problem.noiseVariance, ...problem.squaredSignal].every((value) => Fractions.sign(value) === 0);
  const of = (names: readonly string[], arithmetic: BallArithmetic): PreciseValues["scalars"] =>
    withFormulas(["a", "b", "t", "g", "h", ...names], preciseInputs(problem, teacher, arithmetic), arithmetic).scalars;
  if (isFlat) {
    const { noiseThreshold, error } = roundedValues((arithmetic) => {
      const scalars = of(["noiseThreshold", "error"], arithmetic);
      return { noiseThreshold: scalars["noiseThreshold"]!, error: scalars["error"]! };
    });
    const optimalXiReason = "D = 0, so every ξ has the same error";
    return { optimalXi: null, optimalXiReason, errorAtOptimalXi: error, gain: 0, noiseThreshold };
  }
  return roundedValues((arithmetic) => {
    const scalars = of(["noiseThreshold", "error", "N", "D", "optimalXi", "gain"], arithmetic);
    return {
      optimalXi: scalars["optimalXi"]!,
      errorAtOptimalXi: arithmetic.subtract(scalars["error"]!, scalars["gain"]!),
      gain: scalars["gain"]!,
      noiseThreshold: scalars["noiseThreshold"]!,
    };
  });
}
