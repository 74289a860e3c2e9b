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
export { ClosedForms, type ErrorParts, type OptimalXi } from "./closed-forms.ts";
export { designFromBasis, orthonormalColumns } from "./designs.ts";
export { gaussianExperiments, lambdaGrid, otherNoiseExperiments, xiGrid } from "./experiments.ts";
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
export { type Enclosure, type Limit, optimum, type Optimum } from "./optimum/optimum.ts";
export { requireLambda, requireXi, type RidgeProblem, ridgeProblem } from "./problem.ts";
export { readExactProblem, readRidgeProblem } from "./problem-file.ts";
export { closedFormRoundingBound } from "./rounding.ts";
export { NormalEquations, RegularizedFit } from "./simulation/direct.ts";
export { ErrorSimulation, type QuadraticErrors, squaredErrors } from "./simulation/errors.ts";
export { type ExactExpectation, exactExpectedError } from "./simulation/expectation.ts";
export type { Experiment } from "./simulation/experiment.ts";
export { type BoundedStudents, boundedStudents, columnNorm, UNIT_ROUNDOFF } from "./simulation/rounding.ts";
export { labelCoordinates, problemFromDesign, shrunkEstimates, singularBasis, type SingularBasis } from "./spectrum.ts";
export { type RidgeSummary, summarise } from "./summary.ts";
