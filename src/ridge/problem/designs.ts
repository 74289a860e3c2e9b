import { Matrix, QrDecomposition } from "ml-matrix";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { normal } from "../../random/index.ts";

/** A matrix of independent standard normal entries. */
export function gaussianMatrix(rows: number, columns: number, random: RandomGenerator): Matrix {
  return new Matrix(Array.from({ length: rows }, () => Array.from({ length: columns }, () => normal(random))));
}

/** The first `columns` columns of a random orthogonal matrix. */
export function orthonormalColumns(rows: number, columns: number, random: RandomGenerator): Matrix {
  const { orthogonalMatrix } = new QrDecomposition(gaussianMatrix(rows, columns, random));
  return orthogonalMatrix.subMatrix(0, rows - 1, 0, columns - 1);
}

/** X = U diag(σ) Vᵀ, for U (n × r) and V (d × r) with orthonormal columns. */
export function designFromBasis(left: Matrix, singularValues: readonly number[], right: Matrix): Matrix {
  return left
    .clone()
    .mulRowVector([...singularValues])
    .mmul(right.transpose());
}
