import { Matrix, SVD } from "ml-matrix";
import { diabetes } from "../data/index.ts";
import { gaussian, laplace, rademacher, Streams, studentT } from "../random/index.ts";
import { designFromBasis, gaussianMatrix, orthonormalColumns } from "./designs.ts";
import type { Experiment } from "./simulation/experiment.ts";
import type { RidgeProblem } from "./problem.ts";
import { singularBasis } from "./spectrum.ts";

/** The imitation parameters at which simulations compare. */
export const xiGrid: readonly number[] = [-1, 0, 0.5, 1, 1.5, 3];

/** λ = 10⁻³, …, 10³ times the mean squared singular value of the design. */
export function lambdaGrid(design: Matrix): number[] {
  const { singularValues } = singularBasis(design);
  const mean = singularValues.reduce((sum, value) => sum + value * value, 0) / singularValues.length;
  return [-3, -2, -1, 0, 1, 2, 3].map((exponent) => 10 ** exponent * mean);
}

let drawn: readonly Experiment[] | undefined;

/** The designs that simulations run on, with Gaussian noise: the same on every run, whatever its seed; drawn once. */
export function gaussianExperiments(): readonly Experiment[] {
  drawn ??= [tall(), wide(), spread(), equal(), diabetesExperiment()];
  return drawn;
}

/** A well-conditioned design under noise that is not Gaussian; e(λ, ξ) must not depend on which. */
export function otherNoiseExperiments(): Experiment[] {
  return [rademacher, laplace, studentT].map((noise) => ({ ...tall(), name: `60 × 12, ${noise.name} noise`, noise }));
}

function tall(): Experiment {
  const random = fixed("tall");
  const design = gaussianMatrix(60, 12, random);
  const parameter = gaussianMatrix(1, 12, random).getRow(0);
  return { name: "60 × 12, Gaussian noise", design, parameter, noiseVariance: 4, noise: gaussian };
}

function wide(): Experiment {
  const random = fixed("wide");
  const design = gaussianMatrix(15, 40, random);
  const parameter = gaussianMatrix(1, 40, random).getRow(0);
  return { name: "15 × 40 of rank 15", design, parameter, noiseVariance: 20, noise: gaussian };
}

function spread(): Experiment {
  const singularValues = [1e3, 1e2, 1e1, 1, 1e-1, 1e-2, 1e-3];
  const truth = { noiseVariance: 1e3, noise: gaussian };
  return { name: "20 × 7, singular values 10³ … 10⁻³", ...withSpectrum("spread", 20, singularValues), ...truth };
}

function equal(): Experiment {
  const singularValues = Array<number>(8).fill(3);
  const truth = { noiseVariance: 9, noise: gaussian };
  return { name: "24 × 8, equal singular values", ...withSpectrum("equal", 24, singularValues), ...truth };
}

/** A design with a given problem's spectrum in random bases, and a parameter with its signal, under Gaussian noise. */
export function spectralExperiment({
  name,
  rows,
  problem,
}: {
  readonly name: string;
  /** n, at least one per mode. */
  readonly rows: number;
  readonly problem: Omit<RidgeProblem, "residualSignal"> & Partial<RidgeProblem>;
}): Experiment {
  const { singularValues, signal, noiseVariance, residualSignal = 0 } = problem;
  const random = fixed(name);
  const rank = singularValues.length;
  const left = orthonormalColumns(rows, rank, random);
  // One direction more than there are modes holds the signal outside the row space.
  const basis = orthonormalColumns(rank + 1, rank + 1, random);
  const design = designFromBasis(left, singularValues, basis.subMatrix(0, rank, 0, rank - 1));
  const parameter = basis.mmul(Matrix.columnVector([...signal, Math.sqrt(residualSignal)])).to1DArray();
  return { name, design, parameter, noiseVariance, noise: gaussian };
}

function withSpectrum(name: string, rows: number, singularValues: number[]): Pick<Experiment, "design" | "parameter"> {
  const random = fixed(name);
  const columns = singularValues.length;
  const left = orthonormalColumns(rows, columns, random);
  const right = orthonormalColumns(columns, columns, random);
  const parameter = gaussianMatrix(1, columns, random).getRow(0);
  return { design: designFromBasis(left, singularValues, right), parameter };
}

// The truth is the least-squares fit, and γ² its residual variance: RSS/(n − d − 1), as labels and columns are centred.
function diabetesExperiment(): Experiment {
  const { design, labels } = diabetes();
  const target = Matrix.columnVector([...labels]);
  const fit = new SVD(design).solve(target);
  const residual = target.clone().sub(design.mmul(fit)).norm("frobenius") ** 2;
  const noiseVariance = residual / (design.rows - design.columns - 1);
  return { name: "diabetes, 442 × 10", design, parameter: fit.to1DArray(), noiseVariance, noise: gaussian };
}

function fixed(name: string): ReturnType<Streams["replicate"]> {
  return new Streams({ seed: 0, claim: "ridge", problem: name }).replicate(0);
}
