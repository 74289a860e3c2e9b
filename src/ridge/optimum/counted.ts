import { binary, type Expression, mapExpression } from "../../formula/index.ts";
import type { Group } from "../problem/enclosed-problem.ts";
import { inSquares } from "../problem/exact-problem.ts";
import { optimumBook } from "./book.ts";

/**
 * A formula of the theory for groups: each term of a sum over modes counts as often as its group has modes, `count`, and likewise
 * in a sum over pairs (for terms that are 0 where both modes have the same s and signal).
 */
export function counted(formula: string): Expression {
  const count = (index: "j" | "k"): Expression => ({ kind: "symbol", name: "count", index });
  return mapExpression(inSquares(optimumBook.expand(formula)), (part) => {
    if (part.kind === "sum") return { ...part, summand: binary("*", count("j"), part.summand) };
    if (part.kind !== "pairs") return null;
    return { ...part, summand: binary("*", binary("*", count("j"), count("k")), part.summand) };
  });
}

/** The same formula for modes and for groups: the first where no group has several modes, as it is computed sooner. */
export function formulaFor(formula: string): (groups: readonly Group[]) => Expression {
  const [ofModes, ofGroups] = [inSquares(optimumBook.expand(formula)), counted(formula)];
  return (groups) => (groups.every(({ modes }) => modes === 1) ? ofModes : ofGroups);
}
