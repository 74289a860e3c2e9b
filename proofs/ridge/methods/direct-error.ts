import {
  type Case,
  closedFormRoundingBound,
  type ExactExpectation,
  exactExpectedError,
  NormalEquations,
  realise,
} from "../../../src/ridge/index.ts";

/** The direct expected error as a function of ξ and of the noise variance. */
export type ErrorAt = (xi: number, noiseVariance?: number) => ExactExpectation;

/** Students of a case fitted directly; the bound covers the rounding of the closed form they are held against as well. */
export function directError(example: Case): ErrorAt {
  const { problem, lambda } = example;
  const { design, singularValues, parameter } = realise(example);
  const equations = new NormalEquations(design);
  const error = (xi: number, variance: number): ExactExpectation => {
    const { value, bound } = exactExpectedError(equations, singularValues, parameter, variance, { lambda, xi });
    return { value, bound: bound + closedFormRoundingBound({ ...problem, noiseVariance: variance }, lambda, xi) };
  };
  return (xi, variance = problem.noiseVariance) => error(xi, variance);
}

/** What direct errors, weighted, add up to. */
export function weighted(terms: readonly (readonly [weight: number, error: ExactExpectation])[]): ExactExpectation {
  return {
    value: terms.reduce((sum, [weight, { value }]) => sum + weight * value, 0),
    bound: terms.reduce((sum, [weight, { bound }]) => sum + Math.abs(weight) * bound, 0),
  };
}

/** A sentence where a closed form differs from a direct value by more than rounding explains; else null. */
export function disagreement(what: string, closed: number, { value, bound }: ExactExpectation): string | null {
  if (Math.abs(closed - value) <= bound) return null;
  return `${what} is ${closed} by its closed form and ${value} by direct fits; rounding explains ${bound}`;
}
