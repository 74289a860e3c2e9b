import type { Claim } from "./claim.ts";
import { listed } from "./words.ts";

/**
 * The formulas of a claim's book that no check of any claim covers: nothing would be noticed if one were wrong. Claims
 * share books, and books that extend each other share formulas, so a formula is covered wherever any claim covers it.
 */
export function uncoveredFormulas({ book }: Claim, among: Iterable<Claim>): string[] {
  const covered = new Set(
    [...among].flatMap((each) =>
      each.checks.flatMap(({ covers }) => covers.map((name) => each.book.formulas.get(name))),
    ),
  );
  return [...book.formulas.values()].filter((formula) => !covered.has(formula)).map(({ name }) => name);
}

/** The sentence about formulas that no check covers; null where there are none. `of` says whose they are. */
export function uncoveredSentence(names: readonly string[], of = ""): string | null {
  if (names.length === 0) return null;
  return `no check covers ${listed(names)}${of}: ${names.length === 1 ? "it" : "they"} may be wrong`;
}
