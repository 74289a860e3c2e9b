import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { rowBasis } from "../../src/matrix/index.ts";
import { distanceFromOrthonormal, EPS, toDense, toMatrix } from "./dense.ts";

/**
 * Four times at most a row of d entries is cleaned of m vectors, each time with a rounding error of (m + d) EPS of its
 * norm; once more in checking it.
 */
const rounding = (m: number, d: number): number => 5 * (m + d) * EPS;

// Not so small that products of entries underflow.
const entry = fc.double({ min: -1, max: 1, noNaN: true }).map((value) => (Math.abs(value) < 1e-100 ? 0 : value));

/** Combinations with small whole coefficients of random rows. */
const dependent = fc
  .record({
    rank: fc.integer({ min: 1, max: 6 }),
    rows: fc.integer({ min: 1, max: 80 }),
    more: fc.nat({ max: 12 }),
    entries: fc.infiniteStream(entry),
    coefficients: fc.infiniteStream(fc.integer({ min: -2, max: 2 })),
  })
  .map(({ rank, rows, more, entries, coefficients }) => {
    const columns = rank + more;
    const some = [...entries.take(rank * columns)];
    const of = [...coefficients.take(61)];
    const combine = Matrix.from1DArray(
      rows,
      rank,
      Array.from({ length: rows * rank }, (_, i) => of[i % of.length]!),
    );
    return toDense(combine.mmul(Matrix.from1DArray(rank, columns, some)));
  });

test("the basis is orthonormal and every row is in its span, also where rows depend on each other", () => {
  fc.assert(
    fc.property(dependent, (matrix) => {
      const basis = rowBasis(matrix);
      const { rows, columns } = matrix;
      expect(basis.rows).toBe(columns);
      expect(basis.columns).toBeLessThanOrEqual(Math.min(rows, columns));
      if (basis.columns === 0) {
        expect(matrix.values.every((value) => value === 0)).toBe(true);
        return;
      }
      expect(distanceFromOrthonormal(basis)).toBeLessThanOrEqual(rounding(basis.columns, columns) * basis.columns);
      const [x, q] = [toMatrix(matrix), toMatrix(basis)];
      const outside = x.clone().sub(x.mmul(q).mmul(q.transpose()));
      for (let i = 0; i < rows; i++) {
        expect(outside.getRowVector(i).norm()).toBeLessThanOrEqual(
          rounding(basis.columns, columns) * x.getRowVector(i).norm(),
        );
      }
    }),
    { numRuns: 200 },
  );
});

test("it has as many vectors as there are independent rows", () => {
  const rows = Matrix.from1DArray(
    3,
    70,
    [...Array(210).keys()].map((i) => Math.sin(i * i)),
  );
  const combinations = Matrix.from1DArray(
    90,
    3,
    [...Array(270).keys()].map((i) => ((i * i) % 7) - 3),
  );
  expect(rowBasis(toDense(combinations.mmul(rows))).columns).toBe(3);
  const small = combinations.mmul(rows).mul(1e-300);
  expect(rowBasis(toDense(small)).columns).toBeGreaterThanOrEqual(3); // and more, as small numbers have fewer digits
  expect(rowBasis({ rows: 2, columns: 3, values: new Float64Array(6) }).columns).toBe(0);
  expect(rowBasis({ rows: 0, columns: 3, values: new Float64Array(0) })).toMatchObject({ rows: 3, columns: 0 });
});
