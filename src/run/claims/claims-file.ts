import { resolve } from "node:path";
import { claims as ownClaims } from "../../../proofs/index.ts";
import { InvalidInput, plain, requireFile } from "../../data/index.ts";
import type { Claim } from "../../evidence/index.ts";
import type { ModuleGraph } from "../build/module-graph.ts";
import { claimsOf } from "./claims-shape.ts";
import { loadModule, OldCopy } from "./load-module.ts";
import { isThrown, reasonOfThrown } from "../thrown.ts";

interface Loaded {
  readonly claims: readonly Claim[];
  readonly graph: ModuleGraph;
}

const loaded = new Map<string, Loaded>();

/**
 * Loads the claims that a JavaScript module exports as `claims`: those of another paper.
 *
 * @param expected digest of the module and all that it imports, where it was planned with elsewhere or before: nothing else is
 *   run in its place.
 * @throws InvalidInput where the module cannot be loaded, is another, exports no such array, or holds a claim that does not hang
 *   together.
 */
export async function loadClaims(file: string, expected?: string): Promise<readonly Claim[]> {
  const path = resolve(file);
  const known = loaded.get(path);
  if (known !== undefined && (expected === undefined || known.graph.digest === expected)) return known.claims;
  requireFile(path);
  try {
    const graph = await readGraph(path);
    if (expected !== undefined && graph.digest !== expected) {
      throw new InvalidInput(
        `${plain(file)}, or a module that it imports, is not what the run was planned with; begin the run again`,
      );
    }
    if (known !== undefined) throw new OldCopy(`${plain(file)} has changed since this process loaded it`);
    const claims = claimsOf(await loadModule(path));
    loaded.set(path, { claims, graph });
    return claims;
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

/** What no digest can tell of a module of claims that was loaded, in a sentence; null where there is nothing. */
export function unseenIn(claimsFile: string | undefined): string | null {
  const places = claimsFile === undefined ? [] : loaded.get(resolve(claimsFile))!.graph.computed;
  if (places.length === 0) return null;
  const where = `${places.slice(0, 3).join("; ")}${places.length > 3 ? "; …" : ""}`;
  return `${where}: what is loaded there has a computed name, so the build does not tell if it changes; give the name as text`;
}

/** The claims of a file that was loaded; the project's own where there is none. */
export function claimsIn(file: string | undefined): readonly Claim[] {
  return file === undefined ? ownClaims : loaded.get(resolve(file))!.claims;
}

/** The module that a task's claim is from, where it is not the project's own, and what it was when the task was planned. */
export interface ClaimsFile {
  readonly claimsFile?: string | undefined;
  /** Of the module and all that it imports: workers run no other. */
  readonly claimsSha256?: string | undefined;
}

/** What a task has to say of the file of claims that was loaded: nothing where there is none, as for the project's own. */
export function claimsFileOf(claimsFile: string | undefined): ClaimsFile {
  if (claimsFile === undefined) return {};
  return { claimsFile, claimsSha256: loaded.get(resolve(claimsFile))!.graph.digest };
}

/** The claims that a task is about. @throws InvalidInput as `loadClaims` does. */
export async function claimsOfTask({ claimsFile, claimsSha256 = "" }: ClaimsFile): Promise<readonly Claim[]> {
  return claimsFile === undefined ? ownClaims : loadClaims(claimsFile, claimsSha256);
}

// Most runs need no parser.
async function readGraph(path: string): Promise<ModuleGraph> {
  const { graphOf } = await import("../build/module-graph.ts");
  return graphOf(path);
}
