import { Matrix } from "ml-matrix";
import type { Noise } from "../../random/index.ts";

/** A regression whose truth is known: labels y = Xθ* + γη are drawn and estimates compared with θ*. */
export interface NoisyRegression {
  /** X, n × d, samples in rows. */
  readonly design: Matrix;
  /** θ*, length d. */
  readonly parameter: readonly number[];
  /** γ² ≥ 0. */
  readonly noiseVariance: number;
  /** Distribution of each entry of η: independent, mean 0, variance 1. */
  readonly noise: Noise;
}

/** One with a name, which its random streams depend on. */
export interface Experiment extends NoisyRegression {
  /** For people; the random streams depend on it. */
  readonly name: string;
}
