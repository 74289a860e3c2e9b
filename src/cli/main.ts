#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { InvalidInput } from "../data/index.ts";
import { packageVersion } from "../run/index.ts";
import { addCheckCommand } from "./check.ts";
import { addListCommand } from "./list.ts";
import { addLogisticCommand } from "./logistic.ts";
import { addOptimumCommand } from "./optimum.ts";
import { addRepeatedCommand } from "./repeated.ts";
import { addRidgeCommand } from "./ridge.ts";
import { addSearchCommand } from "./search.ts";

const BAD_INPUT = 2;

const program = new Command("sd-theorems")
  .description("The theory of self-distillation under label noise, as software that checks itself.")
  .version(packageVersion())
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "sd-theorems: ")) })
  .exitOverride();
addCheckCommand(program);
addRidgeCommand(program);
addOptimumCommand(program);
addRepeatedCommand(program);
addLogisticCommand(program);
addSearchCommand(program);
addListCommand(program);
for (const command of program.commands) command.copyInheritedSettings(program);

// A reader that stops early (head) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof InvalidInput) {
    process.stderr.write(`sd-theorems: ${error.message}\n`);
    process.exitCode = BAD_INPUT;
  } else if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
  } else throw error;
}
