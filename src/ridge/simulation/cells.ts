import type { Workspace } from "../../matrix/index.ts";
import { noises, type Streams } from "../../random/index.ts";
import { momentsOf } from "../../statistics/index.ts";
import type { NoisyRegression } from "./experiment.ts";
import { bestBase, SpectralErrors, type SpectralExperiment } from "./spectral.ts";

/**
 * What a simulation of cells, every λ with every ξ, is made of: plain data, so that a thread can be given it. The law of
 * the noise goes by its name.
 */
export type CellWork = {
  readonly lambdas: readonly number[];
  readonly xis: readonly number[];
} & (
  | { readonly engine: "spectral"; readonly experiment: WithNamedNoise<SpectralExperiment> }
  | {
      readonly engine: "direct";
      readonly experiment: WithNamedNoise<Omit<NoisyRegression, "design">> & PlainDesign;
    }
);

export type WithNamedNoise<E> = Omit<E, "noise"> & { readonly noise: string };

interface PlainDesign {
  /** Row by row. */
  readonly design: readonly Float64Array[];
}

/**
 * Measures the squared distances of every cell over some replicates: for each cell, λ by λ, their mean and the sum of the
 * squares of their deviations from it.
 */
export type CellMeasure = (first: number, count: number) => Float64Array;

/** How many replicates are measured at a time. Results are added up unit by unit, so that their digits are always the same. */
export const UNIT = { spectral: 512, direct: 64 } as const;

/** @param space where the matrices of modes are made; where others are released, this measure is of no use any more. */
export async function cellMeasure(work: CellWork, streams: Streams, space?: Workspace): Promise<CellMeasure> {
  const { lambdas, xis } = work;
  const noise = noises.find(({ name }) => name === work.experiment.noise);
  if (noise === undefined) throw new RangeError(`there is no noise called ${work.experiment.noise}`);
  if (work.engine === "spectral") {
    const experiment = { ...work.experiment, noise };
    const bases = lambdas.map((lambda) => bestBase(experiment, lambda));
    const errors = new SpectralErrors(experiment, lambdas, bases, space);
    return (first, count) => cellsFromSums(errors.sums(streams, first, count), errors.constants, count, bases, xis);
  }
  // Loaded only here: a thread that works mode by mode starts faster.
  const [{ DirectErrors }, { Matrix }] = await Promise.all([import("./direct-errors.ts"), import("ml-matrix")]);
  const design = new Matrix(work.experiment.design.map((row) => [...row]));
  const errors = new DirectErrors({ ...work.experiment, noise, design }, lambdas);
  return (first, count) =>
    Float64Array.from(errors.measureStudents(streams, first, count, xis).flat().flatMap(momentsOfDistances));
}

function momentsOfDistances(distances: Float64Array): [mean: number, squares: number] {
  const { mean, m2 } = momentsOf(distances);
  return [mean, m2];
}

/*
 * The distance ‖u‖² + 2δ⟨u, v⟩ + δ²‖v‖², δ = ξ − base, is linear in the three sums: the moments of every ξ follow from
 * their means and products.
 */
function cellsFromSums(
  sums: Float64Array,
  constants: Float64Array,
  count: number,
  bases: readonly number[],
  xis: readonly number[],
): Float64Array {
  const cells = new Float64Array(2 * bases.length * xis.length);
  let at = 0;
  bases.forEach((base, row) => {
    const { means, products } = momentsOfSums(sums, 3 * row, constants.length, count);
    const [uu, uv, vv] = means.map((mean, i) => mean + constants[3 * row + i]!) as [number, number, number];
    const [p00, p01, p02, p11, p12, p22] = products;
    for (const xi of xis) {
      const delta = xi - base;
      const [w1, w2] = [2 * delta, delta * delta];
      cells[at++] = uu + w1 * uv + w2 * vv;
      const squares = p00 + w1 * (2 * p01 + w1 * p11) + w2 * (2 * (p02 + w1 * p12) + w2 * p22);
      cells[at++] = Math.max(0, squares);
    }
  });
  return cells;
}

interface MomentsOfSums {
  readonly means: readonly [number, number, number];
  /** Of deviations from the means: 00, 01, 02, 11, 12, 22. */
  readonly products: readonly [number, number, number, number, number, number];
}

function momentsOfSums(sums: Float64Array, from: number, columns: number, count: number): MomentsOfSums {
  const end = count * columns;
  let [m0, m1, m2] = [0, 0, 0];
  for (let i = from; i < end; i += columns) {
    m0 += sums[i]!;
    m1 += sums[i + 1]!;
    m2 += sums[i + 2]!;
  }
  m0 /= count;
  m1 /= count;
  m2 /= count;
  let [p00, p01, p02, p11, p12, p22] = [0, 0, 0, 0, 0, 0];
  for (let i = from; i < end; i += columns) {
    const x0 = sums[i]! - m0;
    const x1 = sums[i + 1]! - m1;
    const x2 = sums[i + 2]! - m2;
    p00 += x0 * x0;
    p01 += x0 * x1;
    p02 += x0 * x2;
    p11 += x1 * x1;
    p12 += x1 * x2;
    p22 += x2 * x2;
  }
  return { means: [m0, m1, m2], products: [p00, p01, p02, p11, p12, p22] };
}

/** Mean and sum of squared deviations of every cell over the units so far. */
export class CellTotals {
  #count = 0;
  readonly #cells: Float64Array;

  constructor(cells: number) {
    this.#cells = new Float64Array(2 * cells);
  }

  /** Adds a unit, as a `CellMeasure` gives it (Chan, Golub & LeVeque's update). */
  add(unit: Float64Array, count: number): void {
    const total = this.#count + count;
    for (let at = 0; at < unit.length; at += 2) {
      const step = unit[at]! - this.#cells[at]!;
      this.#cells[at]! += step * (count / total);
      this.#cells[at + 1]! += unit[at + 1]! + step * step * ((this.#count * count) / total);
    }
    this.#count = total;
  }

  /** The mean of a cell and its standard error. */
  estimate(cell: number): { readonly mean: number; readonly standardError: number } {
    const count = this.#count;
    return {
      mean: this.#cells[2 * cell]!,
      standardError: Math.sqrt(this.#cells[2 * cell + 1]! / (count - 1) / count),
    };
  }
}
