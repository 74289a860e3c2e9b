/** What is assumed of features throughout. */
export const FEATURES = "‖φ_i‖ = 1, and ⟨φ_i, φ_j⟩ = c within a class";

/** What a logit of 0 counts as: only with that is every point either right or wrong. */
export const TIE = "a logit of 0 counts as wrong";

export const APART = "points of different classes have similarity 0";
