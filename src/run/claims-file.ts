import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { claims as ownClaims } from "../../proofs/index.ts";
import { InvalidInput, readText, reasonOf, requireFile } from "../data/index.ts";
import { type Claim, claim } from "../evidence/index.ts";

const loaded = new Map<string, { readonly claims: readonly Claim[]; readonly sha256: string }>();

/**
 * Loads the claims that a JavaScript module exports as `claims`: those of another paper.
 *
 * @param expected SHA-256 of the file, where it was planned with elsewhere or before: no other file is run in its place.
 * @throws InvalidInput where the file cannot be loaded, is another, exports no such array, or holds a claim that does not hang
 *   together.
 */
export async function loadClaims(file: string, expected?: string): Promise<readonly Claim[]> {
  const path = resolve(file);
  const known = loaded.get(path);
  if (known === undefined) requireFile(path);
  const sha256 = known?.sha256 ?? createHash("sha256").update(readText(path)).digest("hex");
  if (expected !== undefined && sha256 !== expected) {
    throw new InvalidInput(`${file} has changed since it was planned with, or is another file of that name`);
  }
  if (known !== undefined) return known.claims;
  let exported: { readonly claims?: unknown };
  try {
    exported = (await import(pathToFileURL(path).href)) as typeof exported;
  } catch (error) {
    throw new InvalidInput(`cannot load claims from ${file}: ${firstLine(reasonOf(error))}`);
  }
  if (!Array.isArray(exported.claims) || exported.claims.length === 0) {
    throw new InvalidInput(`${file} exports no claims; expected a module with an array named claims`);
  }
  const claims = exported.claims.map((each: Claim | null, i) => {
    if (typeof each !== "object" || each === null) {
      throw new InvalidInput(`${file}: claims[${i}] is ${String(each)}; expected what claim() gives`);
    }
    try {
      return claim(each);
    } catch (error) {
      throw new InvalidInput(`${file}: ${firstLine((error as Error).message)}`);
    }
  });
  requireOrder(claims, file);
  loaded.set(path, { claims, sha256 });
  return claims;
}

/** The claims of a file that was loaded; the project's own where there is none. */
export function claimsIn(file: string | undefined): readonly Claim[] {
  return file === undefined ? ownClaims : loaded.get(resolve(file))!.claims;
}

/** The module that a task's claim is from, where it is not the project's own, and what it was when the task was planned. */
export interface ClaimsFile {
  readonly claimsFile?: string | undefined;
  /** Workers run no other. */
  readonly claimsSha256?: string | undefined;
}

/** What a task has to say of the file of claims that was loaded: nothing where there is none, as for the project's own. */
export function claimsFileOf(claimsFile: string | undefined): ClaimsFile {
  if (claimsFile === undefined) return {};
  return { claimsFile, claimsSha256: loaded.get(resolve(claimsFile))!.sha256 };
}

/** The claims that a task is about. @throws InvalidInput as `loadClaims` does. */
export async function claimsOfTask({ claimsFile, claimsSha256 = "" }: ClaimsFile): Promise<readonly Claim[]> {
  return claimsFile === undefined ? ownClaims : loadClaims(claimsFile, claimsSha256);
}

// A claim's verdict needs those it depends on.
function requireOrder(claims: readonly Claim[], file: string): void {
  const before = new Set<string>();
  for (const { id, dependsOn } of claims) {
    if (before.has(id)) throw new InvalidInput(`${file}: two claims are called ${id}`);
    const late = dependsOn.find((other) => !before.has(other));
    if (late !== undefined) throw new InvalidInput(`${file}: ${id} depends on ${late}, which does not come before it`);
    before.add(id);
  }
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]!;
}
