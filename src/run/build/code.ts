import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { packageRoot } from "../../data/index.ts";
import { manifestIn, requiredBy, versionsOf } from "./packages.ts";

/** All of a copy of this package that a result depends on. */
export interface Code {
  /** SHA-256 of it. */
  readonly digest: string;
  /** The packages that results rest on, and theirs, with the versions that are there. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Packages that show, keep or carry results and cannot change them: nothing but src/cli, src/report and src/run/queue imports
 * them, as a test holds. Every other package counts.
 */
export const CARRIERS: readonly string[] = [
  "@dagrejs/dagre",
  "@observablehq/plot",
  "bullmq",
  "cli-progress",
  "cli-table3",
  "commander",
  "fastest-levenshtein",
  "ioredis",
  "katex",
  "linkedom",
];

/** Built code that shows results: nothing else imports from there, as a test holds. */
const SHOWS = /^dist\/src\/(cli|report)\//;

/** What counts of each folder: the compiled code, the data that is shipped, and what Coq is on record to have accepted. */
const COUNTED: Readonly<Record<string, RegExp>> = {
  "dist/src": /\.(js|wasm)$/,
  "dist/proofs": /\.js$/,
  data: /^(?!.*\.md$)/,
  "proofs/coq": /^proofs\/coq\/(accepted\.json|base\/SumsOverModes\.v)$/,
};

const known = new Map<string, Code>();

/**
 * What a result depends on in the copy of this package in a folder, as it was when this was first asked. It is the same for a
 * checkout and for the package that is made from it, and on every version of Node.
 */
export function codeOf(root = packageRoot()): Code {
  const found = known.get(root) ?? readCode(root);
  known.set(root, found);
  return found;
}

/** Reads it anew: what it is now. */
export function readCode(root = packageRoot()): Code {
  const names = requiredBy(manifestIn(root)).filter((name) => !CARRIERS.includes(name));
  const dependencies = versionsOf(names, root);
  const hash = createHash("sha256").update(`${JSON.stringify(dependencies)}\n`);
  for (const file of countedFiles(root)) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  return { digest: hash.digest("hex"), dependencies };
}

/** Whether a file of this package counts, so that it needs no digest of its own. */
export function isCounted(path: string, root = packageRoot()): boolean {
  const file = relative(root, path).replaceAll(sep, "/");
  return Object.entries(COUNTED).some(([folder, name]) => file.startsWith(`${folder}/`) && counts(file, name));
}

function countedFiles(root: string): string[] {
  const files = Object.entries(COUNTED).flatMap(([folder, name]) => {
    if (!existsSync(join(root, folder))) return [];
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
      .filter((file) => counts(file, name));
  });
  return files.toSorted((one, other) => (one < other ? -1 : 1));
}

// The compiler of WebAssembly writes beside its target and renames.
function counts(file: string, name: RegExp): boolean {
  return name.test(file) && !SHOWS.test(file) && !file.includes(".partial.");
}
