import { Matrix } from "ml-matrix";
import type { NormalEquations, Rounds } from "./direct.ts";
import { boundedRounds, columnNorm, squaredErrorRoundingBound, UNIT_ROUNDOFF } from "./rounding.ts";

/** An expectation computed as a finite average, with a bound on its rounding. */
export interface ExactExpectation {
  readonly value: number;
  readonly bound: number;
}

/**
 * The exact expectation of ‖θ_S − θ*‖² for noise that is ±γ√n in one label, chosen uniformly, and 0 in all others: an
 * average over 2n labellings, each solved directly. The entries of this noise are uncorrelated with variance γ² but far
 * from independent, and that is all that the expected error may depend on.
 *
 * @param singularValues of the design, without zeros, in any order.
 * @param parameter θ*, d × 1.
 */
export function exactExpectedError(
  equations: NormalEquations,
  singularValues: readonly number[],
  parameter: Matrix,
  noiseVariance: number,
  { lambda, xi }: { readonly lambda: number; readonly xi: number },
): ExactExpectation {
  return exactExpectedRoundsError(equations, singularValues, parameter, noiseVariance, { lambda, xis: [xi] });
}

/** The exact expectation of ‖θ_S − θ*‖² for the student of the last of several rounds, as `exactExpectedError` has it. */
export function exactExpectedRoundsError(
  equations: NormalEquations,
  singularValues: readonly number[],
  parameter: Matrix,
  noiseVariance: number,
  rounds: Rounds,
): ExactExpectation {
  const { design } = equations;
  const n = design.rows;
  const size = Math.sqrt(noiseVariance * n);
  const noiseless = design.mmul(parameter).to1DArray();
  const labels = new Matrix(n, 2 * n);
  for (let i = 0; i < n; i++) {
    for (let draw = 0; draw < 2 * n; draw++) {
      const noise = draw === i ? size : draw === i + n ? -size : 0;
      labels.set(i, draw, noiseless[i]! + noise);
    }
  }
  const { students, bounds } = boundedRounds(equations, singularValues, labels, rounds);
  students.subColumnVector(parameter);
  const distances = bounds.map((_, draw) => columnNorm(students, draw));
  const value = mean(distances.map((distance) => distance ** 2));
  // The truth's coordinates are off by a modest multiple of their roundoff (see the rounding bound), and adding up takes
  // d + 2n + 4 roundings.
  const truth = 20 * Math.max(n, design.columns) * UNIT_ROUNDOFF * parameter.norm("frobenius");
  const sum = (design.columns + 2 * n + 4) * UNIT_ROUNDOFF * value;
  return {
    value,
    bound: sum + mean(distances.map((distance, draw) => squaredErrorRoundingBound(distance, bounds[draw]! + truth))),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
