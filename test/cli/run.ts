import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../src/data/index.ts";

/** The compiled command line. */
export const MAIN = join(packageRoot(), "dist", "src", "cli", "main.js");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user does. */
export function sdTheorems(args: readonly string[], { input = "", cwd = packageRoot() } = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { input, cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}
