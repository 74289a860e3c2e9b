import { Matrix } from "ml-matrix";
import type { Streams } from "../../random/index.ts";
import { NormalEquations, type Rounds } from "./direct.ts";
import type { Experiment } from "./experiment.ts";
import { LinearImages } from "./linear-images.ts";
import { type NoiseImages, noiseStatistics } from "./noise-images.ts";

/**
 * Draws noise and measures the squared distance to the truth of the student of the last of several rounds, with no
 * formula. Its estimate is linear in the labels, so the rounds are carried out once for each unit statistic, as in
 * `ErrorSimulation`; the tests show draw by draw that this gives the students fitted directly.
 */
export class RepeatedSimulation {
  readonly #noise: NoiseImages;
  readonly #offsets: readonly Float64Array[];
  readonly #images: LinearImages;

  /**
   * Carries the rounds out for unit labels.
   *
   * @param schedules the rounds to measure, each with its own λ.
   */
  constructor(experiment: Experiment, schedules: readonly Rounds[]) {
    const equations = new NormalEquations(experiment.design);
    this.#noise = noiseStatistics(experiment, equations);
    const maps = schedules.map((rounds) => linearMap(experiment, equations, rounds));
    this.#offsets = maps.map(({ offset }) => offset);
    this.#images = new LinearImages(
      equations.size,
      maps.map(({ slopes }) => slopes),
    );
  }

  /** ‖θ_S − θ*‖² of replicates first, …, first + count − 1: one list for each set of rounds. */
  measure(streams: Streams, first: number, count: number): Float64Array[] {
    const moved = this.#images.of(this.#noise.draw(streams, first, count), count);
    return this.#offsets.map((offset, i) => squaredDistances(offset, moved, this.#images.starts[i]!, count));
  }
}

// θ_S − θ* = offset + slopes · the statistic of the noise.
interface LinearMap {
  readonly offset: Float64Array;
  readonly slopes: Float64Array;
}

function linearMap({ parameter }: Experiment, equations: NormalEquations, { lambda, xis }: Rounds): LinearMap {
  const truth = Matrix.columnVector([...parameter]);
  const fit = equations.at(lambda);
  const last = (statistic: Matrix): Matrix => fit.rounds(statistic, xis).at(-1)!;
  return {
    offset: Float64Array.from(Matrix.sub(last(equations.predicted(truth)), truth).to1DArray()),
    slopes: Float64Array.from(last(Matrix.eye(equations.size)).to1DArray()),
  };
}

// Of each replicate's images, those of these rounds begin at `first`.
function squaredDistances(offset: Float64Array, moved: Float64Array, first: number, count: number): Float64Array {
  const each = moved.length / count;
  const squares = new Float64Array(count);
  for (let replicate = 0; replicate < count; replicate++) {
    const start = replicate * each + first;
    let square = 0;
    for (let i = 0; i < offset.length; i++) {
      const distance = offset[i]! + moved[start + i]!;
      square += distance * distance;
    }
    squares[replicate] = square;
  }
  return squares;
}
