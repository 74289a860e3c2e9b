import type { Interval } from "../../formula/index.ts";
import type { SpectrumOf } from "./spectrum-of.ts";

/** An end of the line of λ that an infimum is approached at. */
export type Limit = "lambda->0" | "lambda->infinity";

/** The two ends of an interval that is proved to contain the value it stands for. */
export type Enclosure = readonly [lower: number, upper: number];

/** The best ridge estimator and the best self-distillation, with proved enclosures of their errors. */
export interface Optimum {
  /** The best ridge estimator: min over λ ∈ [0, ∞] of e(λ, 0). */
  readonly ridge: {
    /** A λ whose error is in the enclosure; null where that is λ = ∞. */
    readonly lambda: number | null;
    /** Set where the best λ is ∞. */
    readonly limit: "lambda->infinity" | null;
    /** The least error. */
    readonly error: Enclosure;
  };
  /**
   * The best student: inf over λ ∈ (0, ∞) and real ξ of e(λ, ξ), and a pair whose error is in the enclosure (for γ = 0 or
   * θ = 0, where the enclosure may be a single number: but for the rounding of λ).
   */
  readonly distillation: {
    /** λ of the pair; null where the infimum is at a limit alone. */
    readonly lambda: number | null;
    /** ξ of the pair. */
    readonly xi: number | null;
    /** The infimum. */
    readonly error: Enclosure;
    /** Whether some pair has the infimum as its error; null where that is not decided. */
    readonly attained: boolean | null;
    /** Where the infimum is, or may be, approached. */
    readonly limit: Limit | null;
  };
  /**
   * Error of the best shrinkage mode by mode, to within rounding. Where s_j of a design are equal, its singular vectors are of no
   * one's choosing: then as `oracleOfGroups`.
   */
  readonly oracle: number;
  /** Error of the best shrinkage by a function of s. It is larger where modes with equal s differ in signal. */
  readonly oracleOfGroups: number;
  /** The condition S < 0 for a better student, of the claim `ridge/distillation-beats-regularization`. */
  readonly condition: {
    /** S at the best λ of ridge; null where there is none inside (0, ∞). */
    readonly value: number | null;
    /** A range proved to hold S at every λ that may be the best; null where there is none, or where s_j are not told apart. */
    readonly range: Enclosure | null;
    /** Whether S < 0 is shown at each of them. */
    readonly impliesBetter: boolean;
    /** Why there is no value or no range; absent where there are both. */
    readonly reason?: string;
  };
  /** Whether the infimum is below the minimum of ridge; null where neither the enclosures nor a theorem decide. */
  readonly strictlyBetter: boolean | null;
  /** What decides `strictlyBetter`, or why nothing does, and why `attained` is undecided where it is. */
  readonly reason: string;
  /** For a design: how well its spectrum is known. */
  readonly spectrum?: SpectrumOf;
}

/** An optimum in the units of a scaled problem, with intervals. */
export interface ScaledOptimum extends Pick<Optimum, "strictlyBetter" | "reason"> {
  readonly ridge: Omit<Optimum["ridge"], "error"> & { readonly error: Interval };
  readonly distillation: Omit<Optimum["distillation"], "error"> & { readonly error: Interval };
  readonly condition: Omit<Optimum["condition"], "range"> & { readonly range: Interval | null };
}
