import { InvalidInput } from "../data/portable.ts";
import { type Dense, powerOfTwoBelow, requireShape } from "./dense.ts";
import { builtSymmetric, type SymmetricInstance, type SymmetricModule } from "./symmetric-module.ts";
import { diagonalise } from "./tridiagonal-ql.ts";
import { reserve } from "./wasm.ts";

/** A = V·diag(values)·Vᵀ: eigenvectors are the columns of `vectors`, and orthonormal. */
export interface SymmetricEigen {
  /** Ascending. */
  readonly values: Float64Array;
  readonly vectors: Dense;
}

const BYTES = 8;

/** Matrices of no more rows share a memory: to collect one for each takes longer than their eigenvectors. */
const SMALL = 256;

/** Rotations that are gathered before they are applied to the vectors, strip by strip. */
const ROTATIONS = 2 ** 17;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, of which the lower triangle is read: Householder's reduction to a
 * tridiagonal matrix, and the implicit QL method. Both are exact for a matrix off by rounding, of size EPS·‖A‖ times some
 * multiple of n; the smallest of eigenvalues that differ much are not more exact than that.
 *
 * @throws InvalidInput for a matrix that is not square or not finite.
 */
export function symmetricEigen(matrix: Dense, module: SymmetricModule = builtSymmetric()): SymmetricEigen {
  const { rows: n, columns, values } = matrix;
  requireShape(n, columns, values);
  if (n !== columns) throw new InvalidInput(`a symmetric matrix is square; given one of ${n} × ${columns}`);
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value)); // NaN if one is
  if (!Number.isFinite(largest)) throw new InvalidInput("eigenvectors are of matrices of finite numbers only");
  const unit = powerOfTwoBelow(largest);

  const { memory, firstAddress, tridiagonalise, rotateRows } = instanceFor(n, module);
  let next = Math.ceil(firstAddress() / BYTES) * BYTES;
  const place = (numbers: number): number => {
    const address = next;
    next += numbers * BYTES;
    return address;
  };
  const most = Math.max(ROTATIONS, n);
  const [a, q, diagonalAt, besideAt, scratch] = [place(n * n), place(n * n), place(n), place(n), place(8 * n)];
  const [rotationsAt, sweepsAt] = [place(2 * most), place(most)];
  reserve(memory, next);
  const array = (address: number, length: number): Float64Array => new Float64Array(memory.buffer, address, length);
  array(a, n * n).set(values.map((value) => value / unit));
  tridiagonalise(a, n, diagonalAt, besideAt, q, scratch);

  const rotations = array(rotationsAt, 2 * most);
  const sweeps = new Uint32Array(memory.buffer, sweepsAt, 2 * most);
  let [gathered, many] = [0, 0];
  const apply = (): void => {
    rotateRows(q, n, sweepsAt, many, rotationsAt, scratch);
    [gathered, many] = [0, 0];
  };
  const diagonal = array(diagonalAt, n);
  diagonalise(diagonal, array(besideAt, n), (first, sweep) => {
    if (gathered + sweep.length > rotations.length) apply();
    rotations.set(sweep, gathered);
    gathered += sweep.length;
    sweeps[2 * many] = first;
    sweeps[2 * many + 1] = sweep.length / 2;
    many++;
  });
  apply();

  const order = [...diagonal.keys()].toSorted((i, j) => diagonal[i]! - diagonal[j]!);
  const vectors = new Float64Array(n * n);
  const rows = array(q, n * n);
  order.forEach((row, j) => {
    for (let i = 0; i < n; i++) vectors[i * n + j] = rows[row * n + i]!;
  });
  return {
    values: Float64Array.from(order, (row) => diagonal[row]! * unit),
    vectors: { rows: n, columns: n, values: vectors },
  };
}

const shared = new WeakMap<SymmetricModule, SymmetricInstance>();

function instanceFor(n: number, module: SymmetricModule): SymmetricInstance {
  if (n > SMALL) return module.instance();
  const instance = shared.get(module) ?? module.instance();
  shared.set(module, instance);
  return instance;
}
