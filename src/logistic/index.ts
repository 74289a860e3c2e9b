export { flipRates, logisticProblems, logisticSettings } from "./arbitraries.ts";
export { logisticBook } from "./formulas.ts";
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
  type Fit,
  fitTo,
  studentFit,
  studentTargets,
  type Targets,
  teacherFit,
} from "./reduction.ts";
