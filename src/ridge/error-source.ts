import type { Matrix } from "ml-matrix";
import { DirectErrors } from "./simulation/direct-errors.ts";
import { ErrorSimulation, type ErrorSource } from "./simulation/errors.ts";
import type { Experiment } from "./simulation/experiment.ts";
import { SpectralErrors } from "./simulation/spectral.ts";
import { inSingularBasis } from "./spectral-experiment.ts";

export interface ErrorSourceOptions {
  /** `direct` fits every student to every draw of labels; `spectral` takes the shortcuts of `ridge/simulation-shortcuts`. */
  readonly engine: "spectral" | "direct";
  readonly experiment: Experiment;
  readonly lambdas: readonly number[];
  /** B, where distances are measured in the metric BᵀB. */
  readonly metricFactor?: Matrix | null;
}

/** The fastest way to measure errors that the engine allows: in a metric the modes do not part, but fits stay linear. */
export function errorSource({ engine, experiment, lambdas, metricFactor = null }: ErrorSourceOptions): ErrorSource {
  if (engine === "direct") return new DirectErrors(experiment, lambdas, metricFactor);
  if (metricFactor !== null) return new ErrorSimulation(experiment, lambdas, metricFactor);
  return new SpectralErrors(inSingularBasis(experiment), lambdas);
}
