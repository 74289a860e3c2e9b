import { Command } from "commander";
import { onOneLine, packageVersion } from "../data/index.ts";
import { tell } from "./failure.ts";
import { write } from "./output.ts";
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

/** Carries out a command: prints, and sets the exit code of the process. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  try {
    await (await programFor(args[0])).parseAsync(args, { from: "user" });
  } catch (error) {
    process.exitCode = tell(error);
  }
}

/** The program, with the command that is asked for, or with all of them. */
export async function programFor(asked = ""): Promise<Command> {
  const program = new Command("sd-theorems")
    .description("The theory of self-distillation under label noise, as software that checks itself.")
    .version(packageVersion())
    .configureOutput({
      writeOut: (text) => write("stdout", text),
      writeErr: (text) => write("stderr", text),
      outputError: (text, writeError) => writeError(refusal(text)),
    })
    .addHelpText("after", EXIT_CODES)
    .exitOverride()
    .hook("preAction", (_, command) => requireOutputs(command));
  const needed = Object.hasOwn(commands, asked) ? [commands[asked]!] : Object.values(commands);
  for (const load of asked === "--version" ? [] : needed) (await load())(program);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

const EXIT_CODES = `
Exit code, beside those that a command names: 0 done, 2 what was given cannot be used, 70 a fault of sd-theorems. A reader that
stops early (| head -1) changes none.`;

// Commander says what it was given as it is, line breaks and all; below it may stand what else was meant.
function refusal(text: string): string {
  const [, sentence, hint = ""] = /^(?:error: )?([^]*?)(\n\(Did you mean [^\n]*)?\n*$/.exec(text)!;
  return `sd-theorems: ${onOneLine(sentence!)}${hint}\n`;
}
