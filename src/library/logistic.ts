/**
 * Logistic regression when a fraction p of the labels of each class is flipped: where teacher and student are right all the
 * same.
 *
 * ```ts
 * import { logistic } from "sd-theorems";
 * ```
 *
 * There are two classes of m points; features have norm 1, inner product c within a class and 0 across. A "good" point has
 * its true label, a "bad" one was flipped. λ > 0 weighs ½‖θ‖² against the summed loss, and the student's targets are
 * ξσ(z) + (1 − ξ)·label for the teacher's logits z.
 *
 * - A problem: {@link logisticProblem}, or without a flip rate {@link logisticSetting}.
 * - Fits: {@link teacherFit}, {@link studentFit}, {@link distillationRounds}, and what they get right: {@link accuracy}.
 *   {@link summariseLogistic} says all of it at once.
 * - Thresholds, each in an interval proved to hold one root: {@link teacherThreshold}, {@link studentThreshold},
 *   {@link roundsThreshold} in the flip rate; {@link largestXi}, {@link perfectXi} in ξ. {@link regionMap} says who is better
 *   where in the plane of both; {@link flipRateRoots} and {@link xiRoots} find all changes of sign.
 * - Flips drawn at random: {@link Mixture} is the expected accuracy.
 * - Direct fits with no formula, to any features: {@link DirectFit}, {@link FlipSimulation}, {@link firstFailure};
 *   {@link blockFeatures}, {@link nearBlockFeatures} and {@link featuresFromGram} make features.
 * - Random problems for fast-check: {@link logisticProblems}.
 *
 * @module logistic
 */
export {
  accuracy,
  blockFeatures,
  blockGram,
  type ClassAccuracies,
  classOutcome,
  DirectFit,
  distillationRounds,
  type Ends,
  type Features,
  featuresFromGram,
  firstFailure,
  type Fit,
  fitBook,
  type FitSummary,
  fitTo,
  flipFirst,
  flipRateRoots,
  flipRates,
  type Flips,
  FlipSimulation,
  largestXi,
  logistic,
  logisticBook,
  logisticProblem,
  type LogisticProblem,
  logisticProblems,
  logisticSetting,
  type LogisticSetting,
  logisticSettings,
  type LogisticSummary,
  Mixture,
  mixtureBook,
  nearBlockFeatures,
  type Outcome,
  type Pair,
  type PerfectXi,
  perfectXi,
  type PointKind,
  type Rectangle,
  type Region,
  regionMap,
  type RegionMap,
  regionOf,
  roundsThreshold,
  type SignChange,
  type SignChanges,
  studentFit,
  studentTargets,
  type StudentThreshold,
  studentThreshold,
  summariseLogistic,
  type Targets,
  teacherFit,
  teacherThreshold,
  trueLabels,
  type TwoValueFit,
  type Who,
  xiRoots,
} from "../logistic/index.ts";
