/** Part C: softmax linear probing with weight decay, and self-distillation by it. */
export { corrupt, type CorruptedLabels, type Corruption, type WrongClass } from "./corruption.ts";
export { type FeatureMap, mapFeatures } from "./feature-maps.ts";
export { type Split, splitOf } from "./split.ts";
export { adviceOn, interval, percent, points } from "./sweep/advice.ts";
export { type Candidate, type Choice, type Contest, contest } from "./sweep/best.ts";
export { distil, type Distilled, GRADIENT_TOLERANCE } from "./sweep/distil.ts";
export { type CorruptionKind, corruptionKinds, Draw, type Drawing, isRedrawn } from "./sweep/draw.ts";
export { measure } from "./sweep/measure.ts";
export { type Grid, nameOf, type Task, tasksOf } from "./sweep/plan.ts";
export { type Cell, type Row, type Sizes, type StudentSummary, tabulate, type TaskResult } from "./sweep/table.ts";
export { crossEntropy } from "./simulation/cross-entropy.ts";
export { extrapolated, type Waypoint } from "./simulation/extrapolation.ts";
export { accuracy, probabilities } from "./simulation/predictions.ts";
export { type FitOptions, Probe, type ProbeOptions } from "./simulation/probe.ts";
export { FitNotConverged, type SoftmaxFit } from "./simulation/softmax-fit.ts";
export { imitationTargets, oneHot } from "./simulation/targets.ts";
export { curvatureBook } from "./curvature-formulas.ts";
export { softmaxBook } from "./formulas.ts";
