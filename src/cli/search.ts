import type { Command } from "commander";
import { onOneLine } from "../data/index.ts";
import { loadClaims, type SearchReport, searchClaim } from "../run/index.ts";
import { carriedOut, WHERE_STOPPED } from "./carried-out.ts";
import { guarded } from "./claims-guard.ts";
import { chooseClaim } from "./choose-claims.ts";
import { integer, jsonOption } from "./options.ts";
import { deliver } from "./output.ts";
import { workersOption } from "./queue-options.ts";
import { timeLimitOption } from "./run-options.ts";

interface Options {
  readonly claims?: string;
  readonly seed: number;
  readonly tries: number;
  readonly workers: number;
  readonly timeLimit: number;
  readonly json?: string;
}

/** What takes hours where a problem takes milliseconds. */
const MOST_TRIES = 10_000_000;

export function addSearchCommand(program: Command): void {
  program
    .command("search")
    .description("look for examples that a claim says exist, or for a counterexample to it")
    .argument("<id>", "claim, such as ridge/condition-not-necessary; the part after the slash is enough")
    .option("--claims <file>", "search the claims that this JavaScript module exports, instead of the project's own")
    .option("--seed <n>", "where the search starts", integer(0), 1)
    .option("--tries <n>", "problems to try in each search, at most", integer(1, MOST_TRIES), 1000)
    .addOption(workersOption())
    .addOption(timeLimitOption("a search"))
    .addOption(jsonOption())
    .addHelpText(
      "after",
      `\nExit code: 0 examples found, or no counterexample; 1 a counterexample found; 3 an example not found, or a search not carried out; 2 bad input; ${WHERE_STOPPED}.`,
    )
    .action(run);
}

async function run(id: string, { claims: file, seed, tries, json, ...how }: Options): Promise<void> {
  const source = file === undefined ? undefined : await guarded(file, async () => loadClaims(file));
  const claim = chooseClaim(id, source?.claims);
  const searches = await carriedOut(how, "searches", async (options) =>
    searchClaim(claim, { seed, tries, ...(source && { source }), ...options }),
  );
  if (searches === null) return;
  deliver(json, { claim: claim.id, seed, searches }, () => searches.map(describe).join("\n\n"));
  const missing = searches.some(
    ({ looksFor, found, failed }) => failed !== undefined || (looksFor === "witness" && found === null),
  );
  const refuted = searches.some(({ looksFor, found }) => looksFor === "counterexample" && found !== null);
  process.exitCode = refuted ? 1 : missing ? 3 : 0;
}

function describe({ name, looksFor, tried, found, seconds, failed }: SearchReport): string {
  if (failed !== undefined) return `${onOneLine(name)}\n  not carried out: ${onOneLine(failed)}`;
  const effort = `${tried.toLocaleString("en")} problems tried, ${seconds.toFixed(1)} s`;
  if (found === null) return `${onOneLine(name)}\n  no ${looksFor} found: ${effort}`;
  const shrunk = `shrunk ${found.shrinks} times`;
  return `${onOneLine(name)}\n  ${looksFor} found: ${effort}, ${shrunk}\n  ${onOneLine(found.says)}\n  ${onOneLine(found.problem)}`;
}
