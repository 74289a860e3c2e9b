/* What of this room needs no files, and so runs in a page as well. */
export { ClosedForms, type ErrorParts, inputsOf, type OptimalXi } from "./closed-forms.ts";
export {
  type ExactProblem,
  exactProblem,
  exactValue,
  inSquares,
  roundedProblem,
  showExactProblem,
  showOptimumCommand,
} from "./exact-problem.ts";
export { ridgeBook } from "./formulas.ts";
export {
  drawnExperiments,
  otherNoiseExperiments,
  regressionExperiment,
  spectralExperiment,
} from "./made-experiments.ts";
export { optimum } from "./optimum/optimum.ts";
export type { Enclosure, Limit, Optimum } from "./optimum/result.ts";
export { type SpectrumOf } from "./optimum/spectrum-of.ts";
export { requireLambda, requireXi, type RidgeProblem, ridgeProblem } from "./problem.ts";
export { NormalEquations, RegularizedFit, type Rounds } from "./simulation/direct.ts";
export { ErrorSimulation, type ErrorSource, type QuadraticErrors, squaredErrors } from "./simulation/errors.ts";
export type { Experiment, NoisyRegression } from "./simulation/experiment.ts";
export { labelCoordinates, problemFromDesign, shrunkEstimates, singularBasis, type SingularBasis } from "./spectrum.ts";
export { designOfNumbers, type ExactDesign } from "./exact-design.ts";
export { problemFromSpectrum, problemFromSquares, type Spectrum, type Squares } from "./squares.ts";
export { type RidgeSummary, summarise } from "./summary.ts";
export { twoModesBook } from "./two-modes.ts";
