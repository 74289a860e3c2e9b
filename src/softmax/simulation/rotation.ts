import { InvalidInput } from "../../data/index.ts";
import { type Dense, product, rowBasis, symmetricEigen, transposedProduct } from "../../matrix/index.ts";

const EPS = 2 ** -52;

/** A table of features (n × d) seen from an orthonormal basis (d × r) in which its columns are orthogonal. */
export interface Rotation {
  /** Orthonormal columns, in order of growing share of the features. */
  readonly basis: Dense;
  /** Features times basis, n × r. */
  readonly table: Dense;
  /** Squared norms of the table's columns: the squared singular values of the features that are not zero. */
  readonly squares: Float64Array;
}

/**
 * Turns features to the principal axes of XᵀX and leaves out the axes along which all rows are zero: a linear model with
 * weight decay is the same problem in either coordinates, as the decay is the same in every orthonormal basis and draws
 * weights outside the rows' span to zero.
 *
 * With fewer rows than columns, to a basis of the rows first: at most n columns are left. An axis counts as zero where
 * the features are no longer along it than rounding in the product with it may make them: (d + 2)·EPS·‖X‖_F.
 *
 * @throws InvalidInput where squares of the features overflow.
 */
export function rotated(features: Dense): Rotation {
  const first = features.rows < features.columns ? rowBasis(features) : null;
  const reduced = first === null ? features : product(features, first);
  const gram = transposedProduct(reduced, reduced);
  const total = traceOf(gram);
  if (!Number.isFinite(total)) throw new InvalidInput("features must be small enough for their squares to be finite");
  const { vectors } = symmetricEigen(gram);
  const basis = first === null ? vectors : product(first, vectors);
  const table = product(features, basis);
  const squares = squaredColumnNorms(table);
  const least = ((features.columns + 2) * EPS) ** 2 * total;
  const kept = [...squares.keys()].filter((j) => squares[j]! > least);
  return {
    basis: columnsOf(basis, kept),
    table: columnsOf(table, kept),
    squares: Float64Array.from(kept, (j) => squares[j]!),
  };
}

function traceOf({ rows, values }: Dense): number {
  let sum = 0;
  for (let j = 0; j < rows; j++) sum += values[j * rows + j]!;
  return sum;
}

function squaredColumnNorms({ columns, values }: Dense): Float64Array {
  const squares = new Float64Array(columns);
  for (let row = 0; row < values.length; row += columns) {
    for (let j = 0; j < columns; j++) squares[j]! += values[row + j]! ** 2;
  }
  return squares;
}

function columnsOf({ rows, columns, values }: Dense, chosen: readonly number[]): Dense {
  const kept = new Float64Array(rows * chosen.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < chosen.length; j++) kept[i * chosen.length + j] = values[i * columns + chosen[j]!]!;
  }
  return { rows, columns: chosen.length, values: kept };
}
