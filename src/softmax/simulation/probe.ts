import { type FeatureTable, InvalidInput } from "../../data/index.ts";
import { type Dense, product, type StoredMatrix, Workspace } from "../../matrix/index.ts";
import { crossEntropy, crossEntropyOnLine } from "./cross-entropy.ts";
import { CurvaturePairs, dot } from "./curvature-pairs.ts";
import { rotated } from "./rotation.ts";
import { FitNotConverged, type SoftmaxFit } from "./softmax-fit.ts";

const EPS = 2 ** -52;

/** A step ends where its slope is at most this part of the slope it began with. Nearer costs more than it saves. */
const SLOPE_LEFT = 0.3;
const MOST_TRIALS = 50;

export interface ProbeOptions {
  /** Append a feature that is 1 in every row. Its weights decay like all others. */
  readonly bias?: boolean;
}

export interface FitOptions {
  /** Where to start: another fit of this probe, or what `extrapolated` makes of several. Zero weights without one. */
  readonly start?: Pick<SoftmaxFit, "weights">;
  /** The norm of the gradient to reach; 1e-6 unless given. */
  readonly gradientTolerance?: number;
  /** Steps after which a fit is given up; 20 000 unless given. */
  readonly mostIterations?: number;
}

/**
 * Softmax linear probing: multinomial logistic regression with weight decay on fixed features X (n × d). For targets t
 * (n × classes; rows sum to 1, entries may have any sign), a fit minimises
 *
 *     (1/n) Σ_i [log Σ_k e^z_ik − ⟨t_i, z_i⟩] + ½·weightDecay·‖W‖_F²,   z = XW,
 *
 * which is strongly convex for any targets. Everything that does not depend on targets and weight decay is prepared once.
 *
 * The minimiser is found by L-BFGS in coordinates in which XᵀX is diagonal. The first guess of the Hessian is the one at
 * W = 0 on weights that sum to 0 over the classes, XᵀX/(n·classes) + weightDecay, a diagonal in these coordinates. Logits
 * are linear in the weights, so that the search along a direction needs one product with X, whatever its length.
 */
export class Probe {
  readonly classes: number;
  readonly rows: number;
  /** Features that a table must have to be predicted, the appended one not counted. */
  readonly columns: number;
  readonly #bias: boolean;
  readonly #basis: Dense;
  readonly #squares: Float64Array;
  readonly #workspace: Workspace;
  readonly #table: StoredMatrix;
  readonly #weightsIn: StoredMatrix;
  readonly #logitsOut: StoredMatrix;
  readonly #residualsIn: StoredMatrix;
  readonly #gradientOut: StoredMatrix;

  /** @throws InvalidInput */
  constructor(features: FeatureTable, classes: number, { bias = false }: ProbeOptions = {}) {
    if (!Number.isSafeInteger(classes) || classes < 2) {
      throw new InvalidInput(`a probe tells at least 2 classes apart; given ${classes}`);
    }
    requireFeatures(features);
    if (features.rows === 0) throw new InvalidInput("a probe needs at least one row of features; given none");
    this.classes = classes;
    this.rows = features.rows;
    this.columns = features.columns;
    this.#bias = bias;
    const { basis, table, squares } = rotated(bias ? withOnes(features) : features);
    this.#basis = basis;
    this.#squares = squares;
    this.#workspace = new Workspace();
    this.#table = this.#workspace.matrix(table.rows, table.columns, table.values);
    this.#weightsIn = this.#workspace.matrix(table.columns, classes);
    this.#logitsOut = this.#workspace.matrix(table.rows, classes);
    this.#residualsIn = this.#workspace.matrix(table.rows, classes);
    this.#gradientOut = this.#workspace.matrix(table.columns, classes);
  }

  /** How many columns the features have in the probe's coordinates: their rank. */
  get rank(): number {
    return this.#table.columns;
  }

