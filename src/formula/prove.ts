import { type Difference, findDifference } from "./exact/difference.ts";
import { binary, type Expression } from "./expression.ts";
import { isIdenticallyZero } from "./kernel/sums.ts";
import type { Symbols } from "./symbols.ts";

/** What became of left = right: proved by the kernel, or refused with a point where the sides differ. */
export type Proof = { readonly proved: true } | { readonly proved: false; readonly difference: Difference };

/**
 * Decides left = right for every number of modes and all values of the symbols where both sides are defined.
 *
 * @param left expanded: see `Book.expand`.
 * @param right expanded.
 * @param symbols the book's, for the point where the sides differ.
 * @throws RangeError for an expression outside the kernel's language, and where the kernel finds no identity but no
 * point shows a difference either: neither is an answer.
 *
 * @example
 * ```ts
 * import { Book, describeDifference, perMode, prove } from "sd-theorems";
 *
 * const book = Book.define({ s: perMode("s", "positive", "any numbers") }, {});
 * const square = book.expand("sum(s_j)^2");
 * const identity = prove(square, book.expand("sum(s_j^2) + 2*pairs(s_j*s_k)"), book.symbols);
 * console.log(identity.proved); // true
 * const mistake = prove(square, book.expand("sum(s_j^2)"), book.symbols);
 * if (!mistake.proved) console.log(describeDifference(mistake.difference));
 * // at s = (1/3, 3/2) the left side is 121/36 and the right side 85/36
 * ```
 */
export function prove(left: Expression, right: Expression, symbols: Symbols): Proof {
  // A wrong identity differs almost everywhere, and a point costs far less than expanding both sides.
  const obvious = findDifference(left, right, symbols, 3);
  if (obvious !== null) return { proved: false, difference: obvious };
  let unanswered = new RangeError("the sides are not identical, yet agree at every point tried");
  try {
    if (isIdenticallyZero(binary("-", left, right))) return { proved: true };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    unanswered = error;
  }
  const difference = findDifference(left, right, symbols);
  if (difference === null) throw unanswered;
  return { proved: false, difference };
}
