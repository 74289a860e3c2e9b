export { flipRates, logisticProblems, logisticSettings } from "./arbitraries.ts";
export { fitBook } from "./fit-book.ts";
export { logisticBook } from "./formulas.ts";
export { classOutcome, isOvercome, Mixture, mixtureRounding, type Outcome } from "./mixture.ts";
export { mixtureBook } from "./mixture-formulas.ts";
export {
  blockFeatures,
  blockGram,
  type Features,
  featuresFromGram,
  nearBlockFeatures,
  trueLabels,
} from "./simulation/features.ts";
export { DirectFit, type Fit, sigmoid } from "./simulation/fit.ts";
export {
  type ClassAccuracies,
  firstFailure,
  flipFirst,
  type Flips,
  FlipSimulation,
  type Pair,
  type Who,
} from "./simulation/flips.ts";
export { logistic } from "./point.ts";
export {
  logisticProblem,
  type LogisticProblem,
  logisticSetting,
  type LogisticSetting,
  requireFiniteXi,
} from "./problem.ts";
export {
  accuracy,
  distillationRounds,
  type Fit as TwoValueFit,
  fitTo,
  studentFit,
  studentTargets,
  type Targets,
  teacherFit,
} from "./reduction.ts";
