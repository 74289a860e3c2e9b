export { type Ball, ballArithmetic, type BallArithmetic } from "./ball.ts";
export { type Nearest, nearestNumbers } from "./nearest.ts";
