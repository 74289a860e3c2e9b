import { availableParallelism } from "node:os";
import Table from "cli-table3";
import { type Command, Option } from "commander";
import type { Engine } from "../evidence/index.ts";
import { gaussian, laplace, type Noise, rademacher, studentT } from "../random/index.ts";
import {
  ClosedForms,
  Crew,
  MOST_REPLICATES,
  readProblemWithDesign,
  simulateCellsOn,
  threadsFor,
} from "../ridge/index.ts";
import { numberList } from "./number-list.ts";
import {
  allowOutsideOption,
  engineOption,
  type Header,
  headerOption,
  integer,
  jsonOption,
  MOST_WORKERS,
  problemReading,
} from "./options.ts";
import { deliver, digits, withOrigin } from "./output.ts";
import { showProgress } from "./progress.ts";

interface Options {
  readonly problem: string;
  readonly allowOutside?: boolean;
  readonly header: Header;
  readonly lambda: readonly number[];
  readonly xi: readonly number[];
  readonly replicates: number;
  readonly noise: string;
  readonly seed: number;
  readonly engine: Engine;
  readonly workers: number;
  readonly json?: string;
}

const laws: Readonly<Record<string, Noise>> = { gaussian, rademacher, laplace, "student-t": studentT };

const NOTES = `
The problem file is that of "sd-theorems ridge"; a spectrum stands for the design diag(σ). Labels are drawn, teachers and
students fitted, and the distances ‖θ_S − θ*‖² averaged, with no closed form; the closed form is shown beside, and how many
standard errors away the mean is. The engine "spectral" takes the shortcuts of the claim ridge/simulation-shortcuts;
"direct" solves the normal equations of every student for every draw, which takes thousands of times as long.`;

export function addSimulateCommand(program: Command): void {
  program
    .command("simulate")
    .description("simulated error of every student of a grid of λ and ξ, beside the closed form")
    .requiredOption("--problem <file>", "problem file, or - for standard input")
    .requiredOption("--lambda <list>", "regularizations λ > 0, separated by commas; dots go on: 1,2,…,8", numberList)
    .requiredOption("--xi <list>", "imitation parameters ξ, separated by commas; dots go on: 0,0.5,…,3", numberList)
    .option("--replicates <n>", "draws of the labels", integer(2, MOST_REPLICATES), 10_000)
    .addOption(new Option("--noise <law>", "distribution of the noise").choices(Object.keys(laws)).default("gaussian"))
    .option("--seed <n>", "where all random draws start", integer(0), 1)
    .addOption(engineOption())
    .option("--workers <n>", "threads; no digit depends on them", integer(1, MOST_WORKERS), availableParallelism())
    .addOption(allowOutsideOption())
    .addOption(headerOption())
    .addOption(jsonOption())
    .addHelpText("after", NOTES)
    .action(run);
}

async function run({
  problem: path,
  allowOutside,
  header,
  noise: law,
  workers,
  json,
  ...options
}: Options): Promise<void> {
  const { lambda: lambdas, xi: xis, replicates, seed, engine } = options;
  const { problem, design, approximation } = readProblemWithDesign(
    path,
    problemReading({ allowOutside, header, json }),
  );
  const origin = approximation === undefined ? {} : { approximation: `closed forms are ${approximation}` };
  const noise = laws[law]!;
  const { noiseVariance } = problem;
  const experiment = design ? { ...design, noiseVariance, noise } : { problem, noise };
  const progress = showProgress("replicates");
  const given = { experiment, lambdas, xis, replicates, seed, engine, onProgress: everySecond(progress.update) };
  const threads = threadsFor(given, workers);
  const crew = threads > 1 ? new Crew(threads) : null;
  try {
    const forms = new ClosedForms();
    const cells = (await simulateCellsOn(crew, given)).map((cell) => {
      const expected = forms.errors(problem, cell.lambda, cell.xi).error;
      return cell.standardError > 0
        ? { ...cell, expected, deviation: (cell.mean - expected) / cell.standardError }
        : { ...cell, expected, deviation: null, deviationReason: "every draw has the same error" };
    });
    deliver(json, { replicates, noise: law, seed, engine, cells, ...origin }, () =>
      withOrigin(describe(cells, { replicates, law, seed }), origin),
    );
  } finally {
    progress.stop();
    await crew?.close();
  }
}

interface Cell {
  readonly lambda: number;
  readonly xi: number;
  readonly mean: number;
  readonly standardError: number;
  /** From the closed form. */
  readonly expected: number;
  /** The mean minus that, in standard errors; null for a reason that `deviationReason` gives. */
  readonly deviation: number | null;
  readonly deviationReason?: string;
}

function describe(
  cells: readonly Cell[],
  { replicates, law, seed }: { readonly replicates: number; readonly law: string; readonly seed: number },
): string {
  const table = new Table({
    head: ["λ", "ξ", "mean error", "standard error", "closed form", "deviation"],
    style: { head: [], border: [], compact: true },
    colAligns: ["right", "right", "right", "right", "right", "right"],
  });
  for (const { lambda, xi, mean, standardError, expected, deviation } of cells) {
    const numbers = [lambda, xi, mean, standardError, expected].map(digits);
    table.push([...numbers, deviation === null ? "–" : deviation.toFixed(2)]);
  }
  const largest = cells.reduce((most, { deviation }) => Math.max(most, Math.abs(deviation ?? 0)), 0);
  const what = `${replicates.toLocaleString("en")} draws of labels with ${law} noise, the same for every student`;
  const farthest = `${cells.length} students, the farthest ${largest.toFixed(2)} standard errors from its closed form`;
  return `${table.toString()}\n${what} · seed ${seed}\n${farthest}`;
}

// Most simulations end before there is anything to show.
function everySecond(update: (done: number, of: number, last: string) => void): (done: number, of: number) => void {
  let next = performance.now() + 1000;
  let isShown = false;
  return (done, of) => {
    if (performance.now() < next) return;
    if (!isShown) update(0, of, "");
    isShown = true;
    update(done, of, "");
    next = performance.now() + 1000;
  };
}
