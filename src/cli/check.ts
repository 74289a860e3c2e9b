import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { requireWritable } from "../data/index.ts";
import { evidenceKinds } from "../evidence/index.ts";
import { checkClaims, type Report } from "../run/index.ts";
import { chooseClaims, chooseEvidence } from "./choose-claims.ts";
import { fraction, integer, jsonOption } from "./options.ts";
import { deliver } from "./output.ts";
import { showProgress } from "./progress.ts";
import { verdictTable } from "./verdict-table.ts";

interface Options {
  readonly evidence: string;
  readonly seed: number;
  readonly margin: number;
  readonly workers: number;
  readonly json?: string;
}

export function addCheckCommand(program: Command): void {
  program
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
    .option("--workers <n>", "threads; the verdicts do not depend on them", integer(1), availableParallelism())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      "\nExit code: 0 all supported, 1 any refuted, 3 none refuted but some inconclusive, 2 bad input.",
    )
    .action(run);
}

async function run(ids: string[], { evidence, seed, margin, workers, json }: Options): Promise<void> {
  const claims = chooseClaims(ids);
  const kinds = chooseEvidence(evidence);
  if (json !== undefined && json !== "-") requireWritable(json);
  const progress = showProgress();
  const started = performance.now();
  let report: Report;
  try {
    report = await checkClaims({ claims, evidence: kinds, seed, margin, workers, onProgress: progress.update });
  } finally {
    progress.stop();
  }
  const seconds = (performance.now() - started) / 1000;
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
