import fc from "fast-check";
import { expect, test } from "vitest";
import { factorise, solveFactorised } from "../../../src/logistic/simulation/cholesky.ts";

const lowerTriangles = fc.integer({ min: 1, max: 13 }).chain((n) =>
  fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n * n, maxLength: n * n }).map((entries) => {
    const lower = Float64Array.from(entries);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) lower[i * n + j] = 0;
      lower[i * n + i] = 1;
    }
    return { n, lower };
  }),
);

function product(n: number, lower: Float64Array): Float64Array {
  const square = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) square[i * n + j]! += lower[i * n + k]! * lower[j * n + k]!;
    }
  }
  return square;
}

// With a unit diagonal and integers below it every pivot and entry is a small integer: nothing is rounded.
test("the Cholesky factor of L Lᵀ is L, and its solution solves the system, exactly for unit lower triangles of integers", () => {
  fc.assert(
    fc.property(lowerTriangles, ({ n, lower }) => {
      const matrix = product(n, lower);
      const b = Float64Array.from({ length: n }, (_, i) => i - 2);
      const right = new Float64Array(n);
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) right[i]! += matrix[i * n + j]! * b[j]!;
      factorise(matrix, n);
      for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) expect(matrix[i * n + j]).toBe(lower[i * n + j]! + 0);
      solveFactorised(matrix, n, right);
      expect([...right].map((value) => value + 0)).toEqual([...b]);
    }),
    { numRuns: 200 },
  );
});

test("a matrix that is not positive definite is refused with the pivot", () => {
  expect(() => factorise(Float64Array.from([1, 0, 2, 4]), 2)).toThrow("pivot 1 is 0");
});
