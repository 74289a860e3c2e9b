import { writeSync } from "node:fs";
import { plain } from "../data/index.ts";

/*
 * Claims of others run in this process. Whatever they do there, at once or later, the user is told in one sentence, and the exit
 * code is that of bad input.
 */

/** Whether this process is the command line's own, which may be ended. */
let isProgram = false;
/** Where claims come from, once there are any: their file, or what names it. */
let source: string | undefined;
let isLoading = false;
let isDone = false;

/** Says that this process is the command line's own. */
export function ownProcess(): void {
  isProgram = true;
}

/**
 * Does something that loads claims of others. What they print in the meantime goes to standard error: standard output is for
 * results alone.
 *
 * @param from their file, or what names it.
 */
export async function guarded<T>(from: string, action: () => Promise<T>): Promise<T> {
  if (isProgram && source === undefined) watch();
  source = from;
  isLoading = true;
  const { stdout, stderr, exitCode } = process;
  // oxlint-disable-next-line typescript/unbound-method -- it is put back
  const { write } = stdout;
  stdout.write = ((...given: Parameters<typeof write>) => stderr.write(...given)) as typeof write;
  try {
    return await action();
  } finally {
    stdout.write = write;
    process.exitCode = exitCode;
    isLoading = false;
  }
}

/**
 * Ends the process once all is written. What claims of others have set going would keep it from ending, and so do timers of
 * BullMQ's where a server is gone.
 */
export async function end(): Promise<void> {
  isDone = true;
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise((resolve) => {
      stream.write("", resolve);
    });
  }
  process.exit();
}

function watch(): void {
  const fail = (thrown: unknown): void => {
    // What is thrown while they are loaded is told by what loads them.
    if (!isLoading) void import("../run/index.ts").then(({ reasonOfThrown }) => stop(reasonOfThrown(thrown)));
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  process.on("exit", () => {
    if (!isDone) lastWords(isLoading ? "it ended the process" : "after it was loaded, it ended the process");
  });
}

function stop(reason: string): void {
  lastWords(`after it was loaded, this was thrown: ${reason.split(/[\n\r]/, 1)[0]!}`);
  isDone = true;
  process.exit();
}

function lastWords(reason: string): void {
  process.exitCode = BAD_INPUT;
  try {
    writeSync(2, `sd-theorems: cannot load claims from ${plain(source!)}: ${plain(reason)}\n`);
  } catch {
    // Nobody listens.
  }
}

const BAD_INPUT = 2;
