import { type Command, Option } from "commander";
import { InvalidInput } from "../data/index.ts";
import { parseShard, type RunOptions } from "../run/index.ts";
import { DEFAULTS } from "../run/portable.ts";
import { integer } from "./options.ts";
import { chooseQueue, queueOption, workersOption } from "./queue-options.ts";

/** What the options about carrying out a run hold. */
export interface GivenRunOptions {
  readonly workers: number;
  readonly timeLimit: number;
  readonly journal?: string;
  readonly resume?: boolean;
  readonly shard?: string;
  readonly queue?: string;
}

/** `--time-limit`, the same on every command that uses workers. */
export function timeLimitOption(of: string): Option {
  return new Option("--time-limit <s>", `seconds that ${of} may take; one that takes longer is given up`)
    .argParser(integer(1))
    .default(DEFAULTS.timeLimit);
}

/** Adds the options about how a run is carried out: the same on every command whose runs can be resumed and divided. */
export function addRunOptions(command: Command, one: string): Command {
  return command
    .addOption(workersOption())
    .addOption(timeLimitOption(one))
    .option("--journal <file>", "keep results there as they come, so that nothing is lost when the run is stopped")
    .option("--resume", "go on with the journal where it is there already")
    .option("--shard <i/n>", "do part i of n and leave it in the journal, for sd-theorems merge")
    .addOption(queueOption("let sd-theorems worker do it, on any machine"));
}

/** The options as given, where they go together. @throws InvalidInput */
export function chooseRunOptions({ workers, timeLimit, journal, resume, shard, queue }: GivenRunOptions): RunOptions {
  if (journal === undefined && resume === true) throw new InvalidInput("--resume needs --journal <file> to go on with");
  if (journal === undefined && shard !== undefined) {
    throw new InvalidInput("--shard needs --journal <file> to leave the part in");
  }
  return {
    workers,
    timeLimit,
    ...(journal === undefined ? {} : { journal: { path: journal, resume: resume === true } }),
    ...(shard === undefined ? {} : { shard: parseShard(shard) }),
    ...(queue === undefined ? {} : { queue: chooseQueue(queue) }),
  };
}