  /**
   * The minimiser for targets, n × classes.
   *
   * @throws InvalidInput; FitNotConverged where the gradient does not come down to the tolerance.
   */
  fit(
    targets: Float64Array,
    weightDecay: number,
    { start, gradientTolerance = 1e-6, mostIterations = 20_000 }: FitOptions = {},
  ): SoftmaxFit {
    requireTargets(targets, this.rows, this.classes);
    for (const [what, value] of Object.entries({
      "weight decay": weightDecay,
      "gradient tolerance": gradientTolerance,
    })) {
      if (!(value > 0 && value < Infinity)) throw new InvalidInput(`${what} must be positive; given ${value}`);
    }
    const { classes } = this;
    const n = this.rows;
    const size = this.rank * classes;
    const weights = start === undefined ? new Float64Array(size) : start.weights.slice();
    this.#requireWeights(weights);
    const diagonal = Float64Array.from(
      { length: size },
      (_, i) => 1 / (this.#squares[Math.floor(i / classes)]! / (n * classes) + weightDecay),
    );
    const pairs = new CurvaturePairs(diagonal);
    const direction = new Float64Array(size);
    const [residuals, slopes] = [this.#residualsIn.values, this.#gradientOut.values];
    const gradientHere = (): void => {
      this.#workspace.transposedMultiply(this.#table, this.#residualsIn, this.#gradientOut);
      for (let i = 0; i < size; i++) slopes[i]! += weightDecay * weights[i]!;
    };
    let iterations = 0;
    let evaluations = 0;
    let logits: Float64Array;
    let fresh: boolean;
    // The gradient from the weights themselves: logits that were updated step by step have gathered rounding errors.
    const afresh = (): void => {
      logits = this.#logitsOf(weights).slice();
      crossEntropyOnLine(logits, logits, 0, targets, classes, residuals);
      evaluations++;
      gradientHere();
      fresh = true;
    };
    afresh();
    const gradient = slopes.slice();
    let norm = Math.sqrt(dot(gradient, gradient));
    for (;;) {
      if (norm <= gradientTolerance || iterations === mostIterations) {
        if (fresh!) break;
        afresh();
        gradient.set(slopes);
        norm = Math.sqrt(dot(gradient, gradient));
        continue;
      }
      iterations++;
      fresh = false;
      pairs.descent(gradient, direction);
      const change = this.#logitsOf(direction);
      const line = {
        slope: dot(gradient, direction),
        decay: weightDecay * dot(weights, direction),
        bend: weightDecay * dot(direction, direction),
      };
      let [length, low, high] = [1, 0, Infinity];
      for (let trial = 1; ; trial++) {
        const { slope, curvature } = crossEntropyOnLine(logits!, change, length, targets, classes, residuals);
        evaluations++;
        const here = slope + line.decay + length * line.bend;
        if (Math.abs(here) <= SLOPE_LEFT * Math.abs(line.slope) || trial === MOST_TRIALS) break;
        if (here < 0) low = length;
        else high = length;
        length -= here / (curvature + line.bend);
        if (!(length > low && length < high)) length = high === Infinity ? 2 * low : (low + high) / 2;
      }
      for (let i = 0; i < size; i++) weights[i]! += length * direction[i]!;
      for (let i = 0; i < logits!.length; i++) logits![i]! += length * change[i]!;
      gradientHere();
      pairs.add(direction, length, gradient, slopes);
      gradient.set(slopes);
      norm = Math.sqrt(dot(gradient, gradient));
    }
    const objective = crossEntropy(logits!, targets, classes) + (weightDecay / 2) * dot(weights, weights);
    const fit = { weights, weightDecay, objective, gradientNorm: norm, iterations, evaluations };
    if (!(norm <= gradientTolerance)) throw new FitNotConverged(fit, gradientTolerance);
    return fit;
  }

  /** Logits of a table's rows, by default of the rows that the probe was made for; rows × classes. @throws InvalidInput */
  logits(fit: Pick<SoftmaxFit, "weights">, features?: FeatureTable): Float64Array {
    this.#requireWeights(fit.weights);
    if (features === undefined) return this.#logitsOf(fit.weights).slice();
    requireFeatures(features);
    if (features.columns !== this.columns) {
      throw new InvalidInput(`the probe was made for ${this.columns} features; given ${features.columns}`);
    }
    const weights = this.weights(fit);
    const { columns, classes } = this;
    const linear = { rows: columns, columns: classes, values: weights.subarray(0, columns * classes) };
    const { values } = product(features, linear);
    if (this.#bias) {
      const constant = weights.subarray(columns * classes);
      for (let i = 0; i < values.length; i++) values[i]! += constant[i % classes]!;
    }
    return values;
  }

  /** Weights by feature, columns × classes; those of the appended feature come last. @throws InvalidInput */
  weights(fit: Pick<SoftmaxFit, "weights">): Float64Array {
    this.#requireWeights(fit.weights);
    return product(this.#basis, { rows: this.rank, columns: this.classes, values: fit.weights }).values;
  }

  // A view of the workspace, which the next product overwrites.
  #logitsOf(weights: Float64Array): Float64Array {
    this.#weightsIn.values.set(weights);
    this.#workspace.multiply(this.#table, this.#weightsIn, this.#logitsOut);
    return this.#logitsOut.values;
  }

  #requireWeights(weights: Float64Array): void {
    if (weights.length !== this.rank * this.classes) {
      throw new InvalidInput(
        `the probe has ${this.rank * this.classes} weights; given a fit with ${weights.length}, of another probe`,
      );
    }
  }
}

function requireFeatures({ rows, columns, values }: FeatureTable): void {
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    throw new InvalidInput(
      `features must be finite numbers; given ${values[wrong]} in row ${Math.floor(wrong / columns)}, column ${wrong % columns}`,
    );
  }
  if (values.length !== rows * columns) {
    throw new InvalidInput(`${rows} rows of ${columns} features are ${rows * columns} values; given ${values.length}`);
  }
}

/*
 * Rows sum to 1 to rounding: probabilities are off by (2·classes + 4)·EPS at most, mixed with a label by some units more,
 * of numbers no larger than the targets themselves and 1.
 */
function requireTargets(targets: Float64Array, rows: number, classes: number): void {
  if (targets.length !== rows * classes) {
    throw new InvalidInput(
      `${rows} rows of ${classes} classes need ${rows * classes} targets; given ${targets.length}`,
    );
  }
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    let size = 1;
    for (let k = i * classes; k < (i + 1) * classes; k++) {
      sum += targets[k]!;
      size += Math.abs(targets[k]!);
    }
    if (!(Math.abs(sum - 1) <= 8 * classes * EPS * size)) {
      throw new InvalidInput(`the targets of a row must be finite and sum to 1; those of row ${i} sum to ${sum}`);
    }
  }
}

function withOnes({ rows, columns, values }: FeatureTable): FeatureTable {
  const wider = new Float64Array(rows * (columns + 1)).fill(1);
  for (let i = 0; i < rows; i++) wider.set(values.subarray(i * columns, (i + 1) * columns), i * (columns + 1));
  return { rows, columns: columns + 1, values: wider };
}
