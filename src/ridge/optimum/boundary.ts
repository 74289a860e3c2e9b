import { Fractions, fromFraction } from "../../formula/index.ts";
import type { ExactProblem } from "../exact-problem.ts";
import type { Group } from "./groups.ts";
import type { ScaledOptimum } from "./optimum.ts";

/**
 * γ = 0 or θ = 0: the oracle shrinks every mode by 1 or every mode by 0 and is left with θ_⊥². Ridge reaches that at λ = 0
 * or at λ = ∞. A pair (λ, ξ) attains it iff a(1 − ξb) is 1, or 0, in every mode that matters; as that is one value of ξ
 * for each s, it takes a common s.
 */
export function boundaryOptimum(
  groups: readonly Group[],
  { noiseVariance, residualSignal }: ExactProblem,
): ScaledOptimum {
  const error = fromFraction(residualSignal);
  const noisy = Fractions.sign(noiseVariance) > 0;
  const matter = noisy ? groups : groups.filter(({ squaredSignal }) => Fractions.sign(squaredSignal) > 0);
  return {
    ridge: { lambda: noisy ? null : 0, limit: noisy ? "lambda->infinity" : null, error },
    distillation: {
      ...(matter.length > 1
        ? { lambda: null, xi: null, attained: false, limit: noisy ? "lambda->infinity" : "lambda->0" }
        : { ...pairFor(matter[0], noisy), attained: true, limit: null }),
      error,
    },
    condition: { value: null, range: null, impliesBetter: false },
    strictlyBetter: false,
    reason: noisy
      ? "there is no signal, so ridge reaches the oracle's error as λ → ∞"
      : "there is no noise, so ridge reaches the oracle's error at λ = 0",
  };
}

// At λ = s, where a = b = 1/2, no rounding but that of s; where nothing matters, any pair will do.
function pairFor(only: Group | undefined, noisy: boolean): { readonly lambda: number; readonly xi: number } {
  if (only === undefined) return { lambda: 1, xi: 0 };
  return { lambda: Fractions.toNumber(only.s), xi: noisy ? 2 : -2 };
}
