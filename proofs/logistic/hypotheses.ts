/* Hypotheses that stand in several claims, or that a counterexample takes away: each is written once, here. */

export const POSITIVE_LAMBDA = "λ > 0";
/** What is assumed of features throughout. */
export const FEATURES = "‖φ_i‖ = 1, and ⟨φ_i, φ_j⟩ = c within a class";
export const SIMILARITY = "0 < c < 1";
export const APART = "points of different classes have similarity 0";
/** What a logit of 0 counts as: only with that is every point either right or wrong. */
export const TIE = "a logit of 0 counts as wrong";
export const MINORITY_FLIPPED = "p < ½";

/* What single claims assume; their counterexamples take it away. */
export const ALIKE = "points of a class have similarity c, points of different classes 0";
export const TEACHER_THRESHOLD = "p_T ≥ 0";
export const ROUND_THRESHOLD = "z_b = 0 at some p ≥ 0 in the last round";
export const NONNEGATIVE_XI = "ξ ≥ 0";
export const BELOW_XI_HI = "ξ < ξ_hi";
export const UP_TO_XI_HI = "ξ ≤ ξ_hi";
export const ALIKE_WITHIN = "‖φ_i‖ = 1 and ⟨φ_i, φ_j⟩ = c within a class, 0 < c < 1";
export const NOTHING_ACROSS = "⟨φ_i, φ_j⟩ = 0 across classes";
export const INDEPENDENT_FLIPS = "each label is flipped with probability p, independently of the others";
