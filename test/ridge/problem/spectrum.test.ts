import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { realise, ridgeCases } from "../../../src/ridge/problem/arbitraries.ts";
import { UNIT_ROUNDOFF } from "../../../src/ridge/simulation/rounding.ts";
import { problemFromDesign, rankTolerance, singularBasis } from "../../../src/ridge/problem/spectrum.ts";

/** Backward stability: a decomposition belongs to a design off by a modest multiple of its size, here 20 max(n, d). */
const slack = (design: Matrix): number => 20 * Math.max(design.rows, design.columns) * UNIT_ROUNDOFF;

test("X = Σ_j σ_j u_j v_jᵀ with orthonormal u and v", () => {
  fc.assert(
    fc.property(ridgeCases, (example) => {
      const { design } = realise(example);
      const { left, right, singularValues } = singularBasis(design);
      const rebuilt = left.clone().mulRowVector([...singularValues]).mmul(right.transpose()); // prettier-ignore
      expect(rebuilt.sub(design).norm("frobenius")).toBeLessThanOrEqual(slack(design) * design.norm("frobenius"));
      for (const basis of [left, right]) {
        const gram = basis.transpose().mmul(basis).sub(Matrix.eye(basis.columns));
        expect(gram.norm("frobenius")).toBeLessThanOrEqual(slack(design) * basis.columns);
      }
    }),
  );
});

test("a design made from a spectrum has that spectrum, signal and signal outside the row space", () => {
  fc.assert(
    fc.property(ridgeCases, (example) => {
      const { design, parameter } = realise(example);
      const { singularValues, residualSignal, noiseVariance } = example.problem;
      const found = problemFromDesign(design, parameter.to1DArray(), noiseVariance);
      const given = singularValues.toSorted((one, other) => other - one);
      const largest = given[0]!;
      // Singular values move by at most the change of the design (Weyl): its own rounding and the decomposition's.
      found.singularValues.forEach((value, j) => {
        expect(Math.abs(value - given[j]!)).toBeLessThanOrEqual(2 * slack(design) * design.norm("frobenius"));
      });
      expect(found.singularValues.length).toBe(given.length);
      // The row space turns by at most that change over the smallest singular value (Wedin).
      const total = parameter.norm("frobenius") ** 2;
      const turned = (4 * slack(design) * Math.sqrt(given.length) * largest) / given.at(-1)!;
      expect(Math.abs(found.residualSignal - residualSignal)).toBeLessThanOrEqual((2 * turned + turned ** 2) * total);
      const kept = found.signal.reduce((sum, value) => sum + value ** 2, 0);
      expect(Math.abs(kept + found.residualSignal - total)).toBeLessThanOrEqual(
        3 * slack(design) * design.columns * total,
      );
    }),
  );
});

test("singular values that are rounding error are no modes", () => {
  const column = Matrix.columnVector([0.1, 0.2, 0.3]);
  const design = new Matrix([0, 1, 2].map((i) => [1, 2, 0.7].map((factor) => column.get(i, 0) * factor)));
  expect(singularBasis(design).singularValues.length).toBe(1);
  expect(rankTolerance(3, 3)).toBe(3 * Number.EPSILON);
});

test("a design with entries near the largest number is decomposed without overflow", () => {
  const huge = 1e150;
  const { singularValues } = singularBasis(new Matrix([[3 * huge, 0], [0, 4 * huge]])); // prettier-ignore
  expect(singularValues.map((value) => value / huge)).toEqual([4, 3]);
});

test.each([
  [[[0, 0], [0, 0]], "every entry of design is 0"], // prettier-ignore
  [[[1, NaN]], "design[0][1] is NaN; it must be a finite number"],
  [[[1], [1e200]], "design[1][0] is 1e+200, too large to square"],
])("the design %j is refused", (rows, message) => {
  expect(() => singularBasis(new Matrix(rows))).toThrow(message);
});

test("a parameter whose length is not the number of columns is refused", () => {
  expect(() => problemFromDesign(Matrix.eye(2), [1], 1)).toThrow(
    "parameter has length 1 and design has 2 columns; they must be equal",
  );
});
