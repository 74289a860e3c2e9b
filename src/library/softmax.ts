/**
 * Softmax linear probes on real data: a teacher on corrupted labels, and students that imitate it with any weight ξ.
 *
 * ```ts
 * import { softmax } from "sd-theorems";
 * ```
 *
 * Features are tables with one row a sample, labels integers 0 … classes − 1. Logits, probabilities and targets have a row a
 * sample and a column a class, row by row in one array. `weightDecay` > 0 weighs ½‖W‖² against the mean loss.
 *
 * - Data: `shippedDataset` and `readClassification`, exported beside this namespace; {@link splitOf} to set test samples
 *   aside, {@link mapFeatures} for random features, {@link corrupt} for wrong labels.
 * - One teacher and its students: {@link Probe}, {@link oneHot}, {@link imitationTargets}; {@link distil} fits many ξ at once.
 *   {@link accuracy}, {@link probabilities} and {@link crossEntropy} say how good they are.
 * - A sweep over corruption rates, weight decays and ξ: {@link tasksOf}, {@link Draw}, {@link measure}, {@link tabulate},
 *   {@link adviceOn}; {@link contest} compares choices without bias. The command `distill` is made of these.
 *
 * @module softmax
 */
export {
  accuracy,
  adviceOn,
  type Candidate,
  type Cell,
  type Choice,
  type Contest,
  contest,
  corrupt,
  type CorruptedLabels,
  type Corruption,
  type CorruptionKind,
  corruptionKinds,
  crossEntropy,
  curvatureBook,
  distil,
  type Distilled,
  Draw,
  type Drawing,
  extrapolated,
  type FeatureMap,
  FitNotConverged,
  type FitOptions,
  GRADIENT_TOLERANCE,
  type Grid,
  imitationTargets,
  isRedrawn,
  mapFeatures,
  measure,
  nameOf,
  oneHot,
  probabilities,
  Probe,
  type ProbeOptions,
  type Row,
  type Sizes,
  softmaxBook,
  type SoftmaxFit,
  type Split,
  splitOf,
  type StudentSummary,
  tabulate,
  type Task,
  type TaskResult,
  tasksOf,
  type Waypoint,
  type WrongClass,
} from "../softmax/index.ts";
