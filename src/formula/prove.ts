import { type Difference, findDifference } from "./exact/difference.ts";
import { binary, type Expression } from "./expression.ts";
import { isIdenticallyZero } from "./kernel/sums.ts";
import type { Symbols } from "./symbols.ts";

/** What became of left = right: proved by the kernel, or refused with a point where the sides differ. */
export type Proof = { readonly proved: true } | { readonly proved: false; readonly difference: Difference };

/**
 * Decides left = right for every number of modes and all values of the symbols where both sides are defined.
 *
 * @throws RangeError for an expression outside the kernel's language, and where the kernel finds no identity but no
 * point shows a difference either: neither is an answer.
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
