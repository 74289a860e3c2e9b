/*
 * A fit as one equation. A trial value z of one kind's logit, with σ = σ(z), gives that kind's coefficient from λα = t − σ,
 * then what the class shares from z = (1 − c)α + cS, then the other kind's coefficient from S, and its logit. What is left,
 * λα − t + σ(logit) of the other kind, rises strictly in z and vanishes at the fit: its sign at any z says on which side of
 * z the fit's logit is. `logistic/reduction` derives it.
 */

/** The kind of point whose logit is tried. */
export type Kind = "good" | "bad";

/** The coefficient of the kind tried. */
export const own = "((target - sigma)/lambda)";

/** S. */
export const shared = `((z - (1 - c)*${own})/c)`;

/** The coefficient of the other kind. */
export const other: Readonly<Record<Kind, string>> = {
  good: `((${shared}/m - (1 - p)*${own})/p)`,
  bad: `((${shared}/m - p*${own})/(1 - p))`,
};

/** The logit of the other kind. */
export function otherLogit(kind: Kind): string {
  return `((1 - c)*${other[kind]} + c*${shared})`;
}
