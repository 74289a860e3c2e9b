export { intervalHalfWidth, LOOKS, SUITE_ERROR_RATE } from "./budget.ts";
export { equivalence, type Equivalence, plannedReplicates, POWER } from "./equivalence.ts";
export {
  deviation,
  type Estimate,
  meanEstimate,
  mergeMoments,
  type Moments,
  momentsOf,
  noMoments,
  varianceEstimate,
} from "./moments.ts";
export { combinationEstimate, type JointMoments, jointMomentsOf, mergeJointMoments } from "./joint.ts";
export { type PairedInterval, pairedInterval, pairsToSettle } from "./paired.ts";
