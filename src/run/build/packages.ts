import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What of a package.json bears on which packages are there. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What a package.json holds. */
export function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

/**
 * The versions that are there of packages and of all that they depend on, as Node finds them from a folder: what runs, not
 * what a lock file wishes for. Several versions of a package are joined by commas. Optional packages do not count: they
 * differ from one system to the next.
 */
export function versionsOf(names: readonly string[], from: string): Readonly<Record<string, string>> {
  const versions = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const visit = (name: string, parent: string): void => {
    const folder = folderOf(name, parent);
    if (folder === null) {
      add(versions, name, "missing");
      return;
    }
    if (seen.has(folder)) return;
    seen.add(folder);
    const manifest = manifestIn(folder);
    add(versions, name, manifest.version ?? "without a version");
    for (const other of requiredBy(manifest)) visit(other, folder);
  };
  for (const name of names) visit(name, from);
  const sorted = [...versions].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, found]) => [name, [...found].toSorted().join(", ")]));
}

/** The names of the packages that one cannot do without. */
export function requiredBy({ dependencies = {}, optionalDependencies = {} }: Manifest): string[] {
  return Object.keys(dependencies).filter((name) => !Object.hasOwn(optionalDependencies, name));
}

// As Node looks for it: in the node_modules of each folder from here upwards.
function folderOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (basename(folder) !== "node_modules" && existsSync(join(candidate, "package.json"))) {
      return realpathSync(candidate);
    }
    if (folder === dirname(folder)) return null;
  }
}

function add(versions: Map<string, Set<string>>, name: string, version: string): void {
  const found = versions.get(name) ?? new Set<string>();
  versions.set(name, found.add(version));
}
