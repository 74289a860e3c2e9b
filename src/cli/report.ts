import { type Command, Option } from "commander";
import { InvalidInput } from "../data/index.ts";
import { type ClaimSource, exitCodeOf, loadClaims, ownClaims, type Report } from "../run/index.ts";
import { guarded } from "./claims-guard.ts";
import { NO_REPORT_OF_A_PART } from "./check.ts";
import { addCheckOptions, carryOutChecks, chooseChecks, EXIT_CODES, type GivenChecks } from "./checks.ts";
import { print, printDocument, say } from "./output.ts";
import { chooseFormats, prepareFolder, reportFormats, reportText, subjectOf, writeReports } from "./report-files.ts";
import { chooseRunOptions } from "./run-options.ts";

interface Options extends GivenChecks {
  readonly out: string;
  readonly format: string;
  readonly from?: string;
}

const NOTES = `
html      index.html, one page that opens from disk with no network
markdown  report.md, for a comment on a pull request
junit     junit.xml, for a CI server

--from works out again all that follows from the evidence in the file, and refuses a report that contradicts itself or is of
another build. The digest is no signature: whoever can change the file can give it evidence, and a digest, that fit.`;

/** What --from cannot tell. */
const NO_SIGNATURE =
  "verdicts and summary are worked out again from the evidence in the file; its digest is no signature: who can change the file can change both";

/** Options that say what to check, or how, and so have no place beside --from. */
const OF_CHECKS = [
  "evidence",
  "seed",
  "margin",
  "engine",
  "workers",
  "timeLimit",
  "journal",
  "resume",
  "shard",
  "queue",
];

export function addReportCommand(program: Command): void {
  addCheckOptions(program.command("report").description("check claims and write a report of what was found"))
    .option("--out <folder>", "where to write, or - for standard output", "report")
    .option("--format <formats>", `${reportFormats.join(", ")}, separated by commas`, "html")
    .addOption(
      new Option(
        "--from <file>",
        "check nothing: report on what check --json wrote, or - for standard input",
      ).conflicts(OF_CHECKS),
    )
    .addHelpText("after", NOTES)
    .addHelpText("after", EXIT_CODES)
    .action(run);
}

async function run(ids: string[], { out, format, from, ...given }: Options): Promise<void> {
  const formats = chooseFormats(format);
  if (out === "-" && formats.length > 1) {
    throw new InvalidInput(`standard output takes one format; ${formats.length} are given`);
  }
  const { source, find } = await (from === undefined ? checked(ids, given) : read(ids, from, given.claims));
  if (out !== "-") prepareFolder(out, formats);
  const found = await find();
  if (found === null) return;
  const subject = subjectOf(source, given.claims);
  if (out === "-") printDocument(await reportText(found, formats[0]!, subject));
  else print((await writeReports(found, formats, out, subject)).join("\n"));
  process.exitCode = exitCodeOf(found.summary);
}

/** What is to be reported on, once everything that was asked for is understood. */
interface Understood {
  readonly source: ClaimSource;
  /** Gives the report, or null where the checks are stopped. */
  readonly find: () => Promise<Report | null>;
}

async function checked(ids: readonly string[], given: GivenChecks): Promise<Understood> {
  const plan = await chooseChecks(ids, given);
  const how = chooseRunOptions(given);
  if (how.shard !== undefined) throw new InvalidInput(NO_REPORT_OF_A_PART);
  return { source: plan.source ?? ownClaims, find: async () => (await carryOutChecks(plan, how))?.report ?? null };
}

async function read(ids: readonly string[], from: string, claimsFile: string | undefined): Promise<Understood> {
  if (ids.length > 0) throw new InvalidInput("--from reports on the claims in the file; ids are given as well");
  const source = claimsFile === undefined ? ownClaims : await guarded(claimsFile, async () => loadClaims(claimsFile));
  const { readReport } = await import("../report/index.ts");
  const report = readReport(from, source);
  say(NO_SIGNATURE);
  return { source, find: async () => report };
}
