/* Hypotheses that stand in several claims, or that a counterexample takes away: each is written once, here. */

/* Of the setting. */
export const POSITIVE_LAMBDA = "λ > 0";
/** Without it there is no mode: N and D are empty sums, and every estimate is 0. */
export const DESIGN = "X ≠ 0, so that r ≥ 1";
export const WHITE_NOISE = "E η = 0, Cov η = γ² I";
export const REAL_XI = "ξ real";
export const FIXED_LAMBDA = "λ is fixed: it is not chosen together with ξ";
export const SHARED_LAMBDA = "teacher and student share λ";

/* That there is something to estimate, or to be wrong about. */
export const SOME_NOISE = "γ > 0";
export const SOME_SIGNAL = "θ_j ≠ 0 for some j";
export const NOISE_OR_SIGNAL = "γ > 0 or θ_j ≠ 0 for some j";
export const NOISE_AND_SIGNAL = "γ > 0 and θ_j ≠ 0 for some j";
export const NOISE_FOR_VARIANCE = "γ > 0 for the variance";
export const SIGNAL_FOR_BIAS = "θ_j ≠ 0 for some j for the squared bias";
export const FOR_UNIQUENESS = "for uniqueness, γ > 0 or θ_j ≠ 0 for every j";

/* What single claims assume; their counterexamples take it away. */
export const DIAGONAL_SHRINKAGE = "the estimate shrinks each coordinate in the singular basis by a factor of its own";
export const GAUSSIAN_COORDINATES = "Gaussian η, where the ⟨u_j, η⟩ are drawn in place of the η_i";
export const EQUAL_SPECTRUM_OR_SIGNAL = "all s_j are equal, or all θ_j² are";
export const SIGNAL_DOES_NOT_RISE = "(i) θ_j² does not rise with s_j";
export const SIGNAL_DOES_NOT_FALL = "(ii) θ_j² does not fall with s_j and is not the same for all s_j";
export const TWO_MODES = "r = 2, s₁ > s₂";
export const LARGER_FIRST_SIGNAL = "θ₁² > θ₂² for self-distillation to win";
export const THREE_MODES = "r ≥ 3";
export const NEGATIVE_CONDITION = "S(λ°) < 0 at a best ridge λ°";
export const SEMIDEFINITE_METRIC = "M is positive semidefinite";
export const FIXED_METRIC = "M does not depend on λ or ξ";
export const OVER_REGULARISED =
  "over-regularised means that the teacher's error rises in λ there, not that λ exceeds an optimal one";
export const NO_TAIL_VANISHES =
  "no tail T_i is 0 before one that is not, for the oracle in as many rounds as distinct s_j";
export const CONTRACTS = "|ξ| max a < 1, for constant ξ";
