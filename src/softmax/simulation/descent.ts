import { alongLine, crossEntropy, curvatureAt } from "./cross-entropy.ts";
import { CurvaturePairs, dot } from "./curvature-pairs.ts";
import type { SoftmaxFit } from "./softmax-fit.ts";
import type { StoredTable } from "./stored-table.ts";

/** A step ends where its slope is at most this part of the slope it began with. To go nearer saves no step. */
const SLOPE_LEFT = 0.5;
const MOST_TRIALS = 50;

/** Steps without a gradient smaller than all before, after which rounding must be what keeps it from growing smaller. */
const PATIENCE = 2000;

/** What is minimised over W: the cross-entropy of targets and logits XW, and ½·weightDecay·‖W‖². */
export interface Problem {
  readonly table: StoredTable;
  /** The squared norms of X's columns, which are orthogonal. */
  readonly squares: Float64Array;
  readonly targets: Float64Array;
  readonly weightDecay: number;
}

/**
 * A descent to the minimum by L-BFGS. As X's columns are orthogonal, a guess of the Hessian comes as a diagonal that costs
 * nothing: doubt·XᵀX/n + weightDecay, which is the Hessian at W = 0 on weights that sum to 0 over the classes. Logits are
 * linear in the weights, so that the search along a direction needs one product with X, whatever its length.
 */
export class Descent {
  readonly #problem: Problem;
  readonly #weights: Float64Array;
  readonly #pairs: CurvaturePairs;
  readonly #direction: Float64Array;
  readonly #gradient: Float64Array;
  readonly #logits: Float64Array;
  readonly #guess: Float64Array;
  #doubt = 0;
  #isFresh = true;
  #iterations = 0;
  #evaluations = 0;

  /** @param start becomes the descent's own. */
  constructor(problem: Problem, start: Float64Array) {
    this.#problem = problem;
    this.#weights = start;
    this.#guess = new Float64Array(start.length);
    this.#pairs = new CurvaturePairs(this.#guess);
    this.#direction = new Float64Array(start.length);
    this.#gradient = new Float64Array(start.length);
    this.#logits = new Float64Array(problem.targets.length);
    this.#refresh();
  }

  /** Steps until the gradient's norm is as small as asked for, or cannot be made smaller, or enough steps were taken. */
  run(gradientTolerance: number, mostIterations: number): SoftmaxFit {
    let [least, since] = [Infinity, 0];
    for (;;) {
      const norm = this.#norm();
      if (norm < least) [least, since] = [norm, this.#iterations];
      const hasTime = this.#iterations < mostIterations && this.#iterations < since + PATIENCE;
      if (norm > gradientTolerance && hasTime && this.#step()) continue;
      if (this.#isFresh) return this.#fit();
      this.#refresh();
    }
  }

  // The gradient from the weights themselves: logits that were updated step by step have gathered rounding errors.
  #refresh(): void {
    const { table, targets } = this.#problem;
    this.#logits.set(table.logits(this.#weights));
    const here = { from: this.#logits, by: this.#logits, length: 0 };
    this.#doubt = alongLine(here, targets, table.classes, table.residuals).doubt;
    this.#evaluations++;
    this.#gradient.set(this.#gradientHere());
    this.#isFresh = true;
  }

  // False where rounding errors leave no direction that leads down.
  #step(): boolean {
    const { table, targets, weightDecay } = this.#problem;
    const [weights, direction, gradient] = [this.#weights, this.#direction, this.#gradient];
    this.#guessInverseHessian();
    this.#pairs.descent(gradient, direction);
    const slope = dot(gradient, direction);
    if (!(slope < 0)) return false;
    const change = table.logits(direction);
    const decay = { slope: weightDecay * dot(weights, direction), bend: weightDecay * dot(direction, direction) };
    let length = -slope / (curvatureAt(change, targets, table.classes, table.residuals) + decay.bend);
    let [low, high] = [0, Infinity];
    for (let trial = 1; ; trial++) {
      const line = alongLine({ from: this.#logits, by: change, length }, targets, table.classes, table.residuals);
      this.#evaluations++;
      this.#doubt = line.doubt;
      const here = line.slope + decay.slope + length * decay.bend;
      if (Math.abs(here) <= SLOPE_LEFT * -slope || trial === MOST_TRIALS) break;
      if (here < 0) low = length;
      else high = length;
      length -= here / (line.curvature + decay.bend);
      if (!(length > low && length < high)) length = high === Infinity ? 2 * low : (low + high) / 2;
    }
    for (let i = 0; i < weights.length; i++) weights[i]! += length * direction[i]!;
    for (let i = 0; i < change.length; i++) this.#logits[i]! += length * change[i]!;
    const after = this.#gradientHere();
    this.#pairs.add(direction, length, gradient, after);
    gradient.set(after);
    this.#iterations++;
    this.#isFresh = false;
    return true;
  }

  #guessInverseHessian(): void {
    const { squares, weightDecay, table } = this.#problem;
    const [classes, factor] = [table.classes, this.#doubt / table.rows];
    squares.forEach((square, j) => {
      this.#guess.fill(1 / (factor * square + weightDecay), j * classes, (j + 1) * classes);
    });
  }

  // Of the residuals that are in the table: a view.
  #gradientHere(): Float64Array {
    const { table, weightDecay } = this.#problem;
    const gradient = table.gradient();
    for (let i = 0; i < gradient.length; i++) gradient[i]! += weightDecay * this.#weights[i]!;
    return gradient;
  }

  #norm(): number {
    return Math.sqrt(dot(this.#gradient, this.#gradient));
  }

  #fit(): SoftmaxFit {
    const { table, targets, weightDecay } = this.#problem;
    const weights = this.#weights;
    const [iterations, evaluations] = [this.#iterations, this.#evaluations];
    const objective = crossEntropy(this.#logits, targets, table.classes) + (weightDecay / 2) * dot(weights, weights);
    return { weights, weightDecay, objective, gradientNorm: this.#norm(), iterations, evaluations };
  }
}
