import { accuracyAgainstFlipRate } from "./accuracy-against-flip-rate.ts";
import { accuracyAgainstFlips } from "./accuracy-against-flips.ts";
import { biasAndVariance } from "./bias-and-variance.ts";
import { errorAgainstXi } from "./error-against-xi.ts";
import type { Figure } from "./figure.ts";
import { optimalXiAgainstNoise } from "./optimal-xi-against-noise.ts";
import { planeOfTwoModes } from "./plane-of-two-modes.ts";
import { regionsOfImitation } from "./regions-of-imitation.ts";
import { whereDistillationWins } from "./where-distillation-wins.ts";

export { accuracyAgainstFlipRate } from "./accuracy-against-flip-rate.ts";
export { colour, drawing, type Figure, grid, type Layout, type LegendEntry, NARROW, NINETY_NINE_PERCENT, standalone, swatch, WIDE } from "./figure.ts";

/** Every picture of the theory, in the order of the claims. Each is computed when it is asked for. */
export const figures: readonly (() => Figure)[] = [
  errorAgainstXi,
  biasAndVariance,
  optimalXiAgainstNoise,
  planeOfTwoModes,
  whereDistillationWins,
  accuracyAgainstFlips,
  accuracyAgainstFlipRate,
  regionsOfImitation,
];
