import { type Expression, type Fraction, Reals } from "../../formula/index.ts";
import type { EnclosedProblem, Group } from "../problem/enclosed-problem.ts";
import { inSquares } from "../problem/exact-problem.ts";
import { twoModesBook } from "../book/two-modes.ts";

const { compare } = Reals;

/** What the theory says of a problem without computing a minimum. */
export interface Theorem {
  /** Whether the infimum over (λ, ξ) is below the minimum over λ. */
  readonly strictlyBetter: boolean;
  readonly reason: string;
}

/**
 * For γ > 0 and θ ≠ 0: what follows from the order of the groups' mean squared signals, as far as it is proved; null where nothing
 * does.
 */
export function theoremOf(groups: readonly Group[]): Theorem | null {
  if (groups.some(({ isCluster }) => isCluster)) return null;
  if (groups.length === 1) return tie("all s_j are equal, so every student shrinks by one number, as ridge does");
  const signals = groups.map(({ squaredSignal }) => squaredSignal);
  const steps = signals.slice(1).map((signal, j) => compare(signal, signals[j]!));
  if (commonSignal(groups) !== null) {
    return tie("all θ_j² (their means over equal s_j) are equal, so ridge at λ = γ²/θ² attains the oracle's error");
  }
  if (steps.every((step) => step !== null && step >= 0)) {
    return tie("θ_j² never rises with s_j (in the mean over equal s_j), so optimal ridge cannot be beaten");
  }
  if (steps.every((step) => step !== null && step <= 0)) {
    return {
      strictlyBetter: true,
      reason: "θ_j² never falls as s_j rises (in the mean over equal s_j) and is not constant",
    };
  }
  return null;
}

/** The mean squared signal that all groups are shown to have in common; else null. With it, γ²/θ² is the best λ of ridge. */
export function commonSignal(groups: readonly Group[]): Fraction | null {
  const [{ squaredSignal }] = groups as [Group];
  return groups.every((group) => Reals.isSame(group.squaredSignal, squaredSignal)) ? squaredSignal.exact : null;
}

function tie(reason: string): Theorem {
  return { strictlyBetter: false, reason };
}

const [alpha, delta] = ["alpha", "delta"].map((name) => inSquares(twoModesBook.expand(name))) as [
  Expression,
  Expression,
];

/**
 * Two groups, θ_1² > θ_2², s_1 > s_2: whether some pair attains the infimum; else it is the lower of the two limits. Null where that
 * is not shown.
 */
export function attainedByTwo({ groups, noiseVariance }: EnclosedProblem): boolean | null {
  const [one, other] = groups as readonly [Group, Group];
  const scalars = {
    s1: one.s,
    s2: other.s,
    theta1Squared: one.squaredSignal,
    theta2Squared: other.squaredSignal,
    noiseVariance: Reals.real(noiseVariance),
  };
  const signs = new Set(
    [alpha, delta].map((formula) => Reals.sign(Reals.evaluateReal(formula, { modes: 0, scalars, perMode: {} }))),
  );
  if (signs.has(1)) return true;
  return signs.has(null) ? null : false;
}
