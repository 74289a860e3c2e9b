// Makes a clone ready to run: installs what package-lock.json says if that has not been done, and compiles. Quick when
// there is nothing to do.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileAssembly } from "./assembly.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

if (!isInstalled()) run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
run(process.execPath, ["node_modules/typescript/bin/tsc"]);
compileAssembly();

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
