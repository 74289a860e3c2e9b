import { Command, CommanderError } from "commander";
import { InvalidInput, packageVersion } from "../data/index.ts";
import { requireOutputs } from "./outputs.ts";

/** What defines each command, in the order of the help. Only the command that is asked for is loaded: that takes the time. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  check: async () => (await import("./check.ts")).addCheckCommand,
  report: async () => (await import("./report.ts")).addReportCommand,
  ridge: async () => (await import("./ridge.ts")).addRidgeCommand,
  optimum: async () => (await import("./optimum.ts")).addOptimumCommand,
  repeated: async () => (await import("./repeated.ts")).addRepeatedCommand,
  simulate: async () => (await import("./simulate.ts")).addSimulateCommand,
  logistic: async () => (await import("./logistic.ts")).addLogisticCommand,
  distill: async () => (await import("./distill.ts")).addDistillCommand,
  search: async () => (await import("./search.ts")).addSearchCommand,
  worker: async () => (await import("./worker.ts")).addWorkerCommand,
  merge: async () => (await import("./merge.ts")).addMergeCommand,
  list: async () => (await import("./list.ts")).addListCommand,
};

const BAD_INPUT = 2;

/** The program, with the command that is asked for, or with all of them. */
export async function programFor(asked = ""): Promise<Command> {
  const program = new Command("sd-theorems")
    .description("The theory of self-distillation under label noise, as software that checks itself.")
    .version(packageVersion())
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "sd-theorems: ")) })
    .exitOverride()
    .hook("preAction", (_, command) => requireOutputs(command));
  const needed = Object.hasOwn(commands, asked) ? [commands[asked]!] : Object.values(commands);
  for (const load of asked === "--version" ? [] : needed) (await load())(program);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** Carries out a command: prints, and sets the exit code of the process. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const program = await programFor(args[0]);
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof InvalidInput) {
      process.stderr.write(`sd-theorems: ${error.message}\n`);
      process.exitCode = BAD_INPUT;
    } else if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
    } else throw error;
  }
}
