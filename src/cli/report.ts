import { type Command, Option } from "commander";
import { InvalidInput } from "../data/index.ts";
import type { Report } from "../run/index.ts";
import { addCheckOptions, type CheckSettings, EXIT_CODES, exitCodeOf, prepareChecks } from "./checks.ts";
import { chooseFormats, prepareFolder, reportFormats, reportText, writeReports } from "./report-files.ts";

interface Options extends CheckSettings {
  readonly out: string;
  readonly format: string;
  readonly from?: string;
}

const NOTES = `
html      index.html, one page that opens from disk with no network
markdown  report.md, for a comment on a pull request
junit     junit.xml, for a CI server`;

export function addReportCommand(program: Command): void {
  addCheckOptions(program.command("report").description("check claims and write a report of what was found"))
    .option("--out <folder>", "where to write, or - for standard output", "report")
    .option("--format <formats>", `${reportFormats.join(", ")}, separated by commas`, "html")
    .addOption(
      new Option(
        "--from <file>",
        "report on what `check --json` wrote, or - for standard input, with no new checks",
      ).conflicts(["evidence", "seed", "margin", "workers"]),
    )
    .addHelpText("after", NOTES)
    .addHelpText("after", EXIT_CODES)
    .action(run);
}

async function run(ids: string[], { out, format, from, ...settings }: Options): Promise<void> {
  const formats = chooseFormats(format);
  if (out === "-" && formats.length > 1) {
    throw new InvalidInput(`standard output takes one format; ${formats.length} are given`);
  }
  if (from !== undefined && ids.length > 0) {
    throw new InvalidInput(`--from reports on the claims that are in ${from}; ids are given as well`);
  }
  const checks = from === undefined ? prepareChecks(ids, settings) : null;
  const read = from === undefined ? null : await readFrom(from);
  if (out !== "-") prepareFolder(out, formats);
  const report = read ?? (await checks!()).report;
  if (out === "-") process.stdout.write(await reportText(report, formats[0]!));
  else process.stdout.write(`${(await writeReports(report, formats, out)).join("\n")}\n`);
  process.exitCode = exitCodeOf(report);
}

async function readFrom(file: string): Promise<Report> {
  const { readReport } = await import("../report/index.ts");
  return readReport(file);
}
