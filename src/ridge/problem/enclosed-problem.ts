import type { Fraction, Real } from "../../formula/index.ts";

/** The modes with one s. A function of s shrinks them alike, so only their number and mean squared signal matter. */
export interface Group {
  readonly s: Real;
  /** Mean of θ_j² over the group. */
  readonly squaredSignal: Real;
  readonly modes: number;
  /** Set where the s_j of the modes, all of which lie in `s`, are neither proved to be equal nor told apart. */
  readonly isCluster?: true;
}

/** All of a ridge problem that functions of s see, with numbers that are known exactly or enclosed. */
export interface EnclosedProblem {
  /** Largest s first; no s is in another group's range. */
  readonly groups: readonly Group[];
  /** γ². */
  readonly noiseVariance: Fraction;
  /** θ_⊥². */
  readonly residualSignal: Real;
}
