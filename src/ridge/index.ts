export * from "./portable.ts";
export {
  type Case,
  exactProblems,
  type ExactProblemShape,
  realise,
  type Realisation,
  ridgeCases,
  showCase,
  smallFractions,
} from "./problem/arbitraries.ts";
export { type BestRounds, bestRounds, type RepeatedOptimum } from "./rounds/best-rounds.ts";
export { designFromBasis, gaussianMatrix, orthonormalColumns } from "./problem/designs.ts";
export { errorSource, type ErrorSourceOptions } from "./experiment/error-source.ts";
export { gaussianExperiments, lambdaCount, lambdaGrid, xiGrid } from "./experiment/grids.ts";
export { distinctModes, levelled } from "./problem/groups.ts";
export {
  exactParameters,
  type ExactRound,
  exactRoundError,
  exactRounds,
  oneMoreTail,
  oracleTails,
} from "./rounds/exact-rounds.ts";
export { type Direction, metricBook, type MetricForms, metricForms } from "./reading/metric-forms.ts";
export {
  designSchema,
  type ProblemReading,
  type ProblemWithDesign,
  readExactProblem,
  readGivenProblem,
  readProblemWithDesign,
  readProblemWithOrigin,
  readRidgeProblem,
  spectrumSchema,
  squaresSchema,
} from "./problem/problem-file.ts";
export {
  type BestRoundsSummary,
  type RepeatedOptimumSummary,
  type RepeatedSummary,
  type RoundSummary,
  summariseBestRounds,
  summariseRounds,
} from "./rounds/summary.ts";
export { type Descent, RepeatedForms, type Round } from "./rounds/closed-forms.ts";
export { closedFormRoundingBound, repeatedRoundingBound, sumsRoundingBound } from "./reading/rounding.ts";
export {
  type CellsOptions,
  MOST_REPLICATES,
  simulateCells,
  simulateCellsOn,
  type SimulatedCell,
  type SpectrumExperiment,
  threadsFor,
} from "./experiment/simulate.ts";
export { Crew } from "./simulation/crew.ts";
export { DirectErrors } from "./simulation/direct-errors.ts";
export { type ExactExpectation, exactExpectedError, exactExpectedRoundsError } from "./simulation/expectation.ts";
export { RepeatedSimulation } from "./simulation/repeated.ts";
export {
  boundedRounds,
  type BoundedStudents,
  boundedStudents,
  columnNorm,
  squaredErrorRoundingBound,
  truthRoundingBound,
  UNIT_ROUNDOFF,
} from "./simulation/rounding.ts";
export { type SpectralExperiment, SpectralErrors } from "./simulation/spectral.ts";
export { inSingularBasis } from "./experiment/in-singular-basis.ts";
export { shortcutBook } from "./book/shortcuts.ts";
export { lambdaBetweenPenalties } from "./reading/penalties.ts";
