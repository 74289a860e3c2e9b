export { integerBelow } from "./integer.ts";
export { drawNoise, type NoiseBlock } from "./bulk.ts";
export { gaussian, laplace, type Noise, noises, rademacher, studentT } from "./noise.ts";
export { normal, uniform } from "./normal.ts";
export { type StreamKey, Streams } from "./stream.ts";
