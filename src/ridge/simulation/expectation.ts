import { Matrix } from "ml-matrix";
import type { NormalEquations, Rounds } from "./direct.ts";
import { boundedRounds, columnNorm, squaredErrorRoundingBound, truthRoundingBound, UNIT_ROUNDOFF } from "./rounding.ts";

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
 * @param metricFactor B (k × d), for the expectation of ‖B(θ_S − θ*)‖², the error in the metric BᵀB.
 */
export function exactExpectedError(
  equations: NormalEquations,
  singularValues: readonly number[],
  parameter: Matrix,
  noiseVariance: number,
  { lambda, xi }: { readonly lambda: number; readonly xi: number },
  metricFactor: Matrix | null = null,
): ExactExpectation {
  const rounds = { lambda, xis: [xi] };
  return exactExpectedRoundsError(equations, singularValues, parameter, noiseVariance, rounds, metricFactor);
}

/** The exact expectation for the student of the last of several rounds, as `exactExpectedError` has it. */
export function exactExpectedRoundsError(
  equations: NormalEquations,
  singularValues: readonly number[],
  parameter: Matrix,
  noiseVariance: number,
  rounds: Rounds,
  metricFactor: Matrix | null = null,
): ExactExpectation {
  const { design } = equations;
  const n = design.rows;
  const jump = Math.sqrt(noiseVariance * n);
  const noiseless = design.mmul(parameter).to1DArray();
  const labels = new Matrix(n, 2 * n);
  for (let i = 0; i < n; i++) {
    for (let draw = 0; draw < 2 * n; draw++) {
      const noise = draw === i ? jump : draw === i + n ? -jump : 0;
      labels.set(i, draw, noiseless[i]! + noise);
    }
  }
  const { students, bounds } = boundedRounds(equations, singularValues, labels, rounds);
  students.subColumnVector(parameter);
  const truth = truthRoundingBound(design, parameter.to1DArray());
  const measured = metricFactor?.mmul(students) ?? students;
  // The product with B is off by at most d units of roundoff times ‖B‖_F and the distance.
  const size = metricFactor?.norm("frobenius") ?? 1;
  const product = metricFactor === null ? 0 : design.columns * UNIT_ROUNDOFF;
  const distances = bounds.map((_, draw) => columnNorm(measured, draw));
  const roundings = bounds.map((bound, draw) => size * (bound + truth + product * columnNorm(students, draw)));
  const value = mean(distances.map((distance) => distance ** 2));
  // Adding up takes as many roundings as there are coordinates, 2n and 4 more.
  const sum = (measured.rows + 2 * n + 4) * UNIT_ROUNDOFF * value;
  return {
    value,
    bound: sum + mean(distances.map((distance, draw) => squaredErrorRoundingBound(distance, roundings[draw]!))),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
