/** Part C: softmax linear probing with weight decay, and self-distillation by it. */
export { corrupt, type CorruptedLabels, type Corruption, type WrongClass } from "./corruption.ts";
export { type FeatureMap, mapFeatures } from "./feature-maps.ts";
export { type Split, splitOf } from "./split.ts";
export { extrapolated, type Waypoint } from "./simulation/extrapolation.ts";
export { accuracy, probabilities } from "./simulation/predictions.ts";
export { type FitOptions, Probe, type ProbeOptions } from "./simulation/probe.ts";
export { FitNotConverged, type SoftmaxFit } from "./simulation/softmax-fit.ts";
export { imitationTargets, oneHot } from "./simulation/targets.ts";
