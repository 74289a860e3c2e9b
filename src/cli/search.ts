import type { Command } from "commander";
import { type SearchReport, searchClaim } from "../run/index.ts";
import { chooseClaim } from "./choose-claims.ts";
import { integer, jsonOption } from "./options.ts";
import { deliver } from "./output.ts";
import { showProgress } from "./progress.ts";

interface Options {
  readonly seed: number;
  readonly tries: number;
  readonly json?: string;
}

export function addSearchCommand(program: Command): void {
  program
    .command("search")
    .description("look for examples that a claim says exist, or for a counterexample to it")
    .argument("<id>", "claim, such as ridge/condition-not-necessary; the part after the slash is enough")
    .option("--seed <n>", "where the search starts", integer(0), 1)
    .option("--tries <n>", "problems to try in each search, at most", integer(1), 1000)
    .addOption(jsonOption())
    .addHelpText(
      "after",
      "\nExit code: 0 examples found, or no counterexample; 1 a counterexample found; 3 an example not found; 2 bad input.",
    )
    .action(run);
}

function run(id: string, { seed, tries, json }: Options): void {
  const claim = chooseClaim(id);
  const progress = showProgress("searches");
  let searches: SearchReport[];
  try {
    searches = searchClaim(claim, { seed, tries, onProgress: progress.update });
  } finally {
    progress.stop();
  }
  deliver(json, { claim: claim.id, seed, searches }, () => searches.map(describe).join("\n\n"));
  const missing = searches.some(({ looksFor, found }) => looksFor === "witness" && found === null);
  const refuted = searches.some(({ looksFor, found }) => looksFor === "counterexample" && found !== null);
  process.exitCode = refuted ? 1 : missing ? 3 : 0;
}

function describe({ name, looksFor, tried, found, seconds }: SearchReport): string {
  const effort = `${tried.toLocaleString("en")} problems tried, ${seconds.toFixed(1)} s`;
  if (found === null) return `${name}\n  no ${looksFor} found: ${effort}`;
  const shrunk = `shrunk ${found.shrinks} times`;
  return `${name}\n  ${looksFor} found: ${effort}, ${shrunk}\n  ${found.says}\n  ${found.problem}`;
}
