import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { InvalidInput } from "../../src/data/index.ts";
import { type Dense, symmetricEigen } from "../../src/matrix/index.ts";
import { distanceFromOrthonormal, EPS, toDense, toMatrix } from "./dense.ts";

/**
 * In units of the matrix's norm: n reflections and about 2n sweeps of rotations act from both sides, each off by at most 10n
 * and 6n units of roundoff EPS/2 (Higham, Accuracy and Stability, lemmas 19.3 and 19.8); one more n for the entries that
 * are taken for zero.
 */
const rounding = (n: number): number => (2 * 10 + 2 * 2 * 6 + 2) * n ** 2 * (EPS / 2);

function expectDecomposition(matrix: Dense): void {
  const n = matrix.rows;
  const { values, vectors } = symmetricEigen(matrix);
  expect(values.every((value, i) => i === 0 || values[i - 1]! <= value)).toBe(true);
  expect(distanceFromOrthonormal(vectors)).toBeLessThanOrEqual(rounding(n));
  const largest = Math.max(Number.MIN_VALUE, ...matrix.values.map(Math.abs));
  const [a, v] = [toMatrix(matrix).div(largest), toMatrix(vectors)]; // so that no norm overflows
  const residual = a.mmul(v).sub(v.mmul(Matrix.diag([...values].map((value) => value / largest))));
  expect(residual.norm()).toBeLessThanOrEqual(rounding(n) * a.norm());
}

const entries = fc.oneof(
  fc.constantFrom(0, 1, -1, 2), // ties, zeros, matrices that are diagonal or fall apart
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
);

const symmetric = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.infiniteStream(entries), fc.constantFrom(1, 1e200, 1e-200))
  .map(([n, stream, scale]) => {
    // An eigenvalue below the smallest normal number would have fewer digits.
    const some = [...stream.take(37)].map((value) => (Math.abs(value) < 1e-90 ? 0 : value * scale));
    const matrix = new Matrix(n, n);
    let next = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        const value = some[next++ % some.length]!;
        matrix.set(i, j, value).set(j, i, value);
      }
    }
    return toDense(matrix);
  });

test("eigenvectors are orthonormal, and the matrix stretches each by its eigenvalue, whatever the scale and the ties", () => {
  fc.assert(fc.property(symmetric, expectDecomposition), { numRuns: 100 });
});

test("so it is for one of 70 rows, where strips and loops have an end, and where nine in ten eigenvalues are zero", () => {
  const vectors = toMatrix({
    rows: 70,
    columns: 7,
    values: Float64Array.from({ length: 490 }, (_, i) => Math.sin(i * i)),
  });
  expectDecomposition(toDense(vectors.mmul(vectors.transpose())));
});

test("known spectra: none, one number, and the second differences' 2 − 2 cos(πj/(n + 1))", () => {
  expect(symmetricEigen({ rows: 0, columns: 0, values: new Float64Array(0) }).values.length).toBe(0);
  expect([...symmetricEigen({ rows: 1, columns: 1, values: Float64Array.of(-3) }).values]).toEqual([-3]);
  const n = 13;
  const entry = (i: number, j: number): number => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0);
  const differences = Float64Array.from({ length: n * n }, (_, at) => entry(Math.floor(at / n), at % n));
  const { values } = symmetricEigen({ rows: n, columns: n, values: differences });
  values.forEach((value, j) => {
    const known = 2 - 2 * Math.cos((Math.PI * (j + 1)) / (n + 1));
    expect(Math.abs(value - known)).toBeLessThanOrEqual(rounding(n) * 4); // eigenvalues are off by no more than the matrix
  });
});

test("a matrix that is not square, and one that is not finite, is refused", () => {
  expect(() => symmetricEigen({ rows: 1, columns: 2, values: new Float64Array(2) })).toThrow(
    new InvalidInput("a symmetric matrix is square; given one of 1 × 2"),
  );
  expect(() => symmetricEigen({ rows: 1, columns: 1, values: Float64Array.of(NaN) })).toThrow("finite numbers only");
});
