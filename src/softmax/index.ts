export { corrupt, type CorruptedLabels, type Corruption, type WrongClass } from "./corruption.ts";
export { type FeatureMap, mapFeatures } from "./feature-maps.ts";
export { type Split, splitOf } from "./split.ts";
