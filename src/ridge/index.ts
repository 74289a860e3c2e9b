export {
  type Case,
  exactProblems,
  type ExactProblemShape,
  realise,
  type Realisation,
  ridgeCases,
  showCase,
  smallFractions,
} from "./arbitraries.ts";
export { type BestRounds, bestRounds, type RepeatedOptimum } from "./best-rounds.ts";
export { ClosedForms, type ErrorParts, type OptimalXi } from "./closed-forms.ts";
export { designFromBasis, gaussianMatrix, orthonormalColumns } from "./designs.ts";
export { gaussianExperiments, lambdaGrid, otherNoiseExperiments, spectralExperiment, xiGrid } from "./experiments.ts";
export {
  type ExactProblem,
  exactProblem,
  exactValue,
  inSquares,
  roundedProblem,
  showExactProblem,
  showOptimumCommand,
} from "./exact-problem.ts";
export {
  distinctModes,
  exactParameters,
  type ExactRound,
  exactRoundError,
  exactRounds,
  levelled,
  oneMoreTail,
  oracleTails,
} from "./exact-rounds.ts";
export { ridgeBook } from "./formulas.ts";
export { type Direction, metricBook, type MetricForms, metricForms } from "./metric-formulas.ts";
export { type Enclosure, type Limit, optimum, type Optimum } from "./optimum/optimum.ts";
export { requireLambda, requireXi, type RidgeProblem, ridgeProblem } from "./problem.ts";
export { type ProblemReading, readExactProblem, readRidgeProblem } from "./problem-file.ts";
export { type RepeatedSummary, type RoundSummary, summariseBestRounds, summariseRounds } from "./repeated-summary.ts";
export { type Descent, RepeatedForms, type Round } from "./repeated.ts";
export { closedFormRoundingBound, repeatedRoundingBound } from "./rounding.ts";
export { NormalEquations, RegularizedFit, type Rounds } from "./simulation/direct.ts";
export { ErrorSimulation, type QuadraticErrors, squaredErrors } from "./simulation/errors.ts";
export { type ExactExpectation, exactExpectedError, exactExpectedRoundsError } from "./simulation/expectation.ts";
export type { Experiment } from "./simulation/experiment.ts";
export { RepeatedSimulation } from "./simulation/repeated.ts";
export {
  boundedRounds,
  type BoundedStudents,
  boundedStudents,
  columnNorm,
  UNIT_ROUNDOFF,
} from "./simulation/rounding.ts";
export { type SpectralExperiment, SpectralErrors } from "./simulation/spectral.ts";
export { inSingularBasis } from "./spectral-experiment.ts";
export { labelCoordinates, problemFromDesign, shrunkEstimates, singularBasis, type SingularBasis } from "./spectrum.ts";
export { type RidgeSummary, summarise } from "./summary.ts";
export { twoModesBook } from "./two-modes.ts";
export { lambdaBetweenPenalties } from "./penalties.ts";
