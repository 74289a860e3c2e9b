import type { SearchOutcome, Claim, Search } from "../../../evidence/index.ts";
import { type ClaimsFile, claimsOfTask } from "../../claims/claims-file.ts";

/** One search of one claim, as plain data that a worker can be given. */
export interface SearchTask extends ClaimsFile {
  readonly claim: string;
  /** Position among the claim's searches, as `searchesOf` gives them. */
  readonly search: number;
  readonly seed: number;
  /** Problems tried, at most. */
  readonly tries: number;
}

export interface SearchResult extends SearchOutcome<string> {
  readonly seconds: number;
}

/** Carries out a search. The same task finds the same problem, wherever it runs. */
export async function performSearch({
  claim: id,
  search: position,
  seed,
  tries,
  ...file
}: SearchTask): Promise<SearchResult> {
  const claim = (await claimsOfTask(file)).find((each) => each.id === id);
  const search = claim && searchesOf(claim)[position];
  if (search === undefined) throw new RangeError(`there is no search ${position} of ${id}`);
  const started = performance.now();
  const result = search.run({ claim: id, seed }, tries);
  return { ...result, seconds: (performance.now() - started) / 1000 };
}

/** A search, and whether what it looks for is an example that the claim says exists or speaks against the claim. */
export interface ClaimSearch extends Search {
  readonly looksFor: "witness" | "counterexample";
}

/** A claim's own searches for witnesses, or else one for a counterexample to each of its properties. */
export function searchesOf(claim: Claim): readonly ClaimSearch[] {
  const witnesses = (claim.searches ?? []).map((search) => ({ ...search, looksFor: "witness" as const }));
  const properties = claim.checks.flatMap(({ name, search }) =>
    search === undefined ? [] : [{ name, run: search, looksFor: "counterexample" as const }],
  );
  return witnesses.length > 0 ? witnesses : properties;
}
