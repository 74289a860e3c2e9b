import type { Command } from "commander";
import { type Engine, evidenceKinds } from "../evidence/index.ts";
import { checkClaims, type CheckPlan, DEFAULTS, loadClaims, type Report, type RunOptions } from "../run/index.ts";
import { carriedOut, WHERE_STOPPED } from "./carried-out.ts";
import { guarded } from "./claims-guard.ts";
import { chooseClaims, chooseEvidence } from "./choose-claims.ts";
import { engineOption, fraction, integer } from "./options.ts";
import { addRunOptions, type GivenRunOptions } from "./run-options.ts";

/** What the options about what is checked, and how, hold. */
export interface GivenChecks extends GivenRunOptions {
  readonly claims?: string;
  readonly evidence: string;
  readonly seed: number;
  readonly margin: number;
  readonly engine: Engine;
}

/** Adds the argument and the options of a command that checks claims. */
export function addCheckOptions(command: Command): Command {
  command
    .argument("[id...]", "claims to check, such as ridge/optimal-xi, or theories, such as ridge; all by default")
    .option("--claims <file>", "check the claims that this JavaScript module exports, instead of the project's own")
    .option("--evidence <kinds>", "kinds of evidence, separated by commas", evidenceKinds.join(","))
    .option("--seed <n>", "where all random draws start", integer(0), DEFAULTS.seed)
    .option(
      "--margin <r>",
      "relative margin of the equivalence tests; a tenth of it takes a hundred times as long",
      fraction,
      DEFAULTS.margin,
    )
    .addOption(engineOption());
  return addRunOptions(command, "a check");
}

/** What is to be checked. @throws InvalidInput */
export async function chooseChecks(
  ids: readonly string[],
  {
    claims: file,
    evidence,
    seed,
    margin,
    engine,
  }: Pick<GivenChecks, "claims" | "evidence" | "seed" | "margin" | "engine">,
): Promise<CheckPlan> {
  const settings = { evidence: chooseEvidence(evidence), seed, margin, engine };
  if (file === undefined) return { claims: chooseClaims(ids), ...settings };
  const source = await guarded(file, async () => loadClaims(file));
  return { claims: chooseClaims(ids, source.claims), source, ...settings };
}

/** Checks, with the progress shown, and says how long it took; null where it was stopped. */
export async function carryOutChecks(
  plan: CheckPlan,
  how: RunOptions,
): Promise<{ readonly report: Report; readonly seconds: number } | null> {
  const started = performance.now();
  const report = await carriedOut(how, "checks", async (options) => checkClaims({ ...plan, ...options }));
  return report === null ? null : { report, seconds: (performance.now() - started) / 1000 };
}

export const EXIT_CODES = `
Exit code, the first that applies: 2 bad input, 1 any refuted, 3 any inconclusive or not carried out, 4 any untested (a wrong
formula would not have been noticed), 0 all supported; ${WHERE_STOPPED}.`;
