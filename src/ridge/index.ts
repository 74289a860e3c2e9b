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
} from "./arbitraries.ts";
export { type BestRounds, bestRounds, type RepeatedOptimum } from "./best-rounds.ts";
export { designFromBasis, gaussianMatrix, orthonormalColumns } from "./designs.ts";
export { errorSource, type ErrorSourceOptions } from "./error-source.ts";
export { gaussianExperiments, lambdaCount, lambdaGrid, xiGrid } from "./experiments.ts";
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
export { type Direction, metricBook, type MetricForms, metricForms } from "./metric-formulas.ts";
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
} from "./problem-file.ts";
export {
  type BestRoundsSummary,
  type RepeatedOptimumSummary,
  type RepeatedSummary,
  type RoundSummary,
  summariseBestRounds,
  summariseRounds,
} from "./repeated-summary.ts";
export { type Descent, RepeatedForms, type Round } from "./repeated.ts";
export { closedFormRoundingBound, repeatedRoundingBound, sumsRoundingBound } from "./rounding.ts";
export {
  type CellsOptions,
  MOST_REPLICATES,
  simulateCells,
  simulateCellsOn,
  type SimulatedCell,
  type SpectrumExperiment,
  threadsFor,
} from "./simulate.ts";
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
export { inSingularBasis } from "./spectral-experiment.ts";
export { shortcutBook } from "./shortcut-formulas.ts";
export { lambdaBetweenPenalties } from "./penalties.ts";
