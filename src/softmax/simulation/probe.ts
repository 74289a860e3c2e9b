import { type FeatureTable, InvalidInput } from "../../data/index.ts";
import { type Dense, product } from "../../matrix/index.ts";
import { Descent } from "./descent.ts";
import { rotated } from "./rotation.ts";
import { FitNotConverged, type SoftmaxFit } from "./softmax-fit.ts";
import { StoredTable } from "./stored-table.ts";

const EPS = 2 ** -52;

/** How features are taken. */
export interface ProbeOptions {
  /** Append a feature that is 1 in every row. Its weights decay like all others. */
  readonly bias?: boolean;
}

/** Where a fit starts and when it ends. */
export interface FitOptions {
  /** Where to start: another fit of this probe, or what `extrapolated` makes of several. Zero weights without one. */
  readonly start?: Pick<SoftmaxFit, "weights">;
  /** The norm of the gradient to reach; 1e-6 unless given. */
  readonly gradientTolerance?: number;
  /** Steps after which a fit is given up; 10 000 unless given. */
  readonly mostIterations?: number;
}

/**
 * Softmax linear probing: multinomial logistic regression with weight decay on fixed features X (n × d). For targets t
 * (n × classes; rows sum to 1, entries may have any sign), a fit minimises
 *
 *     (1/n) Σ_i [log Σ_k e^z_ik − ⟨t_i, z_i⟩] + ½·weightDecay·‖W‖_F²,   z = XW,
 *
 * which is strongly convex for any targets. What does not depend on targets and weight decay is prepared once: the features
 * are turned to coordinates in which XᵀX is diagonal.
 *
 * @example
 * ```ts
 * import { shippedDataset, softmax, Streams } from "sd-theorems";
 *
 * const { train, test } = shippedDataset("digits");
 * const random = new Streams({ seed: 1, claim: "example", problem: "digits" }).replicate(0);
 * const { labels } = softmax.corrupt(train.labels, 10, { kind: "random", rate: 0.5, exact: true }, random);
 *
 * const probe = new softmax.Probe(train.features, 10);
 * const weightDecay = 1e-3;
 * const teacher = probe.fit(softmax.oneHot(labels, 10), weightDecay);
 * const targets = softmax.imitationTargets(probe.logits(teacher), labels, 10, 3);
 * const student = probe.fit(targets, weightDecay);
 * for (const fit of [teacher, student]) {
 *   const logits = probe.logits(fit, test.features);
 *   console.log(softmax.accuracy(logits, test.labels, 10).toFixed(2));
 * }
 * // 0.74
 * // 0.79
 * ```
 */
export class Probe {
  /** How many classes it tells apart. */
  readonly classes: number;
  /** How many samples it is fitted to. */
  readonly rows: number;
  /** Features that a table must have to be predicted, the appended one not counted. */
  readonly columns: number;
  readonly #bias: boolean;
  readonly #basis: Dense;
  readonly #squares: Float64Array;
  readonly #table: StoredTable;

  /**
   * Makes features ready for fits.
   *
   * @param classes at least 2.
   * @throws InvalidInput where there are no samples, too few classes, or values that are not finite.
   */
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
    this.#table = new StoredTable(table, classes);
  }

  /** How many columns the features have in the probe's coordinates: their rank. */
  get rank(): number {
    return this.#table.columns;
  }

  /**
   * The minimiser for targets, n × classes.
   *
   * @param targets n × classes, row by row; rows sum to 1.
   * @param weightDecay positive.
   * @param options where to start, and when to end.
   * @throws InvalidInput where sizes do not fit or rows do not sum to 1; FitNotConverged where the gradient does not
   *   come down to the tolerance.
   */
  fit(
    targets: Float64Array,
    weightDecay: number,
    { start, gradientTolerance = 1e-6, mostIterations = 10_000 }: FitOptions = {},
  ): SoftmaxFit {
    requireTargets(targets, this.rows, this.classes);
    for (const [what, value] of Object.entries({
      "weight decay": weightDecay,
      "gradient tolerance": gradientTolerance,
    })) {
      if (!(value > 0 && value < Infinity)) throw new InvalidInput(`${what} must be positive; given ${value}`);
    }
    const weights = start === undefined ? new Float64Array(this.rank * this.classes) : start.weights.slice();
    this.#requireWeights(weights);
    const problem = { table: this.#table, squares: this.#squares, targets, weightDecay };
    const fit = new Descent(problem, weights).run(gradientTolerance, mostIterations);
    if (!(fit.gradientNorm <= gradientTolerance)) throw new FitNotConverged(fit, gradientTolerance);
    return fit;
  }

  /**
   * Logits of a table's rows, by default of the rows that the probe was made for; rows × classes.
   *
   * @param fit of this probe.
   * @param features rows × columns; by default those that the probe was made for.
   * @throws InvalidInput for a fit of another probe, or features of another width.
   */
  logits(fit: Pick<SoftmaxFit, "weights">, features?: FeatureTable): Float64Array {
    this.#requireWeights(fit.weights);
    if (features === undefined) return this.#table.logits(fit.weights).slice();
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

  /**
   * Weights by feature, columns × classes; those of the appended feature come last.
   *
   * @param fit of this probe.
   * @throws InvalidInput for a fit of another probe.
   */
  weights(fit: Pick<SoftmaxFit, "weights">): Float64Array {
    this.#requireWeights(fit.weights);
    return product(this.#basis, { rows: this.rank, columns: this.classes, values: fit.weights }).values;
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
  if (values.length !== rows * columns) {
    throw new InvalidInput(`${rows} rows of ${columns} features are ${rows * columns} values; given ${values.length}`);
  }
  for (let at = 0; at < values.length; at++) {
    if (Number.isFinite(values[at])) continue;
    throw new InvalidInput(
      `features must be finite numbers; given ${values[at]} in row ${Math.floor(at / columns)}, column ${at % columns}`,
    );
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
