import { gaussian } from "../random/index.ts";
import type { Experiment } from "./simulation/experiment.ts";
import type { SpectralExperiment } from "./simulation/spectral.ts";
import { problemInBasis, singularBasis } from "./spectrum.ts";

/**
 * An experiment in the coordinates of its design's singular basis, for simulations that work mode by mode.
 *
 * @param drawLabels whether the noise of every label is drawn although that of the modes would do.
 * @throws InvalidInput as `problemFromDesign` does.
 */
export function inSingularBasis(
  { design, parameter, noiseVariance, noise }: Experiment,
  drawLabels = false,
): SpectralExperiment {
  const basis = singularBasis(design);
  const { singularValues, signal, residualSignal } = problemInBasis(basis, parameter, noiseVariance);
  const needed = drawLabels || noise !== gaussian;
  const values = (): Float64Array => Float64Array.from(basis.left.transpose().to1DArray());
  const leftBasis = needed ? { rows: singularValues.length, columns: design.rows, values: values() } : null;
  return { singularValues, signal, residualSignal, noiseVariance, noise, leftBasis };
}
