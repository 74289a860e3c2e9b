import type { Command } from "commander";
import { onOneLine } from "../data/index.ts";
import { claimsFolder, work } from "../run/carry-out/queue/index.ts";
import { integer } from "./options.ts";
import { print, say } from "./output.ts";
import { chooseQueue, queueOption, workersOption } from "./queue-options.ts";

interface Options {
  readonly queue: string;
  readonly workers: number;
  readonly lease: number;
  readonly idle?: number;
  readonly claimsFrom?: string;
}

const NOTES = `
Jobs come from commands with --queue, such as sd-theorems check. A worker takes those of its own build only: of the same code,
data and packages. Where one is killed, its jobs are done by another. Stopped once, it ends the jobs at hand; stopped twice, it
leaves them to others.

With --claims-from it runs the modules that check --claims names, if they are in that folder and are what the run was planned
with. Whoever can write to the queue may then have any module of the folder run: keep nothing else in it.`;

export function addWorkerCommand(program: Command): void {
  program
    .command("worker")
    .description("take jobs from a queue and perform them, until stopped")
    .addOption(queueOption("where jobs come from").makeOptionMandatory())
    .addOption(workersOption())
    .option("--lease <s>", "seconds without a sign of life after which a worker's jobs go to others", integer(1), 10)
    .option("--idle <s>", "end after so many seconds without a job", integer(1))
    .option(
      "--claims-from <folder>",
      "run the claims of modules in this folder; without it, such jobs are left to others",
    )
    .addHelpText("after", NOTES)
    .action(run);
}

async function run({ queue, claimsFrom: folder, ...options }: Options): Promise<void> {
  const address = chooseQueue(queue);
  const claimsFrom = folder === undefined ? undefined : claimsFolder(folder);
  const stop = new AbortController();
  const end = (): void => {
    say("the jobs at hand are done first");
    stop.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);
  const done = await work({
    ...options,
    address,
    claimsFrom,
    signal: stop.signal,
    onReady: () =>
      say(
        `${options.workers} ${options.workers === 1 ? "process takes" : "processes take"} jobs from ${address.shown}`,
      ),
    // Names and reasons may come from anyone who can write to the queue.
    onStart: (job) => say(onOneLine(`begun: ${job}`)),
    onEnd: (job, outcome) => say(onOneLine("failed" in outcome ? `failed: ${job}: ${outcome.failed}` : `done: ${job}`)),
    onNote: (sentence) => say(onOneLine(sentence)),
  }).finally(() => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.removeListener(signal, end);
  });
  print(`${done} ${done === 1 ? "job" : "jobs"} done`);
}
