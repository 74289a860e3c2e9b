import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { innerProducts } from "../../../src/ridge/simulation/inner-products.ts";

// Small integers are added and multiplied without rounding, so the two must be equal.
test("inner products of rows are the entries of the matrix product ABᵀ, for every shape", () => {
  const shapes = fc.record({
    a: fc.integer({ min: 1, max: 7 }),
    b: fc.integer({ min: 1, max: 11 }),
    n: fc.integer({ min: 1, max: 9 }),
  });
  const drawn = shapes.chain(({ a, b, n }) => {
    const entries = (rows: number): fc.Arbitrary<number[]> =>
      fc.array(fc.integer({ min: -99, max: 99 }), { minLength: rows * n, maxLength: rows * n });
    return fc.tuple(entries(a), entries(b), fc.constant(n));
  });
  fc.assert(
    fc.property(drawn, ([a, b, n]) => {
      const product = Matrix.from1DArray(b.length / n, n, b).mmul(Matrix.from1DArray(a.length / n, n, a).transpose());
      expect([...innerProducts(Float64Array.from(a), Float64Array.from(b), n)].map((value) => value + 0)).toEqual(
        product.to1DArray().map((value) => value + 0),
      );
    }),
    { numRuns: 300 },
  );
});
