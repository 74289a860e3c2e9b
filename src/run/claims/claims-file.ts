import { resolve } from "node:path";
import { InvalidInput, plain, requireFile } from "../../data/index.ts";
import type { Claim } from "../../evidence/index.ts";
import type { ModuleGraph } from "../build/module-graph.ts";
import type { ClaimsFile, ClaimSource } from "./claim-source.ts";
import { claimsOf } from "./claims-shape.ts";
import { loadModule, OldCopy } from "./load-module.ts";
import { ownClaims } from "./own-claims.ts";
import { isThrown, reasonOfThrown } from "../thrown.ts";

/** What this process has loaded, by path: Node loads a module once, and gives the old one where it has changed since. */
const loaded = new Map<string, ClaimSource>();

/**
 * Loads the claims that a JavaScript module exports as `claims`: those of another paper.
 *
 * @param expected digest of the module and all that it imports, where it was planned with elsewhere or before: nothing else is
 *   run in its place.
 * @throws InvalidInput where the module cannot be loaded, is another, exports no such array, or holds a claim that does not hang
 *   together.
 */
export async function loadClaims(file: string, expected?: string): Promise<ClaimSource> {
  const path = resolve(file);
  const known = loaded.get(path);
  if (known !== undefined && (expected === undefined || known.named.claimsSha256 === expected)) return known;
  requireFile(path);
  try {
    const graph = await readGraph(path);
    if (expected !== undefined && graph.digest !== expected) {
      throw new InvalidInput(
        `${plain(file)}, or a module that it imports, is not what the run was planned with; begin the run again`,
      );
    }
    if (known !== undefined) throw new OldCopy(`${plain(file)} has changed since this process loaded it`);
    const source = sourceOf(path, claimsOf(await loadModule(path)), graph);
    loaded.set(path, source);
    return source;
  } catch (thrown) {
    if (isThrown(thrown, OldCopy)) throw thrown;
    const [reason] = reasonOfThrown(thrown).split(/[\n\r]/, 1);
    throw new InvalidInput(`cannot load claims from ${plain(file)}: ${plain(reason!)}`);
  }
}

/** Digest of a module of claims and all that it imports, as they are now; nothing of it is run. @throws InvalidInput */
export async function digestOfClaims(path: string): Promise<string> {
  return (await readGraph(path)).digest;
}

/** Where the claims that a task is about come from. @throws InvalidInput as `loadClaims` does. */
export async function sourceOfTask({ claimsFile, claimsSha256 = "" }: ClaimsFile): Promise<ClaimSource> {
  return claimsFile === undefined ? ownClaims : loadClaims(claimsFile, claimsSha256);
}

// Most runs need no parser.
async function readGraph(path: string): Promise<ModuleGraph> {
  const { graphOf } = await import("../build/module-graph.ts");
  return graphOf(path);
}

function sourceOf(path: string, claims: readonly Claim[], { digest, computed }: ModuleGraph): ClaimSource {
  return { claims, named: { claimsFile: path, claimsSha256: digest }, unseen: unseenIn(computed) };
}

function unseenIn(places: readonly string[]): string | null {
  if (places.length === 0) return null;
  const where = `${places.slice(0, 3).join("; ")}${places.length > 3 ? "; …" : ""}`;
  return `${where}: what is loaded there has a computed name, so the build does not tell if it changes; give the name as text`;
}
