import * as z from "zod";
import type { SearchOutcome, Claim } from "../../../evidence/index.ts";
import { claimsFileOf } from "../../claims/claims-file.ts";
import { carryOut, type RunOptions } from "../../carry-out/carry-out.ts";
import type { Run } from "../../job.ts";
import { succeeded } from "../../outcome.ts";
import { type ClaimSearch, searchesOf, type SearchResult, type SearchTask } from "./task.ts";

/** One search of a claim, done: what was looked for, how hard, and the smallest problem found. */
export interface SearchReport extends SearchOutcome<string>, Pick<ClaimSearch, "name" | "looksFor"> {
  readonly seconds: number;
  /** Why the search was not carried out; absent where it was. */
  readonly failed?: string;
}

export interface SearchOptions extends Pick<RunOptions, "workers" | "timeLimit" | "onProgress" | "signal"> {
  /** Integer from 0 to 2⁵³ − 1. */
  readonly seed: number;
  /** Problems tried in each search, at most. */
  readonly tries: number;
  /** The module that the claim is from, loaded, where it is not the project's own. */
  readonly claimsFile?: string | undefined;
}

/** Carries out a claim's own searches for witnesses, or else looks for a counterexample to each of its properties. */
export async function searchClaim(
  claim: Claim,
  { seed, tries, claimsFile, ...options }: SearchOptions,
): Promise<SearchReport[]> {
  const searches = searchesOf(claim);
  const jobs = searches.map(({ name }, search) => {
    const task: SearchTask = { claim: claim.id, search, seed, tries, ...claimsFileOf(claimsFile) };
    return { name, effort: 0, task };
  });
  const run: Run<SearchTask, SearchResult> = {
    kind: "search",
    seed,
    settings: { claim: claim.id, tries },
    jobs,
    result: searchResult,
  };
  const outcomes = await carryOut(run, options);
  return searches.map(({ name, looksFor }) => {
    const outcome = outcomes.get(name)!;
    if (succeeded(outcome)) return { name, looksFor, ...outcome.result };
    return { name, looksFor, tried: 0, found: null, seconds: 0, failed: outcome.failed };
  });
}

const searchResult: z.ZodType<SearchResult> = z.strictObject({
  tried: z.int().min(0),
  found: z.strictObject({ problem: z.string(), says: z.string(), shrinks: z.int().min(0) }).nullable(),
  seconds: z.number().min(0),
});
