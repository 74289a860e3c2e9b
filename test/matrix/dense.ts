import { Matrix } from "ml-matrix";
import type { Dense } from "../../src/matrix/index.ts";

export const EPS = 2 ** -52;

export function toMatrix({ rows, columns, values }: Dense): Matrix {
  return Matrix.from1DArray(rows, columns, values);
}

export function toDense(matrix: Matrix): Dense {
  return { rows: matrix.rows, columns: matrix.columns, values: Float64Array.from(matrix.to1DArray()) };
}

export function transpose({ rows, columns, values }: Dense): Dense {
  const at = (i: number): number => (i % rows) * columns + Math.floor(i / rows);
  return { rows: columns, columns: rows, values: values.map((_, i) => values[at(i)]!) };
}

/** ‖VᵀV − I‖_F: how far columns are from orthonormal. */
export function distanceFromOrthonormal(vectors: Dense): number {
  const v = toMatrix(vectors);
  return v.transpose().mmul(v).sub(Matrix.eye(v.columns)).norm();
}
