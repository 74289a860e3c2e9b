import type { Dense } from "./dense.ts";

/**
 * An orthonormal basis of what the rows of a matrix span, in the columns of the result: as many as there are rows that do
 * not, to rounding, depend on those before them.
 *
 * Gram and Schmidt's method, each row cleaned of the basis twice: that is enough (Kahan and Parlett) for a row that the
 * second time leaves more than half of; of a row that depends on the others, rounding errors alone are left.
 */
export function rowBasis({ rows, columns, values }: Dense): Dense {
  const basis: Float64Array[] = [];
  for (let i = 0; i < rows; i++) {
    const row = values.slice(i * columns, (i + 1) * columns);
    clean(row, basis);
    const before = norm(row);
    clean(row, basis);
    const after = norm(row);
    if (!(after > before / 2)) continue;
    for (let j = 0; j < columns; j++) row[j]! /= after;
    basis.push(row);
  }
  const across = new Float64Array(columns * basis.length);
  basis.forEach((vector, k) => vector.forEach((value, j) => (across[j * basis.length + k] = value)));
  return { rows: columns, columns: basis.length, values: across };
}

function clean(row: Float64Array, basis: readonly Float64Array[]): void {
  const parts = basis.map((vector) => dot(vector, row));
  basis.forEach((vector, k) => {
    const part = parts[k]!;
    for (let j = 0; j < row.length; j++) row[j]! -= part * vector[j]!;
  });
}

function norm(x: Float64Array): number {
  return Math.sqrt(dot(x, x));
}

function dot(x: Float64Array, y: Float64Array): number {
  let even = 0;
  let odd = 0;
  let j = 0;
  for (; j + 1 < x.length; j += 2) {
    even += x[j]! * y[j]!;
    odd += x[j + 1]! * y[j + 1]!;
  }
  return j < x.length ? even + odd + x[j]! * y[j]! : even + odd;
}
