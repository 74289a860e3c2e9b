import type { Claim } from "../src/evidence/index.ts";
import { convexity } from "./cross-entropy/convexity.ts";
import { largeXiWins } from "./cross-entropy/large-xi-wins.ts";
import { when } from "./cross-entropy/when.ts";
import { largerXi } from "./logistic/larger-xi.ts";
import { newPoints } from "./logistic/new-points.ts";
import { randomFlips } from "./logistic/random-flips.ts";
import { reduction } from "./logistic/reduction.ts";
import { rounds } from "./logistic/rounds.ts";
import { studentThreshold } from "./logistic/student-threshold.ts";
import { teacherThreshold } from "./logistic/teacher-threshold.ts";
import { biasVariance } from "./ridge/bias-variance.ts";
import { conditionNotNecessary } from "./ridge/condition-not-necessary.ts";
import { distillationBeatsRegularization } from "./ridge/distillation-beats-regularization.ts";
import { expectedError } from "./ridge/expected-error.ts";
import { highNoise } from "./ridge/high-noise.ts";
import { oracle } from "./ridge/oracle.ts";
import { optimalXi } from "./ridge/optimal-xi.ts";
import { ordering } from "./ridge/ordering.ts";
import { pathTangent } from "./ridge/path-tangent.ts";
import { repeated } from "./ridge/repeated.ts";
import { simulationShortcuts } from "./ridge/simulation-shortcuts.ts";
import { signRule } from "./ridge/sign-rule.ts";
import { studentBeatsTeacher } from "./ridge/student-beats-teacher.ts";
import { studentEstimator } from "./ridge/student-estimator.ts";
import { ties } from "./ridge/ties.ts";
import { twoModesClaim } from "./ridge/two-modes.ts";

/** Every claim, in reading order: a claim comes after those it depends on. */
export const claims: readonly Claim[] = [
  studentEstimator,
  pathTangent,
  expectedError,
  optimalXi,
  biasVariance,
  signRule,
  highNoise,
  studentBeatsTeacher,
  oracle,
  distillationBeatsRegularization,
  ties,
  ordering,
  twoModesClaim,
  conditionNotNecessary,
  repeated,
  simulationShortcuts,
  reduction,
  teacherThreshold,
  studentThreshold,
  largerXi,
  randomFlips,
  newPoints,
  rounds,
  convexity,
  largeXiWins,
  when,
];
