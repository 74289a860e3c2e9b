import type { Command } from "commander";
import { requireWritable } from "../data/index.ts";
import { addCheckOptions, type CheckSettings, EXIT_CODES, exitCodeOf, prepareChecks } from "./checks.ts";
import { jsonOption } from "./options.ts";
import { deliver } from "./output.ts";
import { prepareFolder, writeReports } from "./report-files.ts";
import { verdictTable } from "./verdict-table.ts";

interface Options extends CheckSettings {
  readonly report?: string;
  readonly json?: string;
}

export function addCheckCommand(program: Command): void {
  addCheckOptions(program.command("check").description("check claims and give a verdict for each"))
    .option("--report <folder>", "write the report as well, as a page to be opened in a browser")
    .addOption(jsonOption())
    .addHelpText("after", EXIT_CODES)
    .action(run);
}

async function run(ids: string[], { report: folder, json, ...settings }: Options): Promise<void> {
  const checks = prepareChecks(ids, settings);
  if (json !== undefined && json !== "-") requireWritable(json);
  if (folder !== undefined) prepareFolder(folder);
  const { report, seconds } = await checks();
  const written = folder === undefined ? [] : await writeReports(report, ["html"], folder);
  deliver(json, report, () => [verdictTable(report, seconds), ...written, READ_MORE].join("\n"));
  process.exitCode = exitCodeOf(report);
}

const READ_MORE = `Read more: the statement and derivation of each claim in proofs/, what a verdict means in docs/evidence.md,
every finding in full with --json -.`;
