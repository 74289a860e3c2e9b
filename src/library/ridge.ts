/**
 * Ridge regression with labels y = Xθ* + γη: the teacher is ridge, and the student imitates it with weight ξ.
 *
 * ```ts
 * import { ridge } from "sd-theorems";
 * ```
 *
 * Mode j is the j-th singular direction of the n × d design X, s_j the square of its singular value and θ_j the true
 * parameter along it. λ > 0 weighs ½‖θ‖², and ξ is any real number. Errors are squared distances ‖θ_S − θ*‖² or their means
 * e(λ, ξ), in the units of θ². Designs are matrices of [ml-matrix](https://www.npmjs.com/package/ml-matrix), which this package
 * depends on.
 *
 * - A problem: {@link ridgeProblem} from a spectrum, {@link problemFromDesign} from a design, {@link readRidgeProblem} from a
 *   file; {@link readGivenProblem}, {@link problemFromSpectrum}, {@link problemFromSquares} and {@link exactProblem} in
 *   rational numbers; {@link regressionExperiment} from data.
 * - Closed forms: {@link summarise} for one student, {@link ClosedForms} for each formula of {@link ridgeBook};
 *   {@link RepeatedForms} and {@link bestRounds} for several rounds; {@link metricForms} for other error metrics.
 * - The best λ and ξ, with proof: {@link optimum}, of a problem in rational numbers or of a design ({@link ExactDesign}; of
 *   floating-point numbers, {@link designOfNumbers}).
 * - Estimates of your own labels, with no formula: {@link NormalEquations}.
 * - Simulations, with no formula: {@link simulateCells}; {@link errorSource}, {@link ErrorSimulation} and
 *   {@link RepeatedSimulation} give errors draw by draw.
 * - Random problems for fast-check: {@link ridgeCases}, {@link exactProblems}.
 *
 * @module ridge
 */
export {
  type BestRounds,
  bestRounds,
  type BestRoundsSummary,
  type Case,
  type CellsOptions,
  ClosedForms,
  type Descent,
  designOfNumbers,
  type Direction,
  type Enclosure,
  type ErrorParts,
  ErrorSimulation,
  type ErrorSource,
  errorSource,
  type ErrorSourceOptions,
  type ExactDesign,
  type ExactProblem,
  exactProblem,
  exactProblems,
  type ExactProblemShape,
  exactValue,
  type Experiment,
  inputsOf,
  labelCoordinates,
  type Limit,
  metricBook,
  type MetricForms,
  metricForms,
  NormalEquations,
  type NoisyRegression,
  optimum,
  type Optimum,
  type OptimalXi,
  problemFromDesign,
  problemFromSpectrum,
  problemFromSquares,
  type ProblemReading,
  type ProblemWithDesign,
  type QuadraticErrors,
  readExactProblem,
  readGivenProblem,
  readProblemWithDesign,
  readRidgeProblem,
  realise,
  type Realisation,
  regressionExperiment,
  type RegularizedFit,
  RepeatedForms,
  type RepeatedOptimum,
  type RepeatedOptimumSummary,
  RepeatedSimulation,
  type RepeatedSummary,
  ridgeBook,
  ridgeCases,
  ridgeProblem,
  type RidgeProblem,
  type RidgeSummary,
  type Round,
  roundedProblem,
  type Rounds,
  type RoundSummary,
  showExactProblem,
  shrunkEstimates,
  simulateCells,
  type SimulatedCell,
  singularBasis,
  type SingularBasis,
  spectralExperiment,
  type SpectrumExperiment,
  type SpectrumOf,
  type Spectrum,
  squaredErrors,
  type Squares,
  summarise,
  summariseBestRounds,
  summariseRounds,
  twoModesBook,
} from "../ridge/index.ts";
