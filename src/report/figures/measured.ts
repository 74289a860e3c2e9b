import { Streams } from "../../random/index.ts";
import { ErrorSimulation, type Experiment, gaussianExperiments, type QuadraticErrors } from "../../ridge/index.ts";

/** The design, signal and λ that the pictures of one student share: 60 × 12 and λ = 30, near the middle of its spectrum. */
export function example(): { readonly experiment: Experiment; readonly lambda: number } {
  return { experiment: gaussianExperiments()[0]!, lambda: 30 };
}

/** Students fitted directly to so many draws of labels, with this noise. */
export function drawnErrors(
  experiment: Experiment,
  lambda: number,
  noiseVariance: number,
  draws: number,
): QuadraticErrors {
  const streams = new Streams({ seed: 1, claim: "figure", problem: `γ² = ${noiseVariance}` });
  return new ErrorSimulation({ ...experiment, noiseVariance }, [lambda]).measure(streams, 0, draws)[0]!;
}
