import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { packageRoot } from "../src/data/index.ts";
import { gaussian, normal, Streams } from "../src/random/index.ts";
import { Crew, gaussianMatrix, simulateCellsOn } from "../src/ridge/index.ts";
import { printTable } from "./table.ts";
import { median, type Times, timesOf } from "./timing.ts";

/** The reference workload: the error in 16 × 21 cells of λ and ξ, 500 × 100, 10 000 draws of Gaussian noise. */
function referenceWorkload() {
  const random = new Streams({ seed: 1, claim: "bench", problem: "engine" }).replicate(0);
  const design = gaussianMatrix(500, 100, random);
  const parameter = Array.from({ length: 100 }, () => normal(random));
  const lambdas = Array.from({ length: 16 }, (_, i) => 10 ** ((4 * i) / 15));
  const xis = Array.from({ length: 21 }, (_, i) => -1 + i / 5);
  return { experiment: { design, parameter, noiseVariance: 4, noise: gaussian }, lambdas, xis, replicates: 10_000 };
}

type Workload = ReturnType<typeof referenceWorkload>;

/** What a program measured, λ by λ. */
interface Result extends Times {
  readonly mean: readonly (readonly number[])[];
  readonly error: readonly (readonly number[])[];
}

interface Program {
  readonly name: string;
  /** How many runs are enough of a slow program; the others run in all rounds. */
  readonly runs?: number | undefined;
  /** How many times slower than ours it has to be, at least. */
  readonly required: number | null;
  readonly run: (seed: number) => Promise<Result>;
  readonly close: () => void;
}

const ROUNDS = 9;
/** Runs of all but the slow programs that do not count: they compile, here, and touch new memory, there. */
const WARMING_UP = 6;
/** Milliseconds before each run, in which the threads of the program before go to sleep. */
const PAUSE = 200;
/** Slow programs are not begun after so many milliseconds. */
const PATIENCE = 20_000;
/** Means may differ by so many standard errors: 2 · 10⁻⁹ each; standard errors, known to some 2 %, by this part. */
const [FARTHEST, WIDEST] = [6, 0.15];

const PEERS = [
  { script: "engine_direct.py", variant: "inverse", name: "NumPy, direct, by inverses", runs: 3, required: 10 },
  { script: "engine_direct.py", variant: "cholesky", name: "NumPy, direct, by Cholesky", runs: 1, required: 10 },
  { script: "engine_spectral.py", variant: "sums", name: "NumPy, spectral, three sums per λ", required: 2 },
  { script: "engine_spectral.py", variant: "product", name: "NumPy, spectral, one product", required: null },
] as const;

/** The engine beside NumPy programs. Returns what misses its requirement. */
export async function benchEngine(): Promise<string[]> {
  const workload = referenceWorkload();
  const folder = mkdtempSync(join(tmpdir(), "sd-theorems-bench-"));
  const programs = [await ours(workload), ...peers(workload, folder)];
  const results = programs.map((): Result[] => []);
  const firsts: number[] = [];
  try {
    const started = performance.now();
    for (let round = -WARMING_UP; round < ROUNDS; round++) {
      for (const [i, { runs, run }] of programs.entries()) {
        const isOver = performance.now() - started > PATIENCE;
        if (runs !== undefined && (round < 0 || round >= runs || isOver)) continue;
        await setTimeout(PAUSE);
        const result = await run(round + WARMING_UP);
        if (round === -WARMING_UP) firsts[i] = result.wall;
        if (round >= 0) results[i]!.push(result);
      }
    }
  } finally {
    for (const program of programs) program.close();
    rmSync(folder, { recursive: true });
  }
  const measured = programs.flatMap(({ name, required }, i) => {
    const all = results[i]!;
    if (all.length === 0) return [];
    const wall = median(all.map((each) => each.wall));
    const processor = median(all.map((each) => each.processor));
    const agrees = agree(results[0]![0]!, all.at(-1)!);
    return [{ name, required, runs: all.length, first: firsts[i] ?? all[0]!.wall, wall, processor, agrees }];
  });
  const own = measured[0]!;
  const load = loadavg()[0]!.toFixed(1);
  printTable(
    `Engine: means and standard errors of 336 cells (16 λ × 21 ξ) over 10 000 draws of Gaussian noise, 500 × 100; medians of alternating runs on ${availableParallelism()} cores with a load of ${load}, from the design to the result. Milliseconds that passed, and that all cores computed.`,
    ["program", "runs", "first run", "milliseconds", "ratio", "core-milliseconds", "ratio"],
    measured.map(({ name, runs, first, wall, processor }) => [
      name,
      String(runs),
      first.toFixed(0),
      wall.toFixed(1),
      (wall / own.wall).toFixed(1),
      processor.toFixed(1),
      (processor / own.processor).toFixed(1),
    ]),
  );
  const missing = PEERS.map(({ name }) => name).filter((name) => measured.every((each) => each.name !== name));
  if (missing.length > 0) {
    process.stdout.write(`Not measured, for want of NumPy, of SciPy or of time: ${missing.join("; ")}.\n\n`);
  }
  return measured.flatMap(({ name, required, wall, agrees }) => [
    ...(required === null || wall >= required * own.wall
      ? []
      : [`${name} takes only ${(wall / own.wall).toFixed(1)} times as long as the engine`]),
    ...(agrees ? [] : [`${name} does not measure what the engine measures`]),
  ]);
}

