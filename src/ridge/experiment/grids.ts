import type { Matrix } from "ml-matrix";
import { diabetes } from "../../data/index.ts";
import { drawnExperiments, regressionExperiment } from "./made.ts";
import type { Experiment } from "../simulation/experiment.ts";
import { singularBasis } from "../problem/spectrum.ts";

/** The imitation parameters at which simulations compare. */
export const xiGrid: readonly number[] = [-1, 0, 0.5, 1, 1.5, 3];

const sizes = [1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3];

/** How many λ `lambdaGrid` has, of any design. */
export const lambdaCount = sizes.length;

/** λ = 10⁻³, …, 10³ times the mean squared singular value of the design. */
export function lambdaGrid(design: Matrix): number[] {
  const { singularValues } = singularBasis(design);
  const mean = singularValues.reduce((sum, value) => sum + value * value, 0) / singularValues.length;
  return sizes.map((size) => size * mean);
}

let made: readonly Experiment[] | undefined;

/** The designs that simulations run on, with Gaussian noise: the same on every run, whatever its seed; made once. */
export function gaussianExperiments(): readonly Experiment[] {
  const drawn = (): Experiment[] => Object.values(drawnExperiments).map((draw) => draw());
  made ??= [...drawn(), regressionExperiment("diabetes, 442 × 10", diabetes())];
  return made;
}
