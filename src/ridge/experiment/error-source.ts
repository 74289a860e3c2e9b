import type { Matrix } from "ml-matrix";
import { DirectErrors } from "../simulation/direct-errors.ts";
import { ErrorSimulation, type ErrorSource } from "../simulation/errors.ts";
import type { Experiment } from "../simulation/experiment.ts";
import { SpectralErrors } from "../simulation/spectral.ts";
import { inSingularBasis } from "./in-singular-basis.ts";

/** What errors are measured of, and how. */
export interface ErrorSourceOptions {
  /** `direct` fits every student to every draw of labels; `spectral` takes the shortcuts of `ridge/simulation-shortcuts`. */
  readonly engine: "spectral" | "direct";
  /** A design with its truth and its noise. */
  readonly experiment: Experiment;
  /** Each positive, without repeats: one set of errors for each. */
  readonly lambdas: readonly number[];
  /** B, where distances are measured in the metric BᵀB. */
  readonly metricFactor?: Matrix | null;
  /** Whether the noise of every label is drawn although that of the modes would do. */
  readonly drawLabels?: boolean;
}

/** The fastest way to measure errors that the engine allows: in a metric the modes do not part, but fits stay linear. */
export function errorSource(options: ErrorSourceOptions): ErrorSource {
  const { engine, experiment, lambdas, metricFactor = null, drawLabels = false } = options;
  if (engine === "direct") return new DirectErrors(experiment, lambdas, metricFactor);
  if (metricFactor !== null) return new ErrorSimulation(experiment, lambdas, metricFactor);
  return new SpectralErrors(inSingularBasis(experiment, drawLabels), lambdas);
}
