/**
 * Reproducible draws, and what can be said of their means.
 *
 * ```ts
 * import { equivalence, gaussian, meanEstimate, momentsOf, Streams } from "sd-theorems";
 * ```
 *
 * - {@link Streams} gives each replicate a random stream of its own; {@link normal}, {@link uniform} and {@link integerBelow}
 *   draw from one. {@link noises} are laws of label noise; {@link drawNoise} draws many at once.
 * - {@link momentsOf} and {@link mergeMoments} sum up draws batch by batch; {@link meanEstimate}, {@link varianceEstimate} and
 *   {@link combinationEstimate} give estimates with standard errors.
 * - {@link equivalence} holds an estimate against a closed form, at the half-width that {@link intervalHalfWidth} gives;
 *   {@link plannedReplicates} says how many draws that takes, from the {@link deviation} of one.
 * - {@link pairedInterval} compares two measurements on the same draws.
 *
 * @module statistics
 */
export {
  drawNoise,
  gaussian,
  integerBelow,
  laplace,
  type Noise,
  type NoiseBlock,
  noises,
  normal,
  rademacher,
  type StreamKey,
  Streams,
  studentT,
  uniform,
} from "../random/index.ts";
export {
  combinationEstimate,
  deviation,
  equivalence,
  type Equivalence,
  type Estimate,
  intervalHalfWidth,
  type JointMoments,
  jointMomentsOf,
  LOOKS,
  meanEstimate,
  mergeJointMoments,
  mergeMoments,
  type Moments,
  momentsOf,
  noMoments,
  type PairedInterval,
  pairedInterval,
  pairsToSettle,
  plannedReplicates,
  POWER,
  SUITE_ERROR_RATE,
  varianceEstimate,
} from "../statistics/index.ts";
