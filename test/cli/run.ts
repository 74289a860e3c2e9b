import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { vi } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { packageRoot } from "../../src/data/index.ts";

/** The compiled command line. */
export const MAIN = join(packageRoot(), "dist", "src", "cli", "main.js");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user does. */
export function sdTheorems(args: readonly string[], { input = "", cwd = packageRoot(), env = {} } = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** Runs the command line in this process, which takes no time to start; there is nothing on standard input. */
export async function sdTheoremsHere(args: readonly string[], { cwd = packageRoot() } = {}): Promise<Run> {
  const before = { folder: process.cwd(), exitCode: process.exitCode };
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  process.chdir(cwd);
  process.exitCode = 0;
  try {
    await runCommandLine(args);
    return { status: process.exitCode, ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.chdir(before.folder);
    process.exitCode = before.exitCode;
  }
}

/** Runs command lines one after another in this process. An error that is not handled is its stack trace, as it would be. */
export async function sdTheoremsEach(
  commandLines: readonly (readonly string[])[],
  options: { readonly cwd?: string } = {},
): Promise<Run[]> {
  const runs: Run[] = [];
  for (const args of commandLines) {
    runs.push(
      await sdTheoremsHere(args, options).catch((error: unknown) => ({
        status: 1,
        stdout: "",
        stderr: (error as Error).stack ?? String(error),
      })),
    );
  }
  return runs;
}
