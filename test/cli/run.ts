import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
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

/**
 * Runs many command lines one after another in one process, which saves loading everything for each: for those that are quick,
 * or refused. An error that is not handled is its stack trace on standard error, as it would be.
 */
export function sdTheoremsEach(commandLines: readonly (readonly string[])[], { cwd = packageRoot() } = {}): Run[] {
  const program = `
    const runs = [];
    const write = process.stdout.write.bind(process.stdout);
    for (const args of ${JSON.stringify(commandLines)}) {
      const run = { status: 0, stdout: "", stderr: "" };
      process.stdout.write = (text) => { run.stdout += text; return true; };
      process.stderr.write = (text) => { run.stderr += text; return true; };
      process.exitCode = 0;
      process.argv = [process.argv[0], ${JSON.stringify(MAIN)}, ...args];
      try {
        await import(${JSON.stringify(pathToFileURL(MAIN).href)} + "?" + runs.length);
        run.status = process.exitCode;
      } catch (error) {
        run.status = 1;
        run.stderr += error.stack;
      }
      runs.push(run);
      process.stdout.removeAllListeners("error");
    }
    process.exitCode = 0;
    write(JSON.stringify(runs));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module"], {
    input: program,
    encoding: "utf8",
    cwd,
    maxBuffer: 2 ** 28,
    timeout: 60_000,
  });
  if (stdout === "") throw new Error(`the process ended early: ${stderr}`);
  return JSON.parse(stdout) as Run[];
}
