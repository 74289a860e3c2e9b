import { createHash } from "node:crypto";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { basename, dirname, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { moduleResolve } from "import-meta-resolve";
import { InvalidInput, packageRoot, plain, reasonOf } from "../../data/index.ts";
import { codeOf, isCounted } from "./code.ts";
import { type Manifest, manifestIn, requiredBy, versionsOf } from "./packages.ts";
import { type References, referencesIn } from "./references.ts";

/** A module and all that it loads. */
export interface ModuleGraph {
  /** SHA-256 of all of it. */
  readonly digest: string;
  /** Places where something is loaded that its text does not name, as `file, line n`. */
  readonly computed: readonly string[];
}

/**
 * A module with every module and file that it loads, directly or not, as far as their texts name them: by import, export from,
 * import() and require() of a literal, and `new URL("…", import.meta.url)`. Files count by their content and their place beside
 * the module, wherever symbolic links lead. A package in node_modules counts by its version, its entry and the versions of what
 * it depends on; this package counts as the code that runs.
 *
 * @throws InvalidInput where a file cannot be read, or is no JavaScript.
 */
export function graphOf(module: string): ModuleGraph {
  const root = dirname(real(module));
  const parts = new Map<string, string>();
  const computed: string[] = [];
  const waiting = [real(module)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const name = relative(root, path).replaceAll(sep, "/");
    if (parts.has(name)) continue;
    const bytes = contentOf(path);
    parts.set(name, sha256(bytes));
    if (!CODE.test(path)) continue;
    const references = read(path, bytes);
    computed.push(...references.computed.map((line) => `${plain(name)}, line ${line}`));
    for (const [text, target] of targetsOf(path, references)) {
      // What is not there now may be there later.
      if (target === null) parts.set(`${name}: ${text}`, "missing");
      else if (!isCounted(target)) {
        const folder = packageOf(target);
        if (folder === null) waiting.push(target);
        else for (const [part, value] of partsOfPackage(folder, target)) parts.set(part, value);
      }
    }
  }
  const sorted = [...parts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { digest: sha256(JSON.stringify(sorted)), computed };
}

const CODE = /\.[cm]?[jt]s$/;

function contentOf(path: string): Buffer {
  try {
    // A pipe would be waited for, a device never ends.
    if (!statSync(path).isFile()) throw new InvalidInput(`${plain(path)} is no file`);
    return readFileSync(path);
  } catch (error) {
    throw error instanceof InvalidInput ? error : unreadable(path, error);
  }
}

function read(path: string, bytes: Buffer): References {
  if (path.endsWith("ts"))
    throw new InvalidInput(`${plain(path)} is TypeScript; compile it, and name what is compiled`);
  try {
    return referencesIn(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new InvalidInput(`${plain(path)} is no JavaScript: ${plain((error as Error).message)}`);
  }
}

/** What each text names, as a file; null where it is not there. What Node itself has is left out. */
function targetsOf(path: string, { imports, requires, files }: References): [text: string, target: string | null][] {
  const url = pathToFileURL(path);
  const find = (texts: readonly string[], how: (text: string) => string): [string, string | null][] =>
    texts
      .filter((text) => !isBuiltin(text) && !/^(node|data):/.test(text))
      .map((text) => [text, attempt(() => fileAt(how(text)))]);
  return [
    ...find(imports, (text) => fileURLToPath(moduleResolve(text, url, IMPORTING))),
    ...find(
      requires,
      (text) => attempt(() => fileURLToPath(moduleResolve(text, url, REQUIRING))) ?? required(text, path),
    ),
    ...find(files, (text) => fileURLToPath(new URL(text, url))).filter(([, target]) => target !== null),
  ];
}

/** What Node asks of a package's exports, on every version. */
const IMPORTING = new Set(["node", "import"]);
const REQUIRING = new Set(["node", "require"]);

function required(text: string, path: string): string {
  return createRequire(path).resolve(text);
}

function fileAt(path: string): string | null {
  const target = realpathSync(path);
  return statSync(target).isFile() ? target : null;
}

/** The folder of the package in node_modules that a file is of; null where it is of none, or of one that has no version. */
function packageOf(path: string): string | null {
  const inside = path.split(sep);
  const at = inside.lastIndexOf("node_modules");
  if (at < 0) return null;
  const isScoped = inside[at + 1]?.startsWith("@") === true;
  const folder = inside.slice(0, at + (isScoped ? 3 : 2)).join(sep);
  return attempt(() => manifestIn(folder))?.version === undefined ? null : folder;
}

function partsOfPackage(folder: string, entry: string): [part: string, value: string][] {
  const manifest: Manifest = manifestIn(folder);
  const name = manifest.name ?? basename(folder);
  // Another copy of this package: its version says too little of what is in it.
  if (name === manifestIn(packageRoot()).name) return [[`package ${name}`, codeOf(folder).digest]];
  const version = `${manifest.version} with ${JSON.stringify(versionsOf(requiredBy(manifest), folder))}`;
  const inside = relative(folder, entry).replaceAll(sep, "/");
  return [
    [`package ${name}@${manifest.version}`, version],
    [`package ${name}@${manifest.version}/${inside}`, sha256(readFileSync(entry))],
  ];
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): InvalidInput {
  return new InvalidInput(`cannot read ${plain(path)}: ${reasonOf(error)}`);
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
