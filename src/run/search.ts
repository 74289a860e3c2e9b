import type { Catch, Claim } from "../evidence/index.ts";

/** One search of a claim, done: what was looked for, how hard, and the smallest problem found. */
export interface SearchReport extends Catch<string> {
  readonly name: string;
  /** A witness is an example that the claim says exists; a counterexample speaks against the claim. */
  readonly looksFor: "witness" | "counterexample";
  readonly seconds: number;
}

export interface SearchOptions {
  /** Integer from 0 to 2⁵³ − 1. */
  readonly seed: number;
  /** Problems tried in each search, at most. */
  readonly tries: number;
  readonly onProgress?: (done: number, of: number, last: string) => void;
}

/** Carries out a claim's own searches for witnesses, or else hunts for a counterexample to each of its properties. */
export function searchClaim(claim: Claim, { seed, tries, onProgress }: SearchOptions): SearchReport[] {
  const witnesses = (claim.searches ?? []).map((search) => ({ ...search, looksFor: "witness" as const }));
  const properties = claim.checks.flatMap(({ name, hunt }) =>
    hunt === undefined ? [] : [{ name, hunt, looksFor: "counterexample" as const }],
  );
  const searches = witnesses.length > 0 ? witnesses : properties;
  onProgress?.(0, searches.length, "");
  return searches.map(({ name, hunt, looksFor }, i) => {
    const started = performance.now();
    const result = hunt({ claim: claim.id, seed }, tries);
    onProgress?.(i + 1, searches.length, name);
    return { name, looksFor, ...result, seconds: (performance.now() - started) / 1000 };
  });
}