async function ours(workload: Workload): Promise<Program> {
  const crew = new Crew(availableParallelism());
  const run = async (seed: number): Promise<Result> => {
    let cells: Awaited<ReturnType<typeof simulateCellsOn>> = [];
    const times = await timesOf(async () => {
      cells = await simulateCellsOn(crew, { ...workload, seed, engine: "spectral" });
    });
    const byLambda = (value: "mean" | "standardError"): number[][] =>
      workload.lambdas.map((lambda) => cells.filter((cell) => cell.lambda === lambda).map((cell) => cell[value]));
    return { ...times, mean: byLambda("mean"), error: byLambda("standardError") };
  };
  return { name: "sd-theorems simulate", required: null, run, close: () => void crew.close() };
}

function peers({ experiment, ...grid }: Workload, folder: string): Program[] {
  const file = join(folder, "problem.json");
  const { design, parameter, noiseVariance } = experiment;
  writeFileSync(file, JSON.stringify({ ...grid, design: design.to2DArray(), parameter, noiseVariance }));
  return PEERS.flatMap(({ script, variant, name, required, ...slow }) => {
    const needed = variant === "cholesky" ? "numpy, scipy" : "numpy";
    if (spawnSync("python3", ["-c", `import ${needed}`]).status !== 0) return [];
    const peer = new Peer(join(packageRoot(), "bench", script), [file, variant]);
    const runs = "runs" in slow ? slow.runs : undefined;
    return [{ name, runs, required, run: async (seed) => peer.run(seed), close: () => peer.close() }];
  });
}

/** A Python program that answers a line with a line. */
class Peer {
  readonly #child: ChildProcess;
  readonly #lines: Interface;

  constructor(script: string, args: readonly string[]) {
    // Where these are set, OpenBLAS takes kernels that are not the fastest of this machine.
    const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...env } = process.env;
    this.#child = spawn("python3", [script, ...args], { env, stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface({ input: this.#child.stdout! });
  }

  async run(seed: number): Promise<Result> {
    return new Promise((resolve, reject) => {
      const onEnd = (code: number | null): void => reject(new Error(`a NumPy program ended with exit code ${code}`));
      this.#child.once("exit", onEnd);
      this.#lines.once("line", (line) => {
        this.#child.off("exit", onEnd);
        resolve(JSON.parse(line) as Result);
      });
      this.#child.stdin!.write(`${seed}\n`);
    });
  }

  close(): void {
    this.#child.stdin!.end();
  }
}

// Both are estimates from as many draws, of the same means with the same precision.
function agree(one: Result, other: Result): boolean {
  return one.mean.every((row, i) =>
    row.every((mean, j) => {
      const [error, otherError] = [one.error[i]![j]!, other.error[i]![j]!];
      const isNear = Math.abs(mean - other.mean[i]![j]!) <= FARTHEST * Math.hypot(error, otherError);
      return isNear && Math.abs(error / otherError - 1) <= WIDEST;
    }),
  );
}
