import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { packageRoot } from "../../../src/data/index.ts";
import type { Run } from "../../cli/run.ts";

/** Copies into a folder what a package holds, with the packages of this checkout, and gives its command line. */
export function copyOfPackage(folder: string): string {
  for (const part of ["dist/src", "dist/proofs", "data", "proofs/coq", "package.json", "README.md"]) {
    cpSync(join(packageRoot(), part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(packageRoot(), "node_modules"), join(folder, "node_modules"));
  return join(folder, "dist", "src", "cli", "main.js");
}

/** Puts something else in the place of a text that a file has. */
export function replaceIn(file: string, what: string, by: string): void {
  const before = readFileSync(file, "utf8");
  if (!before.includes(what)) throw new Error(`${file} has no ${what}`);
  writeFileSync(file, before.replace(what, by));
}

/** Runs a command line as a user does, without standing in the way of others. */
export async function runs(main: string, args: readonly string[], env: object = {}): Promise<Run> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status: status as number | null, stdout, stderr };
}
