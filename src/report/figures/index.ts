import { accuracyAgainstFlipRate } from "./accuracy-against-flip-rate.ts";
import { accuracyAgainstFlips } from "./accuracy-against-flips.ts";
import { biasAndVariance } from "./bias-and-variance.ts";
import { crossEntropyFigures } from "./cross-entropy.ts";
import { errorAgainstXi } from "./error-against-xi.ts";
import type { FigureSource } from "./figure.ts";
import { optimalXiAgainstNoise } from "./optimal-xi-against-noise.ts";
import { planeOfTwoModes } from "./plane-of-two-modes.ts";
import { regionsOfImitation } from "./regions-of-imitation.ts";
import { whereDistillationWins } from "./where-distillation-wins.ts";

export {
  colour,
  drawing,
  type Figure,
  type FigureSource,
  grid,
  type Layout,
  type LegendEntry,
  NARROW,
  NINETY_NINE_PERCENT,
  standalone,
  swatch,
  WIDE,
} from "./figure.ts";
export { accuracyAgainstFlipRate, crossEntropyFigures, errorAgainstXi, regionsOfImitation };

/** Every picture of the theory; of sweeps on real data those whose results are kept. */
export const figures: readonly FigureSource[] = [
  { claims: ["ridge/optimal-xi", "ridge/high-noise", "ridge/expected-error"], make: errorAgainstXi },
  { claims: ["ridge/bias-variance"], make: biasAndVariance },
  { claims: ["ridge/high-noise"], make: optimalXiAgainstNoise },
  { claims: ["ridge/two-modes"], make: planeOfTwoModes },
  {
    claims: ["ridge/condition-not-necessary", "ridge/distillation-beats-regularization", "ridge/ordering"],
    make: whereDistillationWins,
  },
  { claims: ["logistic/student-threshold", "logistic/teacher-threshold"], make: accuracyAgainstFlips },
  { claims: ["logistic/random-flips"], make: () => accuracyAgainstFlipRate() },
  { claims: ["logistic/larger-xi"], make: regionsOfImitation },
  ...crossEntropyFigures(),
];
