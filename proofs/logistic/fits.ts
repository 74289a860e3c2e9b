import { type Book, scalar } from "../../src/formula/index.ts";

/*
 * What the derivations of the logistic claims share. σ is no rational function: its values σ(z) are symbols, and so are
 * its slopes w = σ′(z) = σ(1 − σ) > 0 and its secant slopes (σ(z) − σ(z′))/(z − z′) > 0.
 */

/** The theory's book with what a fit's slopes need. */
export function withSlopes(book: Book): Book {
  return withSlacks(book).declare({
    secant: scalar("\\bar w", "positive", "a secant slope of σ"),
    slopeGood: scalar("w_g", "positive", "slope of σ at a good point's logit"),
    slopeBad: scalar("w_b", "positive", "slope of σ at a bad point's logit"),
    alphaGoodMove: scalar("\\alpha_g'", "real", "how fast α_g moves"),
    alphaBadMove: scalar("\\alpha_b'", "real", "how fast α_b moves"),
    commonMove: scalar("S'", "real", "how fast S moves"),
    targetGoodMove: scalar("t_g'", "real", "how fast a good point's target moves"),
    targetBadMove: scalar("t_b'", "real", "how fast a bad point's target moves"),
    flipMove: scalar("p'", "real", "how fast the flip rate moves"),
  });
}

/** The theory's book with what runs over the admitted c and p. */
export function withSlacks(book: Book): Book {
  return book.declare({
    unlikeness: scalar("u", "positive", "(1 − c)/c: any number > 0, as 0 < c < 1"),
    flips: scalar("v", "nonnegative", "p/(1 − 2p): any number ≥ 0, as 0 ≤ p < ½"),
  });
}

/** A formula with c and p written in terms of what is only known to be positive: 0 < c < 1 and 0 ≤ p < ½. */
export function inRange(formula: string): string {
  return `at(at(${formula}, c, 1/(1 + unlikeness)), p, flips/(1 + 2*flips))`;
}

/** A formula with several symbols replaced, the first one first. */
export function substitute(formula: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((text, [name, value]) => `at(${text}, ${name}, ${value})`, formula);
}

/** How fast a formula of the coefficients and the flip rate moves as these do. */
export function moveOf(formula: string): string {
  const parts = ["alphaGood", "alphaBad"].map((name) => `diff(${formula}, ${name})*${name}Move`);
  return `(${parts.join(" + ")} + diff(${formula}, p)*flipMove)`;
}

/** λ + (1 − c)w: how stiff a point's coefficient is. */
export const STIFF_GOOD = "(lambda + (1 - c)*slopeGood)";
export const STIFF_BAD = "(lambda + (1 - c)*slopeBad)";

/** How fast a fit moves with its targets and with the flip rate. `logistic/teacher-threshold` derives it. */
export const moves = {
  alphaGood: `((targetGoodMove - slopeGood*c*commonMove)/${STIFF_GOOD})`,
  alphaBad: `((targetBadMove - slopeBad*c*commonMove)/${STIFF_BAD})`,
  logitGood: `(((1 - c)*targetGoodMove + lambda*c*commonMove)/${STIFF_GOOD})`,
  logitBad: `(((1 - c)*targetBadMove + lambda*c*commonMove)/${STIFF_BAD})`,
  /** By what its resistance is divided, S moves. */
  push: `(m*(flipMove*(alphaBad - alphaGood) + (1 - p)*targetGoodMove/${STIFF_GOOD} + p*targetBadMove/${STIFF_BAD}))`,
  resistance: `(1 + m*c*((1 - p)*slopeGood/${STIFF_GOOD} + p*slopeBad/${STIFF_BAD}))`,
};
