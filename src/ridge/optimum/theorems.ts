import { type Fraction, Fractions } from "../../formula/index.ts";
import type { Group } from "./groups.ts";

const { compare, multiply, reciprocal, subtract } = Fractions;

/** What the theory says of a problem without computing a minimum. */
export interface Theorem {
  /** Whether the infimum over (λ, ξ) is below the minimum over λ. */
  readonly strictlyBetter: boolean;
  readonly reason: string;
}

/** For γ > 0 and θ ≠ 0: what follows from the order of the groups' mean squared signals; null where nothing does. */
export function theoremOf(groups: readonly Group[]): Theorem | null {
  if (groups.length === 1) return tie("all s_j are equal, so every student shrinks by one number, as ridge does");
  const signals = groups.map(({ squaredSignal }) => squaredSignal);
  const steps = signals.slice(1).map((signal, j) => compare(signal, signals[j]!));
  if (commonSignal(groups) !== null) {
    return tie("all θ_j² (their means over equal s_j) are equal, so ridge at λ = γ²/θ² attains the oracle's error");
  }
  if (steps.every((step) => step >= 0)) {
    return tie("θ_j² never rises with s_j (in the mean over equal s_j), so optimal ridge cannot be beaten");
  }
  if (steps.every((step) => step <= 0)) {
    return {
      strictlyBetter: true,
      reason: "θ_j² never falls as s_j rises (in the mean over equal s_j) and is not constant",
    };
  }
  return null;
}

/** The mean squared signal that all groups have in common; null where they differ. With it, γ²/θ² is the best λ of ridge. */
export function commonSignal(groups: readonly Group[]): Fraction | null {
  const [{ squaredSignal }] = groups as [Group];
  return groups.every((group) => Fractions.equal(group.squaredSignal, squaredSignal)) ? squaredSignal : null;
}

function tie(reason: string): Theorem {
  return { strictlyBetter: false, reason };
}

/** Two groups, θ_1² > θ_2², s_1 > s_2: whether some pair attains the infimum, and else where it is approached. */
export function attainedByTwo(
  [one, other]: readonly [Group, Group],
  noiseVariance: Fraction,
): { readonly attained: boolean; readonly exactlyAt: "low" | "high" | null } {
  // The oracle's value, unless (θ_1² − θ_2²)/(s_1 − s_2) reaches both thresholds; where it equals the larger one, the
  // oracle's value is the limit at the end that the threshold belongs to.
  const ratio = multiply(subtract(one.squaredSignal, other.squaredSignal), reciprocal(subtract(one.s, other.s)));
  const high = multiply(multiply(one.squaredSignal, other.squaredSignal), reciprocal(noiseVariance));
  const low = multiply(noiseVariance, reciprocal(multiply(one.s, other.s)));
  const [overHigh, overLow] = [compare(ratio, high), compare(ratio, low)];
  if (overHigh < 0 || overLow < 0) return { attained: true, exactlyAt: null };
  return { attained: false, exactlyAt: overLow === 0 ? "low" : overHigh === 0 ? "high" : null };
}
