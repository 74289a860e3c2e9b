import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { realise, ridgeCases } from "../../../src/ridge/problem/arbitraries.ts";
import { NormalEquations } from "../../../src/ridge/simulation/direct.ts";

/** The student's objective, written as the paper states it. */
function objective(design: Matrix, labels: Matrix, teacher: Matrix, lambda: number, xi: number, theta: Matrix): number {
  const squaredNorm = (matrix: Matrix): number => matrix.norm("frobenius") ** 2;
  const imitation = squaredNorm(Matrix.sub(design.mmul(teacher), design.mmul(theta)));
  const fit = squaredNorm(Matrix.sub(labels, design.mmul(theta)));
  return (xi * imitation + (1 - xi) * fit + lambda * squaredNorm(theta)) / 2;
}

// A step of length 1 in any direction raises a λ-strongly convex objective by at least λ/2 from its minimum. The objective
// is rounded: n + d + 10 operations on terms of the sizes that are added up here.
test("no step from the direct student lowers the objective that it minimises, for tall and for wide designs", () => {
  fc.assert(
    fc.property(ridgeCases, (example) => {
      const { design, parameter } = realise(example);
      const { lambda, xi } = example;
      const labels = Matrix.add(design.mmul(parameter), Matrix.ones(design.rows, 1));
      const equations = new NormalEquations(design);
      const fit = equations.at(lambda);
      const teacher = fit.teacher(equations.statistic(labels));
      const student = fit.student(equations.statistic(labels), teacher, xi);
      const least = objective(design, labels, teacher, lambda, xi, student);
      for (let coordinate = 0; coordinate < design.columns; coordinate++) {
        for (const step of [1, -1]) {
          const moved = student.clone();
          moved.set(coordinate, 0, moved.get(coordinate, 0) + step);
          const value = objective(design, labels, teacher, lambda, xi, moved);
          const sizes = objective(design, labels, teacher, lambda, 0, moved) + Math.abs(xi) * labels.norm() ** 2;
          const rounding = (design.rows + design.columns + 10) * Number.EPSILON * (1 + Math.abs(xi)) * 4 * sizes;
          expect(value - least).toBeGreaterThanOrEqual(lambda / 2 - rounding);
        }
      }
    }),
  );
});

test("a λ that vanishes beside a singular XᵀX is refused", () => {
  const equations = new NormalEquations(new Matrix([[1, 1], [1, 1], [1, 1]])); // prettier-ignore
  expect(() => equations.at(1e-300)).toThrow("not positive definite in floating point for λ = 1e-300");
});
