// Makes a clone ready to run: installs what package-lock.json says if that has not been done, and compiles. Quick when
// there is nothing to do.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileAssembly } from "./assembly.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

if (!isInstalled()) run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
run(process.execPath, ["node_modules/typescript/bin/tsc"]);
compileAssembly();
removeStale();
if (process.argv.includes("--note-commit")) noteCommit();

// What was compiled from a source that is gone would still be part of the build (docs/scaling.md).
function removeStale() {
  for (const folder of ["src", "proofs"]) {
    for (const name of readdirSync(join("dist", folder), { recursive: true })) {
      const source = join(folder, name.replace(/\.(js|d\.ts)$/, ".ts"));
      if (/\.(js|d\.ts)$/.test(name) && !existsSync(source)) rmSync(join("dist", folder, name));
    }
  }
}

// A package has no repository; its commit is told by a file.
function noteCommit() {
  const { status, stdout } = spawnSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" });
  const note = "dist/src/commit.txt";
  if (status === 0 && existsSync(".git")) writeFileSync(note, stdout);
}

// npm keeps a copy of the lock file beside what it installed; optional packages of other platforms are not in it.
function isInstalled() {
  const installed = "node_modules/.package-lock.json";
  if (!existsSync(installed)) return false;
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
