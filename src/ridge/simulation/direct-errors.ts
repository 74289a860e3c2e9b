import { Matrix } from "ml-matrix";
import { drawNoise, type Streams } from "../../random/index.ts";
import { NormalEquations, type RegularizedFit, type Rounds } from "./direct.ts";
import type { ErrorSource, QuadraticErrors } from "./errors.ts";
import type { NoisyRegression } from "./experiment.ts";

/**
 * Measures errors without any shortcut: for every draw the labels are made, the teacher and the students are fitted to
 * them by their normal equations, and the distances to the truth are measured. Slow; what the faster ways are held against.
 */
export class DirectErrors implements ErrorSource {
  readonly #experiment: NoisyRegression;
  readonly #equations: NormalEquations;
  readonly #noiseless: Matrix;
  readonly #metricFactor: Matrix | null;
  // By λ.
  readonly #fits: ReadonlyMap<number, RegularizedFit>;

  /**
   * @param lambdas without repeats.
   * @param metricFactor B (k × d), for the error in the metric BᵀB; Euclidean distance without.
   */
  constructor(experiment: NoisyRegression, lambdas: readonly number[], metricFactor: Matrix | null = null) {
    this.#experiment = experiment;
    this.#metricFactor = metricFactor;
    this.#equations = new NormalEquations(experiment.design);
    this.#noiseless = experiment.design.mmul(Matrix.columnVector([...experiment.parameter]));
    this.#fits = new Map(lambdas.map((lambda) => [lambda, this.#equations.at(lambda)]));
  }

  /** The errors of replicates first, …, first + count − 1, from the students with ξ = 0 and ξ = 1: one set per λ. */
  measure(streams: Streams, first: number, count: number): QuadraticErrors[] {
    const statistic = this.#equations.statistic(this.#labels(streams, first, count));
    return [...this.#fits.values()].map((fit) => {
      const teacher = fit.teacher(statistic);
      const imitation = fit.student(statistic, teacher, 1).sub(teacher);
      const [u, v] = [this.#fromTruth(teacher), this.#measured(imitation)];
      return { atZero: columnProducts(u, u), cross: columnProducts(u, v), curvature: columnProducts(v, v) };
    });
  }

  /** ‖θ_S − θ*‖² of the same replicates, each student being fitted by itself: for each λ a list for each ξ. */
  measureStudents(streams: Streams, first: number, count: number, xis: readonly number[]): Float64Array[][] {
    const statistic = this.#equations.statistic(this.#labels(streams, first, count));
    return [...this.#fits.values()].map((fit) => {
      const teacher = fit.teacher(statistic);
      return xis.map((xi) => this.#squaredErrors(fit.student(statistic, teacher, xi)));
    });
  }

  /** ‖θ_S − θ*‖² of the student of the last of several rounds, at one of the λ: one list for each set of rounds. */
  measureRounds(streams: Streams, first: number, count: number, schedules: readonly Rounds[]): Float64Array[] {
    const statistic = this.#equations.statistic(this.#labels(streams, first, count));
    return schedules.map(({ lambda, xis }) =>
      this.#squaredErrors(this.#fits.get(lambda)!.rounds(statistic, xis).at(-1)!),
    );
  }

  // n × count, one draw per column.
  #labels(streams: Streams, first: number, count: number): Matrix {
    const { design, noise, noiseVariance } = this.#experiment;
    const n = design.rows;
    const deviation = Math.sqrt(noiseVariance);
    const draws = drawNoise({ noise, streams, first, count, each: n });
    const labels = new Matrix(n, count);
    for (let i = 0; i < n; i++) {
      const signal = this.#noiseless.get(i, 0);
      for (let draw = 0; draw < count; draw++) labels.set(i, draw, signal + deviation * draws[draw * n + i]!);
    }
    return labels;
  }

  #squaredErrors(estimates: Matrix): Float64Array {
    const distances = this.#fromTruth(estimates);
    return columnProducts(distances, distances);
  }

  #fromTruth(estimates: Matrix): Matrix {
    return this.#measured(estimates.clone().subColumnVector([...this.#experiment.parameter]));
  }

  #measured(vectors: Matrix): Matrix {
    return this.#metricFactor?.mmul(vectors) ?? vectors;
  }
}

function columnProducts(left: Matrix, right: Matrix): Float64Array {
  const sums = new Float64Array(left.columns);
  for (let i = 0; i < left.rows; i++) {
    for (let column = 0; column < sums.length; column++) {
      sums[column]! += left.get(i, column) * right.get(i, column);
    }
  }
  return sums;
}
