import { Matrix, SVD } from "ml-matrix";
import { InvalidInput, type Regression } from "../../data/portable.ts";
import { gaussian, laplace, rademacher, Streams, studentT } from "../../random/index.ts";
import { designFromBasis, gaussianMatrix, orthonormalColumns } from "../problem/designs.ts";
import type { Experiment } from "../simulation/experiment.ts";
import type { RidgeProblem } from "../problem/problem.ts";
import { singularBasis } from "../problem/spectrum.ts";

/** The designs that are drawn, with Gaussian noise. */
export const drawnExperiments = { tall, wide, spread, equal };

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

/**
 * A regression as an experiment with a truth: the least-squares fit, and γ² its residual variance, RSS/(n − d − 1), as labels
 * and columns are centred.
 *
 * @throws InvalidInput where so few rows leave no residual, or columns that depend on one another no single fit.
 */
export function regressionExperiment(name: string, { design, labels }: Regression): Experiment {
  const { rows, columns } = design;
  if (rows < columns + 2) {
    throw new InvalidInput(
      `${name} has ${rows} rows; ${columns + 2} are needed to estimate ${columns} parameters and noise`,
    );
  }
  if (singularBasis(design).singularValues.length < columns) {
    throw new InvalidInput(`${name} has columns that are sums of multiples of others; leave these out`);
  }
  const target = Matrix.columnVector([...labels]);
  const fit = new SVD(design).solve(target);
  const residual = target.clone().sub(design.mmul(fit)).norm("frobenius") ** 2;
  return { name, design, parameter: fit.to1DArray(), noiseVariance: residual / (rows - columns - 1), noise: gaussian };
}

function fixed(name: string): ReturnType<Streams["replicate"]> {
  return new Streams({ seed: 0, claim: "ridge", problem: name }).replicate(0);
}
