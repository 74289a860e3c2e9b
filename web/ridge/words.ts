import type { Optimum } from "../../src/ridge/portable.ts";
import { percent, shown } from "../page/numbers.ts";

/** Does self-distillation beat every ridge? The answer, and because of what. */
export interface Answer {
  readonly kind: "yes" | "no" | "open";
  readonly headline: string;
  readonly because: string;
}

export function answerOf({ strictlyBetter, reason, ridge, distillation }: Optimum): Answer {
  const gain = 1 - distillation.error[1] / ridge.error[0];
  if (strictlyBetter === null) {
    return {
      kind: "open",
      headline: "Whether self-distillation beats every ridge is undecided:",
      because: `${reason}.`,
    };
  }
  if (!strictlyBetter) {
    return {
      kind: "no",
      headline: "Self-distillation does not beat the best ridge; it ties with it:",
      because: `${reason}.`,
    };
  }
  const by = gain > 0 ? ` Its least error is ${percent(gain)} below the best ridge's.` : "";
  return { kind: "yes", headline: "Self-distillation beats every ridge:", because: `${reason}.${by}` };
}

/** What an optimal ξ means. */
export function meaningOfXi(xi: number | null): string {
  if (xi === null) return "every ξ gives the same error";
  if (xi > 1) return "above 1: the labels get a negative weight";
  if (xi > 0.5) return "above ½: pure imitation, ξ = 1, beats the teacher";
  if (xi > 0) return "between 0 and ½: pure imitation, ξ = 1, is worse than the teacher";
  return xi < 0 ? "below 0: the teacher is over-regularised here" : "the teacher is best";
}

/** The noise against the threshold γ²_c. */
export function meaningOfThreshold(noise: number, threshold: number): string {
  if (threshold === 0) return "there is no signal";
  if (noise === threshold) return "your noise is just there: ξ* = 1";
  return `your γ² = ${shown(noise)} is ${noise > threshold ? "above: ξ* > 1" : "below: ξ* < 1"}`;
}

/** The condition S of the best ridge, and what follows from it. */
export function meaningOfCondition({ value, range, impliesBetter }: Optimum["condition"]): string {
  if (value === null) return "none: no best λ inside (0, ∞)";
  if (impliesBetter) return `${shown(value)} < 0, so self-distillation wins`;
  if (range !== null && range[0] > 0) return `${shown(value)} > 0, which alone decides nothing`;
  return `${shown(value)}, which decides nothing`;
}

/** Where the least error of self-distillation is. */
export function placeOf({ lambda, xi, attained, limit }: Optimum["distillation"]): string {
  if (lambda !== null && xi !== null) return `λ = ${shown(lambda)}, ξ = ${shown(xi)}`;
  const end = limit === "lambda->0" ? "λ → 0" : "λ → ∞";
  return attained === false ? `nowhere: it is only approached, as ${end}` : `perhaps only approached, as ${end}`;
}
