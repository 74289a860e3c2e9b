/**
 * Writes docs/api, the reference of the library, from the docstrings.
 *
 * usage: npm run api -- [--check]
 *
 * With --check nothing is written: it fails where docs/api is not what the docstrings say. TypeDoc needs a TypeScript that
 * has a JavaScript API, which the project's own has not: it has a package of its own, scripts/api, that only this installs.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { packageRoot } from "../src/data/index.ts";

const tool = join(packageRoot(), "scripts", "api");
const reference = join(packageRoot(), "docs", "api");
const work = mkdtempSync(join(tmpdir(), "sd-theorems-api-"));

try {
  const problem = install() ?? generate() ?? (process.argv.includes("--check") ? stale() : publish());
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true });
}

/** Each step says in a sentence why it failed, or null. */
function install(): string | null {
  const wanted = versionsIn(join(tool, "package-lock.json"));
  const present = versionsIn(join(tool, "node_modules", ".package-lock.json"));
  if (Object.entries(wanted).every(([path, version]) => present[path] === version)) return null;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: tool,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  return status === 0 ? null : "what writes the reference could not be installed in scripts/api";
}

// npm keeps a copy of the lock file beside what it installed.
function versionsIn(lockFile: string): Readonly<Record<string, string>> {
  if (!existsSync(lockFile)) return {};
  const { packages } = JSON.parse(readFileSync(lockFile, "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  return Object.fromEntries(
    Object.entries(packages).flatMap(([path, { version }]) => (path === "" ? [] : [[path, version ?? ""]])),
  );
}

function generate(): string | null {
  const introduction = join(work, "introduction.md");
  writeFileSync(introduction, introductionOf(readFileSync(join(packageRoot(), "src", "index.ts"), "utf8")));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(tool, "node_modules", "typedoc", "bin", "typedoc"),
      "--options",
      join(tool, "typedoc.json"),
      "--readme",
      introduction,
      "--out",
      join(work, "api"),
    ],
    { cwd: tool, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
  );
  if (status === 0) return null;
  const reasons = `${stdout}${stderr}`.split("\n").filter((line) => /^\[(error|warning)\] (?!Found)/.test(line));
  return ["the reference would not be complete:", ...reasons].join("\n");
}

/** What src/index.ts says of the whole library, which the index page begins with. */
function introductionOf(source: string): string {
  const [, comment] = /^\/\*\*\n(.*?)\n \*\//s.exec(source)!;
  return comment!.replaceAll(/^ \* ?/gm, "").replace(/\n+@packageDocumentation$/, "\n");
}

function stale(): string | null {
  const written = pagesIn(join(work, "api"));
  const present = existsSync(reference) ? pagesIn(reference) : new Map<string, string>();
  const names = [...new Set([...written.keys(), ...present.keys()])].toSorted();
  const others = names.filter((name) => written.get(name) !== present.get(name));
  if (others.length > 0) return `docs/api is not what the docstrings say (${others.join(", ")}): run npm run api`;
  process.stdout.write(`docs/api is what the docstrings say: ${names.length} pages\n`);
  return null;
}

function publish(): null {
  rmSync(reference, { recursive: true, force: true });
  const pages = pagesIn(join(work, "api"));
  mkdirSync(reference, { recursive: true });
  for (const [name, text] of pages) writeFileSync(join(reference, name), text);
  process.stdout.write(`${pages.size} pages are written to ${relative(packageRoot(), reference)}\n`);
  return null;
}

function pagesIn(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
