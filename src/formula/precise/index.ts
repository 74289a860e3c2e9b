export { type Ball, ballArithmetic, type BallArithmetic } from "./ball.ts";
export { type Nearest, nearestNumbers } from "./nearest.ts";
export * as Reals from "./real.ts";
export type { Real } from "./real.ts";
