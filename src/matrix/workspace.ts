import { InvalidInput } from "../data/portable.ts";
import { type Dense, requireShape } from "./dense.ts";
import { builtProducts, type ProductsInstance, type ProductsModule } from "./products-module.ts";
import { reserve } from "./wasm.ts";

const BYTES = 8;
const LINE = 64; // bytes that caches move together

/**
 * A matrix that lies in a workspace. `values` is a view: it shows what products write, and what is written to it is what
 * they read. Ask for it anew after another matrix was made, since a memory that grows moves.
 */
export interface StoredMatrix extends Dense {
  readonly workspace: Workspace;
  readonly address: number;
}

/**
 * Matrices of doubles in one WebAssembly memory, and their products, on one core. A matrix stays where it is, so that a
 * loop multiplies the same one again and again without copying. The memory goes when the workspace does; within it,
 * matrices made after a `mark` are given up together by `release`.
 */
export class Workspace {
  readonly #products: ProductsInstance;
  readonly #panels: number;
  #next: number;

  /** @param products as built with the package, unless said otherwise. */
  constructor(products: ProductsModule = builtProducts()) {
    this.#products = products.instance();
    this.#panels = aligned(this.#products.firstAddress());
    this.#next = aligned(this.#panels + this.#products.panelBytes());
    reserve(this.#products.memory, this.#next);
  }

  /** A new matrix of zeros, or of the given values, row by row. @throws InvalidInput; RangeError without memory. */
  matrix(rows: number, columns: number, values?: Float64Array): StoredMatrix {
    requireShape(rows, columns, values);
    const address = this.#next;
    const end = aligned(address + Math.max(1, rows * columns) * BYTES); // an empty one has an address of its own too
    reserve(this.#products.memory, end);
    this.#next = end;
    const stored = this.#at(address, rows, columns);
    if (values) stored.values.set(values);
    else stored.values.fill(0);
    return stored;
  }

  /** The first entries of a matrix as one of another shape, in the same place. @throws InvalidInput for more entries. */
  reshaped(matrix: StoredMatrix, rows: number, columns: number): StoredMatrix {
    requireShape(rows, columns);
    if (rows * columns > matrix.rows * matrix.columns || matrix.workspace !== this) {
      throw new InvalidInput(
        `a ${matrix.rows} × ${matrix.columns} matrix of the workspace has no place for one of ${rows} × ${columns}`,
      );
    }
    return this.#at(matrix.address, rows, columns);
  }

  /** A place to `release` to. */
  mark(): number {
    return this.#next;
  }

  /** Gives up every matrix made after the mark: they must not be used any more. */
  release(mark: number): void {
    this.#next = Math.min(this.#next, mark);
  }

  /** out = A · B. @throws InvalidInput where shapes or workspaces do not fit. */
  multiply(a: StoredMatrix, b: StoredMatrix, out: StoredMatrix): void {
    this.#require("A·B", [a, b, out], a.columns === b.rows && out.rows === a.rows && out.columns === b.columns);
    this.#products.multiply(a.address, b.address, out.address, a.rows, a.columns, b.columns, this.#panels);
  }

  /** out = Aᵀ · B. @throws InvalidInput where shapes or workspaces do not fit. */
  transposedMultiply(a: StoredMatrix, b: StoredMatrix, out: StoredMatrix): void {
    this.#require("Aᵀ·B", [a, b, out], a.rows === b.rows && out.rows === a.columns && out.columns === b.columns);
    this.#products.transposedMultiply(a.address, b.address, out.address, a.columns, a.rows, b.columns, this.#panels);
  }

  /** out = A · Bᵀ. @throws InvalidInput where shapes or workspaces do not fit. */
  multiplyByTransposed(a: StoredMatrix, b: StoredMatrix, out: StoredMatrix): void {
    this.#require("A·Bᵀ", [a, b, out], a.columns === b.columns && out.rows === a.rows && out.columns === b.rows);
    this.#products.multiplyByTransposed(a.address, b.address, out.address, a.rows, a.columns, b.rows, this.#panels);
  }

  #at(address: number, rows: number, columns: number): StoredMatrix {
    const { memory } = this.#products;
    return {
      workspace: this,
      rows,
      columns,
      address,
      get values() {
        return new Float64Array(memory.buffer, address, rows * columns);
      },
    };
  }

  #require(product: string, matrices: readonly [StoredMatrix, StoredMatrix, StoredMatrix], fits: boolean): void {
    const [a, b, out] = matrices;
    if (!fits) {
      const [left, right, result] = matrices.map(({ rows, columns }) => `${rows} × ${columns}`);
      throw new InvalidInput(`shapes do not fit in C = ${product}: A is ${left}, B is ${right}, C is ${result}`);
    }
    if (matrices.some(({ workspace }) => workspace !== this)) {
      throw new InvalidInput(`A, B and C of C = ${product} must lie in the workspace that multiplies them`);
    }
    if (out.address === a.address || out.address === b.address) {
      throw new InvalidInput(`C of C = ${product} must be another matrix than A and B`);
    }
  }
}

function aligned(address: number): number {
  return Math.ceil(address / LINE) * LINE;
}
