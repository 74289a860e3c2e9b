export { flipRates, logisticProblems, logisticSettings } from "./arbitraries.ts";
export {
  type EnclosedFit,
  type EnclosedTargets,
  encloseFit,
  encloseRates,
  encloseTargets,
  encloseTeacher,
} from "./enclosed-fit.ts";
export { enclosedBox, type EnclosedSetting, enclosedSetting, type SettingBox } from "./enclosed-point.ts";
export { type Margins, margins, ratesByFlipRate, ratesByXi } from "./margins.ts";
export { certifyOrdering, type Ordering } from "./ordering.ts";
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
export { type Rectangle, type Region, regionMap, type RegionMap, regionOf } from "./regions.ts";
export { flipRateRoots, type PointKind, type SignChange, type SignChanges, xiRoots } from "./sign-changes.ts";
export { roundsThreshold } from "./rounds.ts";
export { type Ends, type FitSummary, type LogisticSummary, summariseLogistic } from "./summary.ts";
export { largestXi, type StudentThreshold, studentThreshold, teacherThreshold } from "./thresholds.ts";
export { type ThresholdsOnBox, thresholdsOnBox } from "./thresholds-on-box.ts";
export { type PerfectXi, perfectXi } from "./xi-thresholds.ts";
