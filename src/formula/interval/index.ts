export { type Box, enclose } from "./enclose.ts";
export { fromFraction } from "./from-fraction.ts";
export * as Intervals from "./interval.ts";
export type { Interval } from "./interval.ts";
