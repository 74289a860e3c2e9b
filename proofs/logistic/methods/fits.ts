import { type Book, scalar } from "../../../src/formula/index.ts";

/*
 * What the derivations of the logistic claims share. σ is no rational function: its values σ(z) are symbols, and so are
 * its slopes w = σ′(z) = σ(1 − σ) > 0 and its secant slopes (σ(z) − σ(z′))/(z − z′) > 0. How a fit moves with its targets
 * and with the flip rate is in the book of fits; `logistic/teacher-threshold` derives it.
 */

/** The theory's book with what runs over the admitted c and p. */
export function withSlacks(book: Book): Book {
  return book.declare({
    unlikeness: scalar("u", "positive", "(1 − c)/c: any number > 0, as 0 < c < 1"),
    flips: scalar("v", "nonnegative", "p/(1 − 2p): any number ≥ 0, as 0 ≤ p < ½"),
  });
}

/** The same where how stiff points and S are has no content, and is positive (logistic/teacher-threshold). */
export function withStiffness(book: Book): Book {
  return withSlacks(book.opaque("giveGood", "giveBad", "stiffness"));
}

/** For the signs of steps in that book. */
export const STIFF = { giveGood: "positive", giveBad: "positive", stiffness: "positive" } as const;

/** For the signs of steps: c and p in terms of what is only known to be positive, 0 < c < 1 and 0 ≤ p < ½. */
export const ANY_C = { c: "1/(1 + unlikeness)" } as const;
export const ANY_P = { p: "flips/(1 + 2*flips)" } as const;
export const IN_RANGE = { ...ANY_C, ...ANY_P } as const;

/** A formula with several symbols replaced, the first one first. */
export function substitute(formula: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((text, [name, value]) => `at(${text}, ${name}, ${value})`, formula);
}

/** How fast a formula of the coefficients and the flip rate moves as these do, α_g at `goodMove` and α_b at `badMove`. */
export function moveOf(formula: string): string {
  return `(diff(${formula}, alphaGood)*goodMove + diff(${formula}, alphaBad)*badMove + diff(${formula}, p)*flipping)`;
}
