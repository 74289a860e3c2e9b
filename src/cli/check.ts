import type { Command } from "commander";
import { InvalidInput, requireWritable } from "../data/index.ts";
import { evidenceKinds } from "../evidence/index.ts";
import { carryOut, checkClaims, checkRun, type Report } from "../run/index.ts";
import { carriedOut, describePart } from "./carried-out.ts";
import { chooseClaims, chooseEvidence } from "./choose-claims.ts";
import { fraction, integer, jsonOption } from "./options.ts";
import { deliver } from "./output.ts";
import { addRunOptions, chooseRunOptions, type GivenRunOptions } from "./run-options.ts";
import { verdictTable } from "./verdict-table.ts";

interface Options extends GivenRunOptions {
  readonly evidence: string;
  readonly seed: number;
  readonly margin: number;
  readonly json?: string;
}

export function addCheckCommand(program: Command): void {
  const command = program
    .command("check")
    .description("check claims and give a verdict for each")
    .argument("[id...]", "claims to check, such as ridge/optimal-xi; all of them by default")
    .option("--evidence <kinds>", "kinds of evidence, separated by commas", evidenceKinds.join(","))
    .option("--seed <n>", "where all random draws start", integer(0), 1)
    .option(
      "--margin <r>",
      "relative margin of the equivalence tests; a tenth of it takes a hundred times as long",
      fraction,
      0.01,
    )
    .addOption(jsonOption())
    .addHelpText(
      "after",
      "\nExit code: 0 all supported, 1 any refuted, 3 none refuted but some inconclusive, 2 bad input.",
    )
    .action(run);
  addRunOptions(command, "a check");
}

async function run(ids: string[], { evidence, seed, margin, json, ...given }: Options): Promise<void> {
  const plan = { claims: chooseClaims(ids), evidence: chooseEvidence(evidence), seed, margin };
  const how = chooseRunOptions(given);
  if (how.shard !== undefined) {
    if (json !== undefined) throw new InvalidInput("a part has no report; give --json to sd-theorems merge");
    const outcomes = await carriedOut(how, "checks", async (options) => carryOut(checkRun(plan), options));
    if (outcomes !== null) describePart(how, "checks", outcomes);
    return;
  }
  if (json !== undefined && json !== "-") requireWritable(json);
  const started = performance.now();
  const report = await carriedOut(how, "checks", async (options) => checkClaims({ ...plan, ...options }));
  if (report !== null) deliverChecks(report, json, (performance.now() - started) / 1000);
}

/** Shows the report, after so many seconds, and sets the exit code. */
export function deliverChecks(report: Report, json: string | undefined, seconds: number): void {
  deliver(json, report, () => `${verdictTable(report, seconds)}\n${READ_MORE}`);
  process.exitCode = exitCodeOf(report);
}

/** 0 all supported, 1 any refuted, 3 none refuted but some inconclusive. */
export function exitCodeOf({ summary: { refuted, inconclusive } }: Pick<Report, "summary">): number {
  if (refuted > 0) return 1;
  return inconclusive > 0 ? 3 : 0;
}

const READ_MORE = `Read more: the statement and derivation of each claim in proofs/, what a verdict means in docs/evidence.md,
every finding in full with --json -.`;
