/** A minimiser of a probe's objective, and how near it is. */
export interface SoftmaxFit {
  /** Row by row, in the probe's own coordinates: `Probe.weights` says them in those of the features. */
  readonly weights: Float64Array;
  /** The weight decay it was fitted with. */
  readonly weightDecay: number;
  /** The objective at the weights. It is at most gradientNorm²/(2·weightDecay) above its minimum. */
  readonly objective: number;
  /** The norm of the objective's gradient at the weights; the minimiser is at most gradientNorm/weightDecay away. */
  readonly gradientNorm: number;
  /** Steps of the descent, each a product with the features and one with their transpose. */
  readonly iterations: number;
  /** How often the softmax of all rows was taken. */
  readonly evaluations: number;
}

/** A fit that stopped before its gradient was as small as asked for. */
export class FitNotConverged extends Error {
  override name = "FitNotConverged";
  /** Where it stopped. */
  readonly fit: SoftmaxFit;

  /** A fit, and the norm of the gradient that it did not reach. */
  constructor(fit: SoftmaxFit, gradientTolerance: number) {
    super(
      `the gradient's norm must come down to ${gradientTolerance}, and was ${fit.gradientNorm.toExponential(2)} after ${fit.iterations} iterations, with weight decay ${fit.weightDecay}`,
    );
    this.fit = fit;
  }
}
