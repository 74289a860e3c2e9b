import { type Dense, type StoredMatrix, Workspace } from "../../matrix/index.ts";

/** A table X (n × d) that is multiplied again and again, by weights (d × classes) and, transposed, by residuals (n × classes). */
export class StoredTable {
  readonly rows: number;
  readonly columns: number;
  readonly classes: number;
  /** To be filled in before `gradient` is asked for: n × classes, row by row. */
  readonly residuals: Float64Array;
  readonly #workspace = new Workspace();
  readonly #table: StoredMatrix;
  readonly #weights: StoredMatrix;
  readonly #logits: StoredMatrix;
  readonly #residuals: StoredMatrix;
  readonly #gradient: StoredMatrix;

  constructor({ rows, columns, values }: Dense, classes: number) {
    this.rows = rows;
    this.columns = columns;
    this.classes = classes;
    this.#table = this.#workspace.matrix(rows, columns, values);
    this.#weights = this.#workspace.matrix(columns, classes);
    this.#logits = this.#workspace.matrix(rows, classes);
    this.#residuals = this.#workspace.matrix(rows, classes);
    this.#gradient = this.#workspace.matrix(columns, classes);
    this.residuals = this.#residuals.values; // from here on the memory does not grow any more
  }

  /** X·weights: a view, which the next call overwrites. */
  logits(weights: Float64Array): Float64Array {
    this.#weights.values.set(weights);
    this.#workspace.multiply(this.#table, this.#weights, this.#logits);
    return this.#logits.values;
  }

  /** Xᵀ·residuals: a view, which the next call overwrites. */
  gradient(): Float64Array {
    this.#workspace.transposedMultiply(this.#table, this.#residuals, this.#gradient);
    return this.#gradient.values;
  }
}
