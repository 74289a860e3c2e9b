import { type Dense, type StoredMatrix, Workspace } from "../../matrix/index.ts";
import { drawNoise, type Noise, type Streams } from "../../random/index.ts";
import type { NormalEquations } from "./direct.ts";
import type { Experiment } from "./experiment.ts";

// Entries of a block of noise: 512 kB, which stay in the cache between being drawn and being multiplied.
const BLOCK_ENTRIES = 2 ** 16;

export interface NoiseImagesOptions {
  readonly noise: Noise;
  /** γ ≥ 0. */
  readonly deviation: number;
  /** n, how many draws a replicate takes. */
  readonly length: number;
  /** M (k × n); the noise itself is kept without. */
  readonly map?: Dense | null;
}

/** Draws noise and keeps of it what is needed: γMη for each draw of η, whose n entries are independent. */
export class NoiseImages {
  readonly #options: NoiseImagesOptions;
  readonly #product: BlockProduct | null;

  constructor(options: NoiseImagesOptions) {
    this.#options = options;
    this.#product = options.map ? blockProduct(scaled(options.map.values, options.deviation), options.map) : null;
  }

  /** The images of replicates first, …, first + count − 1, one after the other. */
  draw(streams: Streams, first: number, count: number): Float64Array {
    const { noise, deviation, length } = this.#options;
    if (this.#product === null) return scaled(drawNoise({ noise, streams, first, count, each: length }), deviation);
    const { space, labels, map, images, rows } = this.#product;
    const all = new Float64Array(count * map.rows);
    for (let start = 0; start < count; start += rows) {
      const part = Math.min(rows, count - start);
      const block = space.reshaped(labels, part, length);
      const ofBlock = space.reshaped(images, part, map.rows);
      block.values.set(drawNoise({ noise, streams, first: first + start, count: part, each: length }));
      space.multiplyByTransposed(block, map, ofBlock);
      all.set(ofBlock.values, start * map.rows);
    }
    return all;
  }
}

function scaled(values: Float64Array, factor: number): Float64Array {
  const products = new Float64Array(values.length);
  for (let i = 0; i < products.length; i++) products[i] = factor * values[i]!;
  return products;
}

/** Draws of an experiment's noise of which what a fit needs is kept: their statistics (see `NormalEquations`). */
export function noiseStatistics(
  { design, noise, noiseVariance }: Experiment,
  { statisticMap, size }: NormalEquations,
): NoiseImages {
  const map = statisticMap && {
    rows: size,
    columns: design.rows,
    values: Float64Array.from(statisticMap.to1DArray()),
  };
  return new NoiseImages({ noise, deviation: Math.sqrt(noiseVariance), length: design.rows, map });
}

interface BlockProduct {
  readonly space: Workspace;
  /** Replicates of a block. */
  readonly rows: number;
  readonly labels: StoredMatrix;
  readonly map: StoredMatrix;
  readonly images: StoredMatrix;
}

function blockProduct(values: Float64Array, { rows: size, columns: length }: Dense): BlockProduct {
  const space = new Workspace();
  const rows = Math.max(4, Math.min(1024, Math.floor(BLOCK_ENTRIES / length)));
  const labels = space.matrix(rows, length);
  return { space, rows, labels, map: space.matrix(size, length, values), images: space.matrix(rows, size) };
}
