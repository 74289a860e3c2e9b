import { gaussian, normal, Streams } from "../src/random/index.ts";
import {
  type CellsOptions,
  exactProblem,
  gaussianMatrix,
  optimum,
  ridgeProblem,
  simulateCells,
} from "../src/ridge/index.ts";
import { printTable } from "./table.ts";
import { median, timesOf } from "./timing.ts";

const REPEATS = 5;
/** Runs of the smallest size that do not count: they compile. */
const WARMING_UP = 5;

/** Something that grows, and what is done for each size. */
interface Growth {
  readonly what: string;
  readonly sizes: readonly number[];
  readonly work: (size: number) => () => unknown;
  /** The exponent that the cost may not exceed, with room for a busy machine; none where only the figure counts. */
  readonly most: number | null;
}

const range = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count }, (_, i) => from * (to / from) ** (count === 1 ? 0 : i / (count - 1)));

const stream = (name: string): ReturnType<Streams["replicate"]> =>
  new Streams({ seed: 1, claim: "bench/growth", problem: name }).replicate(0);

/** A problem of so many modes, singular values over a decade. */
function spectrumOf(modes: number): ReturnType<typeof ridgeProblem> {
  const random = stream(`${modes} modes`);
  const signal = Array.from({ length: modes }, () => normal(random));
  return ridgeProblem({ singularValues: range(modes, 1, 10), signal, noiseVariance: 4 });
}

function simulation(changes: Partial<CellsOptions> & { readonly modes?: number }): () => Promise<unknown> {
  const { modes = 100, ...options } = changes;
  const experiment = { problem: spectrumOf(modes), noise: gaussian };
  const grid = { lambdas: range(16, 1, 100), xis: range(21, 0.5, 5), replicates: 10_000, seed: 1 };
  return async () => simulateCells({ experiment, ...grid, engine: "spectral", ...options });
}

function ofDesign(columns: number): () => Promise<unknown> {
  const random = stream(`${columns} columns`);
  const design = gaussianMatrix(2 * columns, columns, random);
  const parameter = Array.from({ length: columns }, () => normal(random));
  const experiment = { design, parameter, noiseVariance: 4, noise: gaussian };
  return simulation({ experiment, replicates: 1000 });
}

const growths: readonly Growth[] = [
  {
    what: "simulate: replicates",
    sizes: [5000, 10_000, 20_000, 40_000, 80_000],
    work: (replicates) => simulation({ replicates }),
    most: 1.3,
  },
  {
    what: "simulate: values of λ",
    sizes: [8, 16, 32, 64, 128],
    work: (count) => simulation({ lambdas: range(count, 1, 100) }),
    most: 1.3,
  },
  {
    what: "simulate: values of ξ",
    sizes: [10, 30, 100, 300, 1000],
    work: (count) => simulation({ xis: range(count, 0.5, 5) }),
    most: 1.3,
  },
  {
    what: "simulate: d, a spectrum of d modes",
    sizes: [60, 125, 250, 500, 1000],
    work: (modes) => simulation({ modes }),
    most: 1.3,
  },
  {
    what: "simulate: d, a design of 2d × d, 1 000 replicates",
    sizes: [60, 125, 250, 500, 1000],
    work: ofDesign,
    most: null,
  },
  {
    what: "optimum: modes",
    sizes: [30, 60, 125, 250, 500],
    work: (modes) => {
      const problem = exactProblem(spectrumOf(modes));
      return () => optimum(problem);
    },
    most: null,
  },
];

/** How the cost grows with the size of a problem: exponents of the power laws that fit best. Returns what grows too fast. */
export async function benchGrowth(): Promise<string[]> {
  const rows: string[][] = [];
  const misses: string[] = [];
  for (const { what, sizes, work, most } of growths) {
    const smallest = work(sizes[0]!);
    for (let run = 0; run < WARMING_UP; run++) await smallest();
    const times: number[] = [];
    for (const size of sizes) {
      const run = work(size);
      const runs: number[] = [];
      for (let repeat = 0; repeat < REPEATS; repeat++) runs.push((await timesOf(run)).processor);
      times.push(median(runs));
    }
    const exponent = slope(sizes.map(Math.log), times.map(Math.log));
    rows.push([what, sizes.join(", "), times.map((time) => time.toFixed(0)).join(", "), exponent.toFixed(2)]);
    if (most !== null && exponent > most) misses.push(`${what}: the cost grows like the power ${exponent.toFixed(2)}`);
  }
  printTable(
    `Growth: core-milliseconds (medians of ${REPEATS}, one thread) against size, and the exponent that fits them best (least squares in logarithms). Simulations are of 10 000 replicates, 100 modes, 16 λ and 21 ξ, but for what grows.`,
    ["what grows", "sizes", "core-milliseconds", "exponent"],
    rows,
  );
  return misses;
}

function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const products = x.map((value, i) => (value - mx) * (y[i]! - my));
  return mean(products) / mean(x.map((value) => (value - mx) ** 2));
}
