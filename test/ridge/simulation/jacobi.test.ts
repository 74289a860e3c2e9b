import fc from "fast-check";
import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { expect, test } from "vitest";
import type { Dense } from "../../../src/matrix/index.ts";
import { Streams } from "../../../src/random/index.ts";
import { designFromBasis, gaussianMatrix, orthonormalColumns } from "../../../src/ridge/problem/designs.ts";
import { decompose } from "../../../src/ridge/simulation/jacobi.ts";

const U = Number.EPSILON / 2;

const dense = (matrix: Matrix): Dense => {
  return { rows: matrix.rows, columns: matrix.columns, values: Float64Array.from(matrix.to1DArray()) };
};
const matrixOf = ({ rows, columns, values }: Dense): Matrix => Matrix.from1DArray(rows, columns, values);
const random = (name: string): ReturnType<Streams["replicate"]> =>
  new Streams({ seed: 4, claim: "test", problem: name }).replicate(0);

/** The smaller dimension first, as `decompose` wants it. */
function short(singularValues: readonly number[], columns: number): Matrix {
  const source = random(`${singularValues.length} × ${columns}`);
  const left = orthonormalColumns(columns, singularValues.length, source);
  const right = orthonormalColumns(singularValues.length, singularValues.length, source);
  return designFromBasis(left, singularValues, right).transpose();
}

// Backward stability: the decomposition belongs to a matrix off by a modest multiple of its size, here 20 max(n, d).
function expectDecomposition(a: Matrix): void {
  const { singularValues, left, right } = decompose(dense(a), 0);
  const slack = 20 * a.columns * U;
  const [u, v] = [matrixOf(left), matrixOf(right)];
  const rebuilt = u.transpose().mulRowVector([...singularValues]).mmul(v); // prettier-ignore
  expect(rebuilt.sub(a).norm("frobenius")).toBeLessThanOrEqual(slack * a.norm("frobenius"));
  for (const basis of [u, v]) {
    const gram = basis.mmul(basis.transpose()).sub(Matrix.eye(basis.rows));
    expect(gram.norm("frobenius")).toBeLessThanOrEqual(slack * basis.rows);
  }
}

test("A = Σ_j σ_j u_j v_jᵀ with orthonormal u and v, for random matrices of every shape", () => {
  const shapes = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 8 }), fc.nat());
  fc.assert(
    fc.property(shapes, ([rows, more, seed]) => {
      const source = new Streams({ seed, claim: "test", problem: "shapes" }).replicate(0);
      expectDecomposition(gaussianMatrix(rows, rows + more, source));
    }),
  );
});

test.each([
  ["equal ones", [3, 3, 3, 3]],
  ["pairs of equal ones", [5, 5, 2, 2, 1]],
  ["ones that differ in the last digits", [1, 1 + 4 * U, 1 - 4 * U]],
  ["12 orders of magnitude, half of which are lost in AAᵀ,", [1e6, 1e4, 1e2, 1, 1e-2, 1e-4, 1e-6]],
])("and for singular values that are %s", (_, values) => {
  expectDecomposition(short(values, 20));
});

// Weyl: singular values move by at most the change of the matrix, which both decompositions bound as above.
test("singular values are those of ml-matrix", () => {
  for (const a of [gaussianMatrix(12, 60, random("wide")), short([1e3, 1, 1e-3], 7)]) {
    const theirs = new SingularValueDecomposition(a, { autoTranspose: true }).diagonal;
    const ours = decompose(dense(a), 0).singularValues.toSorted((one, other) => other - one);
    ours.forEach((value, j) => {
      expect(Math.abs(value - theirs[j]!)).toBeLessThanOrEqual(40 * a.columns * U * a.norm("frobenius"));
    });
  }
});

test("small singular values are as precise as the matrix is: those of a graded diagonal are exact to rounding", () => {
  const values = [1e8, 1, 1e-8, 1e-16];
  const { singularValues } = decompose(dense(Matrix.diag(values)), 0);
  singularValues
    .toSorted((one, other) => other - one)
    .forEach((value, j) => {
      expect(Math.abs(value - values[j]!)).toBeLessThanOrEqual(8 * U * values[j]!);
    });
});

test("a row space of a lower rank is found, and what is negligible is left alone", () => {
  const a = short([4, 2], 6);
  const repeated = new Matrix([a.getRow(0), a.getRow(1), a.getRow(0), Array<number>(6).fill(0)]);
  const { singularValues } = decompose(dense(repeated), 6 * Number.EPSILON);
  const largest = Math.max(...singularValues);
  expect(singularValues.filter((value) => value > 6 * Number.EPSILON * largest).length).toBe(2);
});
