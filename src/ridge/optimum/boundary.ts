import { type Fraction, Fractions, Reals } from "../../formula/index.ts";
import type { EnclosedProblem, Group } from "../problem/enclosed-problem.ts";
import type { ScaledOptimum } from "./result.ts";

/**
 * γ = 0 or θ = 0: the oracle shrinks every mode by 1 or every mode by 0 and is left with θ_⊥². Ridge reaches that at λ = 0
 * or at λ = ∞. A pair (λ, ξ) attains it iff a(1 − ξb) is 1, or 0, in every mode that matters; as that is one value of ξ
 * for each s, it takes a common s.
 */
export function boundaryOptimum({ groups, noiseVariance, residualSignal }: EnclosedProblem): ScaledOptimum {
  const error = Reals.inInterval(residualSignal);
  const noisy = Fractions.sign(noiseVariance) > 0;
  const limit = noisy ? "lambda->infinity" : "lambda->0";
  const { attained, only, undecided } = attainmentBy(groups, noisy);
  const reason = noisy
    ? "there is no signal, so ridge reaches the oracle's error as λ → ∞"
    : "there is no noise, so ridge reaches the oracle's error at λ = 0";
  return {
    ridge: { lambda: noisy ? null : 0, limit: noisy ? "lambda->infinity" : null, error },
    distillation: {
      ...(attained === true
        ? { ...pairFor(only, noisy), attained, limit: null }
        : { lambda: null, xi: null, attained, limit }),
      error,
    },
    condition: { value: null, range: null, impliesBetter: false, reason: "no λ inside (0, ∞) is best" },
    strictlyBetter: false,
    reason: undecided === null ? reason : `${reason}; ${undecided}`,
  };
}

interface Attainment {
  readonly attained: boolean | null;
  /** The group that matters, where no other does. */
  readonly only: Group | undefined;
  readonly undecided: string | null;
}

function attainmentBy(groups: readonly Group[], noisy: boolean): Attainment {
  const signs = groups.map(({ squaredSignal }) => (noisy ? 1 : Reals.sign(squaredSignal)));
  const possible = groups.filter((_, j) => signs[j] !== 0);
  const [only] = possible;
  if (possible.length < 2 && only?.isCluster === undefined) return { attained: true, only, undecided: null };
  const attained = signs.filter((sign) => sign === 1).length > 1 ? false : null;
  const why = "whether the infimum is attained is not decided, as the s_j that matter are not told apart";
  return { attained, only, undecided: attained === null ? why : null };
}

// At λ = s, where a = b = 1/2, no rounding but that of s; where nothing matters, any pair will do.
function pairFor(only: Group | undefined, noisy: boolean): { readonly lambda: number; readonly xi: number } {
  if (only === undefined) return { lambda: 1, xi: 0 };
  return { lambda: nearest(only), xi: noisy ? 2 : -2 };
}

function nearest({ s }: Group): number {
  const [lower, upper]: readonly [Fraction, Fraction] = Reals.endsOf(s);
  return Fractions.toNumber(Fractions.multiply(Fractions.add(lower, upper), Fractions.fraction(1n, 2n)));
}
