import type { Command } from "commander";
import { succeeded, work } from "../run/index.ts";
import { integer } from "./options.ts";
import { chooseQueue, workersOption } from "./run-options.ts";

interface Options {
  readonly queue: string;
  readonly workers: number;
  readonly lease: number;
  readonly idle?: number;
}

const NOTES = `
Jobs come from commands with --queue, such as sd-theorems check. A worker takes those of its own version only. Where one is
killed, its jobs are done by another. Stopped once, it ends the jobs at hand; stopped twice, it leaves them to others.`;

export function addWorkerCommand(program: Command): void {
  program
    .command("worker")
    .description("take jobs from a queue and perform them, until stopped")
    .requiredOption("--queue <url>", "as for check: redis[s]://host[:port], password in SD_THEOREMS_REDIS_PASSWORD")
    .addOption(workersOption())
    .option("--lease <s>", "seconds without a sign of life after which a worker's jobs go to others", integer(1), 10)
    .option("--idle <s>", "end after so many seconds without a job", integer(1))
    .addHelpText("after", NOTES)
    .action(run);
}

async function run({ queue, ...options }: Options): Promise<void> {
  const address = chooseQueue(queue);
  const say = (sentence: string): boolean => process.stderr.write(`${sentence}\n`);
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      say("the jobs at hand are done first");
      stop.abort();
    });
  }
  const done = await work({
    ...options,
    address,
    signal: stop.signal,
    onReady: () => say(`${options.workers} processes take jobs from ${address.shown}`),
    onStart: (job) => say(`begun: ${job}`),
    onEnd: (job, outcome) => say(succeeded(outcome) ? `done: ${job}` : `failed: ${job}: ${outcome.failed}`),
    onNote: say,
  });
  process.stdout.write(`${done} jobs done\n`);
}
