import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { evidenceKinds } from "../evidence/index.ts";
import { checkClaims, type Report } from "../run/index.ts";
import { chooseClaims, chooseEvidence } from "./choose-claims.ts";
import { fraction, integer } from "./options.ts";
import { showProgress } from "./progress.ts";

/** How claims are checked, as the options of a command say it. */
export interface CheckSettings {
  readonly evidence: string;
  readonly seed: number;
  readonly margin: number;
  readonly workers: number;
}

/** The argument and the options of every command that checks claims. */
export function addCheckOptions(command: Command): Command {
  return command
    .argument("[id...]", "claims to check, such as ridge/optimal-xi; all of them by default")
    .option("--evidence <kinds>", "kinds of evidence, separated by commas", evidenceKinds.join(","))
    .option("--seed <n>", "where all random draws start", integer(0), 1)
    .option(
      "--margin <r>",
      "relative margin of the equivalence tests; a tenth of it takes a hundred times as long",
      fraction,
      0.01,
    )
    .option("--workers <n>", "threads; the verdicts do not depend on them", integer(1), availableParallelism());
}

/** Checks that are ready to be run. */
type Checks = () => Promise<{ readonly report: Report; readonly seconds: number }>;

/** Reads the settings, and gives what runs the checks and shows their progress. @throws InvalidInput before any work. */
export function prepareChecks(ids: readonly string[], { evidence, seed, margin, workers }: CheckSettings): Checks {
  const claims = chooseClaims(ids);
  const kinds = chooseEvidence(evidence);
  return async () => {
    const progress = showProgress();
    const started = performance.now();
    try {
      const report = await checkClaims({ claims, evidence: kinds, seed, margin, workers, onProgress: progress.update });
      return { report, seconds: (performance.now() - started) / 1000 };
    } finally {
      progress.stop();
    }
  };
}

/** 0 all supported, 1 any refuted, 3 none refuted but some inconclusive. */
export function exitCodeOf({ summary: { refuted, inconclusive } }: Pick<Report, "summary">): number {
  if (refuted > 0) return 1;
  return inconclusive > 0 ? 3 : 0;
}

export const EXIT_CODES =
  "\nExit code: 0 all supported, 1 any refuted, 3 none refuted but some inconclusive, 2 bad input.";
