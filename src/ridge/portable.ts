/* What of this room needs no files, and so runs in a page as well. */
export { ClosedForms, type ErrorParts, inputsOf, type OptimalXi } from "./reading/closed-forms.ts";
export {
  type ExactProblem,
  exactProblem,
  exactValue,
  inSquares,
  roundedProblem,
  showExactProblem,
  showOptimumCommand,
} from "./problem/exact-problem.ts";
export { ridgeBook } from "./book/ridge.ts";
export {
  drawnExperiments,
  otherNoiseExperiments,
  regressionExperiment,
  spectralExperiment,
} from "./experiment/made.ts";
export { optimum } from "./optimum/optimum.ts";
export type { Enclosure, Limit, Optimum } from "./optimum/result.ts";
export { type SpectrumOf } from "./optimum/spectrum-of.ts";
export { requireLambda, requireXi, type RidgeProblem, ridgeProblem } from "./problem/problem.ts";
export { NormalEquations, RegularizedFit, type Rounds } from "./simulation/direct.ts";
export { ErrorSimulation, type ErrorSource, type QuadraticErrors, squaredErrors } from "./simulation/errors.ts";
export type { Experiment, NoisyRegression } from "./simulation/experiment.ts";
export {
  labelCoordinates,
  problemFromDesign,
  shrunkEstimates,
  singularBasis,
  type SingularBasis,
} from "./problem/spectrum.ts";
export { designOfNumbers, type ExactDesign } from "./problem/exact-design.ts";
export { problemFromSpectrum, problemFromSquares, type Spectrum, type Squares } from "./problem/squares.ts";
export { type RidgeSummary, summarise } from "./reading/summary.ts";
export { twoModesBook } from "./book/two-modes.ts";
