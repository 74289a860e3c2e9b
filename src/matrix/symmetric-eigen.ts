import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { InvalidInput } from "../data/portable.ts";
import { type Dense, requireShape } from "./dense.ts";

/** A = V·diag(values)·Vᵀ: eigenvectors are the columns of `vectors`, and orthonormal. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Dense;
}

/** The eigenvalues, ascending, and eigenvectors of a symmetric matrix. @throws InvalidInput for one that is not square. */
export function symmetricEigen({ rows, columns, values }: Dense): SymmetricEigen {
  requireShape(rows, columns, values);
  if (rows !== columns) throw new InvalidInput(`a symmetric matrix is square; given one of ${rows} × ${columns}`);
  if (rows === 0) return { values: new Float64Array(0), vectors: { rows, columns, values: new Float64Array(0) } };
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(Matrix.from1DArray(rows, rows, values), {
    assumeSymmetric: true,
  });
  return {
    values: Float64Array.from(realEigenvalues),
    vectors: { rows, columns, values: Float64Array.from(eigenvectorMatrix.to1DArray()) },
  };
}
