/**
 * Checks every claim on many fresh seeds and counts false alarms: every verdict should be "supported" on every seed.
 *
 * usage: npm run seeds -- [how many, 200] [first seed, 1000] [--evidence simulation] [--queue redis://…] [--workers n]
 *
 * What each seed came to is kept in a journal (--journal, fresh-seeds.jsonl) as it is known; a run that was stopped goes on
 * from there. With --queue the seeds are tried by the workers of a queue (docs/scaling.md).
 */
import { Argument, Command } from "commander";
import { carriedOut } from "../src/cli/carried-out.ts";
import { chooseEvidence } from "../src/cli/choose-claims.ts";
import { integer } from "../src/cli/options.ts";
import { addRunOptions, chooseRunOptions, type GivenRunOptions } from "../src/cli/run-options.ts";
import { InvalidInput } from "../src/data/index.ts";
import { evidenceKinds } from "../src/evidence/index.ts";
import { carryOut, DEFAULTS, seedsRun, succeeded } from "../src/run/index.ts";

interface Options extends GivenRunOptions {
  readonly evidence: string;
}

const program = new Command("npm run seeds --")
  .addArgument(new Argument("[count]", "how many seeds").argParser(integer(1)).default(200))
  .addArgument(new Argument("[first]", "the first of them").argParser(integer(0)).default(1000))
  .option("--evidence <kinds>", "kinds of evidence, separated by commas", evidenceKinds.join(","))
  .action(run);
await addRunOptions(program, "a seed")
  .parseAsync()
  .catch((error: unknown) => {
    if (!(error instanceof InvalidInput)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  });

async function run(count: number, first: number, { evidence, ...given }: Options): Promise<void> {
  const how = chooseRunOptions({ journal: "fresh-seeds.jsonl", ...given, resume: true });
  const seeds = seedsRun(first, count, { evidence: chooseEvidence(evidence), margin: DEFAULTS.margin });
  const started = performance.now();
  const outcomes = await carriedOut(how, "seeds", async (options) => carryOut(seeds, options));
  if (outcomes === null) return;
  const minutes = (performance.now() - started) / 60_000;
  const tried = [...outcomes].map(([seed, outcome]) => ({
    seed,
    ...(succeeded(outcome)
      ? outcome.result
      : { alarms: [`not carried out: ${outcome.failed}`], checks: 0, seconds: 0 }),
  }));
  const alarmed = tried.filter(({ alarms }) => alarms.length > 0);
  const total = (what: "checks" | "seconds"): number => tried.reduce((sum, each) => sum + each[what], 0);
  process.stdout.write(
    `${tried.length} seeds, ${total("checks")} checks, ${alarmed.length} seeds with an alarm; ` +
      `${(total("seconds") / 60).toFixed(1)} minutes of checks, ${minutes.toFixed(1)} minutes since the start\n`,
  );
  for (const { seed, alarms } of alarmed) process.stdout.write(`${seed}: ${alarms.join("\n  ")}\n`);
  process.exitCode = alarmed.length === 0 ? 0 : 1;
}
