import type { Command } from "commander";
import { InvalidInput } from "../data/index.ts";
import { carryOut, exitCodeOf, planChecks, type Report } from "../run/index.ts";
import { carriedOut, describePart } from "./carried-out.ts";
import { addCheckOptions, carryOutChecks, chooseChecks, EXIT_CODES, type GivenChecks } from "./checks.ts";
import { areOurs } from "./choose-claims.ts";
import { jsonOption } from "./options.ts";
import { deliver } from "./output.ts";
import { prepareFolder, subjectOf, writeReports } from "./report-files.ts";
import { chooseRunOptions } from "./run-options.ts";
import { verdictTable } from "./verdict-table.ts";

interface Options extends GivenChecks {
  readonly report?: string;
  readonly json?: string;
}

export function addCheckCommand(program: Command): void {
  addCheckOptions(program.command("check").description("check claims and give a verdict for each"))
    .option("--report <folder>", "write the report as well: a page to be opened in a browser")
    .addOption(jsonOption())
    .addHelpText("after", EXIT_CODES)
    .action(run);
}

async function run(ids: string[], { report: folder, json, ...given }: Options): Promise<void> {
  const plan = await chooseChecks(ids, given);
  const how = chooseRunOptions(given);
  if (how.shard !== undefined) {
    if (json !== undefined) throw new InvalidInput("a part has no report; give --json to sd-theorems merge");
    if (folder !== undefined) throw new InvalidInput(NO_REPORT_OF_A_PART);
    const outcomes = await carriedOut(how, "checks", async (options) => carryOut(planChecks(plan).run, options));
    if (outcomes !== null) describePart(how, "checks", outcomes);
    return;
  }
  if (folder !== undefined) prepareFolder(folder);
  const done = await carryOutChecks(plan, how);
  if (done === null) return;
  const written =
    folder === undefined ? [] : await writeReports(done.report, ["html"], folder, subjectOf(plan.source, given.claims));
  deliverChecks(done.report, json, done.seconds, written);
}

/** Shows the report, after so many seconds and with the lines that say where it was written, and sets the exit code. */
export function deliverChecks(
  report: Report,
  json: string | undefined,
  seconds: number,
  written: readonly string[] = [],
): void {
  const readMore = areOurs(report.claims) ? READ_MORE : "Every finding in full with --json -.";
  deliver(json, report, () => [verdictTable(report, seconds), ...written, readMore].join("\n"));
  process.exitCode = exitCodeOf(report.summary);
}

const READ_MORE = `Read more: the statement and derivation of each claim in proofs/, what a verdict means in docs/evidence.md,
every finding in full with --json -.`;

/** Why a part of a run and a report do not go together. */
export const NO_REPORT_OF_A_PART =
  "a part has no report; give --json to sd-theorems merge, and the file to sd-theorems report --from";
