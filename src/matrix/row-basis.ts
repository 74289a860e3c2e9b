import { type Dense, powerOfTwoBelow, requireShape } from "./dense.ts";
import { type StoredMatrix, Workspace } from "./workspace.ts";

const EPS = 2 ** -52;
const BLOCK = 64;

/** Where less than this part of a row is left within its block, it is cleaned of everything once more. */
const ENOUGH = 0.1;

/**
 * An orthonormal basis of what the rows of a matrix span, in the columns of the result: one for each row that does not, to
 * rounding, depend on those before it.
 *
 * Gram and Schmidt's method, twice, which is enough (Kahan and Parlett): a block of rows is cleaned of the basis so far by
 * two products, then its rows of each other. A row counts as dependent where no more is left of it than (d + 2)·EPS of
 * its norm.
 */
export function rowBasis({ rows, columns, values }: Dense): Dense {
  requireShape(rows, columns, values);
  const workspace = new Workspace();
  const basis = workspace.matrix(rows, columns); // row by row; as many of its rows as were found are in use
  const block = workspace.matrix(BLOCK, columns);
  const [parts, along] = [workspace.matrix(1, BLOCK * rows), workspace.matrix(BLOCK, columns)];
  let found = 0;
  for (let from = 0; from < rows; from += BLOCK) {
    const wide = Math.min(BLOCK, rows - from);
    const given = values.slice(from * columns, (from + wide) * columns);
    for (let i = 0; i < wide; i++) bringToUnit(given.subarray(i * columns, (i + 1) * columns));
    const [some, image] = [block, along].map((matrix) => workspace.reshaped(matrix, wide, columns)) as Pair;
    some.values.set(given);
    for (let pass = 0; pass < 2; pass++) cleanBlock(some, workspace.reshaped(basis, found, columns), parts, image);
    const start = found;
    const vectors = Array.from({ length: rows }, (_, k) => basis.values.subarray(k * columns, (k + 1) * columns));
    for (let i = 0; i < wide; i++) {
      const row = some.values.subarray(i * columns, (i + 1) * columns);
      const before = norm(row);
      for (let pass = 0; pass < 2; pass++) clean(row, vectors.slice(start, found));
      if (norm(row) < ENOUGH * before) for (let pass = 0; pass < 2; pass++) clean(row, vectors.slice(0, found));
      const left = norm(row);
      if (!(left > (columns + 2) * EPS * norm(given.subarray(i * columns, (i + 1) * columns)))) continue;
      const vector = vectors[found++]!;
      for (let j = 0; j < columns; j++) vector[j] = row[j]! / left;
    }
  }
  const across = new Float64Array(columns * found);
  const { values: down } = basis;
  for (let k = 0; k < found; k++) for (let j = 0; j < columns; j++) across[j * found + k] = down[k * columns + j]!;
  return { rows: columns, columns: found, values: across };
}

type Pair = [StoredMatrix, StoredMatrix];

// block −= (block·basisᵀ)·basis
function cleanBlock(block: StoredMatrix, basis: StoredMatrix, place: StoredMatrix, image: StoredMatrix): void {
  const { workspace } = block;
  const parts = workspace.reshaped(place, block.rows, basis.rows);
  workspace.multiplyByTransposed(block, basis, parts);
  workspace.multiply(parts, basis, image);
  const [target, subtracted] = [block.values, image.values];
  for (let i = 0; i < target.length; i++) target[i]! -= subtracted[i]!;
}

// The span does not change with the rows' lengths.
function bringToUnit(row: Float64Array): void {
  let largest = 0;
  for (const value of row) largest = Math.max(largest, Math.abs(value));
  const unit = powerOfTwoBelow(largest);
  for (let j = 0; j < row.length; j++) row[j]! /= unit;
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
