import { Matrix } from "ml-matrix";
import { InvalidInput } from "../../data/index.ts";
import { type Noise, Streams } from "../../random/index.ts";
import { requireLambda, requireXi, type RidgeProblem } from "../problem/problem.ts";
import { cellMeasure, CellTotals, type CellWork, UNIT } from "../simulation/cells.ts";
import type { Crew } from "../simulation/crew.ts";
import type { NoisyRegression } from "../simulation/experiment.ts";
import { inSingularBasis } from "./in-singular-basis.ts";

/** A problem without a design stands for the design diag(σ), whose labels are its modes. */
export interface SpectrumExperiment {
  /** In spectral coordinates. */
  readonly problem: RidgeProblem;
  /** Distribution of the noise in each label. */
  readonly noise: Noise;
}

/** What is simulated, and how. */
export interface CellsOptions {
  /** A design with its truth, or a problem without a design. */
  readonly experiment: NoisyRegression | SpectrumExperiment;
  /** Each positive. */
  readonly lambdas: readonly number[];
  /** Any numbers. */
  readonly xis: readonly number[];
  /** At least 2. */
  readonly replicates: number;
  /** Integer from 0 to 2⁵³ − 1. */
  readonly seed: number;
  /** `direct` fits every student to every draw of labels; `spectral` takes the shortcuts of `ridge/simulation-shortcuts`. */
  readonly engine: "spectral" | "direct";
  /** Called at the start and as replicates are done. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** The simulated error of one student. */
export interface SimulatedCell {
  /** λ of teacher and student. */
  readonly lambda: number;
  /** The imitation parameter. */
  readonly xi: number;
  /** Mean of ‖θ_S − θ*‖² over the draws of labels. */
  readonly mean: number;
  /** Of that mean. */
  readonly standardError: number;
}

/**
 * Simulates the error of every student of a grid on the same draws of labels, λ by λ. No closed form is used. The digits
 * depend on the seed and the engine, not on the number of threads.
 *
 * @throws InvalidInput where a λ or ξ is impossible, there are too few replicates or more than can be done, or a result cannot be
 * represented.
 *
 * @example
 * ```ts
 * import { gaussian, ridge } from "sd-theorems";
 *
 * const problem = ridge.ridgeProblem({ singularValues: [2, 1], signal: [1, 1], noiseVariance: 4 });
 * const cells = await ridge.simulateCells({
 *   experiment: { problem, noise: gaussian },
 *   lambdas: [1],
 *   xis: [0, 1],
 *   replicates: 20_000,
 *   seed: 7,
 *   engine: "direct",
 * });
 * const forms = new ridge.ClosedForms();
 * for (const { lambda, xi, mean, standardError } of cells) {
 *   const { error } = forms.errors(problem, lambda, xi);
 *   console.log(xi, error.toFixed(3), Math.abs(mean - error) < 4 * standardError);
 * }
 * // 0 1.930 true
 * // 1 1.352 true
 * ```
 */
export async function simulateCells(options: CellsOptions): Promise<SimulatedCell[]> {
  return simulateCellsOn(null, options);
}

/** The same on threads that the caller keeps; here where there are none. @throws as `simulateCells` does. */
export async function simulateCellsOn(crew: Crew | null, options: CellsOptions): Promise<SimulatedCell[]> {
  const { lambdas, xis, replicates, seed, engine, onProgress } = options;
  lambdas.forEach(requireLambda);
  xis.forEach(requireXi);
  if (replicates < 2) throw new InvalidInput(`replicates is ${replicates}; a standard error takes at least 2`);
  requireFeasible(options);
  const work = workOf(options);
  const key = { seed, claim: "simulate", problem: options.experiment.noise.name };
  const totals = new CellTotals(lambdas.length * xis.length);
  let done = 0;
  onProgress?.(0, replicates);
  const take = (result: Float64Array, count: number): void => {
    totals.add(result, count);
    onProgress?.((done += count), replicates);
  };
  const unit = UNIT[engine];
  if (crew === null) {
    const measure = await cellMeasure(work, new Streams(key));
    for (let first = 0; first < replicates; first += unit) {
      const count = Math.min(unit, replicates - first);
      take(measure(first, count), count);
    }
  } else await crew.measure(work, { key, unit, replicates }, take);
  return lambdas.flatMap((lambda, row) =>
    xis.map((xi, column) => finite({ lambda, xi, ...totals.estimate(row * xis.length + column) })),
  );
}

function workOf({ experiment, lambdas, xis, engine }: CellsOptions): CellWork {
  const noise = experiment.noise.name;
  if (engine === "spectral") {
    const inModes = "problem" in experiment ? { ...experiment.problem, leftBasis: null } : inSingularBasis(experiment);
    return { engine, lambdas, xis, experiment: { ...inModes, noise } };
  }
  const { design, parameter, noiseVariance } = "problem" in experiment ? diagonal(experiment.problem) : experiment;
  const rows = design.to2DArray().map((row) => Float64Array.from(row));
  return { engine, lambdas, xis, experiment: { design: rows, parameter, noiseVariance, noise } };
}

// diag(σ), with a column of zeros more for the signal outside the row space.
function diagonal({
  singularValues,
  signal,
  residualSignal,
  noiseVariance,
}: RidgeProblem): Omit<NoisyRegression, "noise"> {
  const rank = singularValues.length;
  const outside = residualSignal > 0 ? [Math.sqrt(residualSignal)] : [];
  const design = Matrix.zeros(rank, rank + outside.length);
  singularValues.forEach((value, j) => design.set(j, j, value));
  return { design, parameter: [...signal, ...outside], noiseVariance };
}

function finite(cell: SimulatedCell): SimulatedCell {
  const { lambda, xi, mean, standardError } = cell;
  if (Number.isFinite(mean) && Number.isFinite(standardError)) return cell;
  throw new InvalidInput(`the error at λ = ${lambda}, ξ = ${xi} is too large for its square to be represented`);
}

/** What takes about as long as starting a thread, 100 ms: so many multiplications by WebAssembly. */
const WORTH_A_THREAD = 1e9;
/** What a draw of noise and a multiplication by the direct route cost in such multiplications, roughly. */
const [DRAW, DIRECT] = [40, 10];

/** How many threads are worth starting for a simulation, if so many may be: none for a short one. */
export function threadsFor(options: CellsOptions, most: number): number {
  const { replicates, engine } = options;
  const work = replicates * workOfDraw(options);
  return Math.min(most, Math.floor(work / WORTH_A_THREAD), Math.ceil(replicates / UNIT[engine]));
}

/** Replicates are numbered in 32 bits, and so many of the smallest problem take minutes. */
export const MOST_REPLICATES = 1_000_000_000;
/** Students of a grid: each has a line of its own in what is written. */
const MOST_STUDENTS = 100_000;
/** Some five hours of one core. */
const MOST_WORK = 2e14;

// What cannot be done is told before anything is.
function requireFeasible(options: CellsOptions): void {
  const { lambdas, xis, replicates } = options;
  const shown = (count: number): string => count.toLocaleString("en");
  const students = lambdas.length * xis.length;
  if (students > MOST_STUDENTS) {
    const grid = `${shown(lambdas.length)} λ and ${shown(xis.length)} ξ are ${shown(students)} students`;
    throw new InvalidInput(`${grid}; at most ${shown(MOST_STUDENTS)} are simulated`);
  }
  const most = Math.min(MOST_REPLICATES, Math.floor(MOST_WORK / workOfDraw(options)));
  if (replicates <= most) return;
  throw new InvalidInput(
    `${shown(replicates)} replicates would take too long; at most ${shown(most)} of these are made`,
  );
}

// In multiplications by WebAssembly, roughly.
function workOfDraw({ experiment, lambdas, xis, engine }: CellsOptions): number {
  const columns = "problem" in experiment ? experiment.problem.signal.length : experiment.parameter.length;
  const rows = "problem" in experiment ? columns : experiment.design.rows;
  const [modes, students] = [Math.min(rows, columns), lambdas.length * (xis.length + 1)];
  return engine === "direct"
    ? DRAW * rows + DIRECT * (rows * columns + students * modes * (modes + columns))
    : DRAW * rows + rows * modes + 6 * lambdas.length * modes + students / UNIT.spectral;
}
