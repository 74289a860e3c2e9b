import { Matrix } from "ml-matrix";
import type { Streams } from "../../random/index.ts";
import type { NormalEquations } from "./direct.ts";
import type { Experiment } from "./experiment.ts";
import { innerProducts } from "./inner-products.ts";

const BLOCK = 64;

/** Draws the noise of an experiment, and keeps of it what a fit needs: its statistic (see `NormalEquations`). */
export class NoiseStatistics {
  readonly #experiment: Experiment;
  readonly #size: number;
  // Row p holds the statistic's entry p for a unit of each label.
  readonly #statisticOfUnit: Float64Array;
  readonly #labels: Float64Array;

  constructor(experiment: Experiment, equations: NormalEquations) {
    const { rows } = experiment.design;
    this.#experiment = experiment;
    this.#size = equations.size;
    this.#statisticOfUnit = Float64Array.from(equations.statistic(Matrix.eye(rows)).to1DArray());
    this.#labels = new Float64Array(BLOCK * rows);
  }

  /** The statistics of replicates first, …, first + count − 1, one after the other. */
  draw(streams: Streams, first: number, count: number): Float64Array {
    const { design, noiseVariance, noise } = this.#experiment;
    const n = design.rows;
    const deviation = Math.sqrt(noiseVariance);
    const statistics = new Float64Array(this.#size * count);
    // In blocks whose noise stays in the cache.
    for (let start = 0; start < count; start += BLOCK) {
      const replicates = Math.min(BLOCK, count - start);
      const labels = this.#labels.subarray(0, replicates * n);
      for (let replicate = 0; replicate < replicates; replicate++) {
        const random = streams.replicate(first + start + replicate);
        for (let i = 0; i < n; i++) labels[replicate * n + i] = deviation * noise.draw(random);
      }
      statistics.set(innerProducts(this.#statisticOfUnit, labels, n), start * this.#size);
    }
    return statistics;
  }
}
