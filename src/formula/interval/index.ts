export { type Box, enclose } from "./enclose.ts";
export { exponential, logisticComplement, logisticFunction, logisticSlope } from "./exponential.ts";
export { fromFraction } from "./from-fraction.ts";
export * as Intervals from "./interval.ts";
export type { Interval } from "./interval.ts";
