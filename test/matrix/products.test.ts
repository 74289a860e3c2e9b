import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { type Dense, product, productByTransposed, transposedProduct } from "../../src/matrix/index.ts";
import { EPS, toMatrix, transpose } from "./dense.ts";

/** Sizes 0 and 1, those around a tile of four, and those around the ends of blocks of 16, 64 and 256. */
const size = fc.oneof(
  { weight: 12, arbitrary: fc.nat({ max: 9 }) },
  { weight: 1, arbitrary: fc.constantFrom(15, 16, 17, 63, 64, 65, 66) },
  { weight: 1, arbitrary: fc.constantFrom(255, 256, 257, 259) },
);

/** The two factors of A · B, with entries of very different sizes. */
const factors = fc
  .tuple(size, size, size, fc.infiniteStream(fc.double({ min: -100, max: 100, noNaN: true })))
  .map(([rows, inner, columns, entries]) => {
    const some = [...entries.take(97)]; // of a length that no block divides
    const filled = (of: number, from: number): Float64Array =>
      Float64Array.from({ length: of }, (_, i) => some[(from + i) % some.length]!);
    return {
      a: { rows, columns: inner, values: filled(rows * inner, 0) },
      b: { rows: inner, columns, values: filled(inner * columns, 31) },
    };
  });

test.each<[string, (a: Dense, b: Dense) => Dense]>([
  ["A·B", (a, b) => product(a, b)],
  ["Aᵀ·B", (a, b) => transposedProduct(transpose(a), b)],
  ["A·Bᵀ", (a, b) => productByTransposed(a, transpose(b))],
])("%s is ml-matrix's product to the rounding of both sums, for all sizes", (_, multiply) => {
  fc.assert(
    fc.property(factors, ({ a, b }) => {
      const given = multiply(a, b);
      expect([given.rows, given.columns, given.values.length]).toEqual([a.rows, b.columns, a.rows * b.columns]);
      if (given.values.length === 0) return;
      const expected = toMatrix(a).mmul(toMatrix(b));
      const bound = roundingBound(a, b);
      expect(given.values.findIndex((value, at) => !(Math.abs(value - entry(expected, at)) <= entry(bound, at)))).toBe(
        -1,
      );
    }),
    { numRuns: 150 },
  );
});

test("numbers that are not finite travel as they do in any product", () => {
  const a = { rows: 5, columns: 2, values: Float64Array.of(1, 0, 0, 1, Infinity, 0, NaN, 1, 2, 3) };
  const b = { rows: 2, columns: 1, values: Float64Array.of(1, 2) };
  expect([...product(a, b).values]).toEqual([1, 2, Infinity, NaN, 8]);
});

/**
 * Two sums of p products, each rounded in its own order, differ by at most 2γ_p |A||B| with γ_p = pu/(1 − pu) and u = EPS/2:
 * p EPS |A||B|, of which the denominator makes less than a millionth more for p < 2³⁰. Products that underflow lose at
 * most the smallest number each.
 */
function roundingBound(a: Dense, b: Dense): Matrix {
  const of = a.columns * EPS * (1 + 1e-6);
  return Matrix.abs(toMatrix(a))
    .mmul(Matrix.abs(toMatrix(b)))
    .mul(of)
    .add(2 * a.columns * Number.MIN_VALUE);
}

function entry(matrix: Matrix, at: number): number {
  return matrix.get(Math.floor(at / matrix.columns), at % matrix.columns);
}
