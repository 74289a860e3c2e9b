/**
 * How often, over random problems with r modes, the condition S(λ°) < 0 holds, self-distillation strictly beats every ridge
 * estimate, and does so without the condition. Prints the table of docs/ridge-optimum.md.
 *
 * usage: npm run how-often -- [problems for each r, 10000] [seed, 1]
 *
 * σ_j and γ are log-normal (the logarithm is standard normal), θ_j is standard normal, all independent.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { normal, Streams } from "../src/random/index.ts";
import { exactProblem, optimum, ridgeProblem } from "../src/ridge/index.ts";

const SIZES = [2, 3, 5, 10];

interface Share {
  readonly modes: number;
  readonly seed: number;
  readonly first: number;
  readonly last: number;
}

interface Counts {
  condition: number;
  wins: number;
  winsWithout: number;
  undecided: number;
  far: number;
  near: number;
  /** 1 − (error of the best student)/(error of the best ridge), where self-distillation wins. */
  gains: number[];
}

const KEYS = ["condition", "wins", "winsWithout", "undecided", "far", "near"] as const;

if (isMainThread) await main();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of this process, not a window
else parentPort!.postMessage(count(workerData as Share));

function count({ modes, seed, first, last }: Share): Counts {
  const counts: Counts = { condition: 0, wins: 0, winsWithout: 0, undecided: 0, far: 0, near: 0, gains: [] };
  const streams = new Streams({ seed, claim: "how often", problem: `${modes} modes` });
  for (let i = first; i < last; i++) {
    const random = streams.replicate(i);
    const draw = (): number[] => Array.from({ length: modes }, () => normal(random));
    const singularValues = draw().map(Math.exp);
    const problem = ridgeProblem({ singularValues, signal: draw(), noiseVariance: Math.exp(2 * normal(random)) });
    const { condition, strictlyBetter, ridge, distillation } = optimum(exactProblem(problem));
    if (strictlyBetter === true) counts.gains.push(1 - distillation.error[1] / ridge.error[0]);
    if (condition.impliesBetter) counts.condition++;
    if (strictlyBetter === true) counts.wins++;
    if (strictlyBetter === true && !condition.impliesBetter) counts.winsWithout++;
    if (strictlyBetter === null) counts.undecided++;
    if (distillation.attained === false && distillation.limit === "lambda->infinity") counts.far++;
    if (distillation.attained === false && distillation.limit === "lambda->0") counts.near++;
  }
  return counts;
}

async function main(): Promise<void> {
  const [problems, seed] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1)];
  const workers = availableParallelism();
  process.stdout.write(
    `| r | S(λ°) < 0 | wins | wins without S < 0 | undecided | approached as λ → ∞ | as λ → 0 | median gain | 90 % of gains below |\n|${" --- |".repeat(9)}\n`,
  );
  for (const modes of SIZES) {
    const shares = Array.from({ length: workers }, (_, i) => ({
      modes,
      seed,
      first: Math.floor((i * problems) / workers),
      last: Math.floor(((i + 1) * problems) / workers),
    }));
    const parts = await Promise.all(shares.map(inWorker));
    const shareOf = (key: (typeof KEYS)[number]): number => parts.reduce((sum, part) => sum + part[key], 0) / problems;
    const gains = parts.flatMap((part) => part.gains).toSorted((one, other) => one - other);
    const quantile = (level: number): number => gains[Math.floor(level * gains.length)] ?? 0;
    const cells = [...KEYS.map(shareOf), quantile(0.5), quantile(0.9)].map((value) => `${(100 * value).toFixed(2)} %`);
    process.stdout.write(`| ${modes} | ${cells.join(" | ")} |\n`);
  }
}

function inWorker(share: Share): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
