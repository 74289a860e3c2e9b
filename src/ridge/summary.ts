import { InvalidInput } from "../data/portable.ts";
import { ClosedForms } from "./closed-forms.ts";
import { requireLambda, requireXi, type RidgeProblem } from "./problem.ts";

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
 * The closed forms at one λ and ξ, with the best ξ for that λ.
 *
 * @param problem in spectral coordinates.
 * @param lambda λ > 0.
 * @param xi any number; 0 is the teacher.
 * @throws InvalidInput for an impossible λ or ξ, or where a result is beyond the range of floating-point numbers.
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
export function summarise(problem: RidgeProblem, lambda: number, xi: number): RidgeSummary {
  requireLambda(lambda);
  requireXi(xi);
  const forms = new ClosedForms();
  const { squaredBias, variance, error } = forms.errors(problem, lambda, xi);
  const { optimalXi, gain, noiseThreshold } = forms.optimalXi(problem, lambda);
  const summary = {
    lambda,
    xi,
    shrinkage: [...forms.perMode("g", problem, lambda, xi)],
    squaredBias,
    variance,
    error,
    optimalXi,
    ...(optimalXi === null && { optimalXiReason: "D = 0, so every ξ has the same error" }),
    errorAtOptimalXi: forms.errors(problem, lambda, optimalXi ?? 0).error,
    gain,
    noiseThreshold,
  };
  for (const [name, value] of Object.entries(summary)) {
    const values = Array.isArray(value) ? value : [value];
    if (values.some((each) => typeof each === "number" && !Number.isFinite(each))) {
      throw new InvalidInput(
        `${name} cannot be computed within the range of floating-point numbers for this problem, λ and ξ`,
      );
    }
  }
  return summary;
}
