import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { type Case, realise, ridgeCases } from "../../../src/ridge/problem/arbitraries.ts";
import { NormalEquations } from "../../../src/ridge/simulation/direct.ts";
import { type ExactExpectation, exactExpectedError } from "../../../src/ridge/simulation/expectation.ts";

function expectedIn(example: Case, factor: Matrix | null): ExactExpectation {
  const { design, singularValues, parameter } = realise(example);
  const { noiseVariance } = example.problem;
  return exactExpectedError(new NormalEquations(design), singularValues, parameter, noiseVariance, example, factor);
}

test("the expected error is the sum of those in the rows of a metric's factor, and Euclidean for the identity", () => {
  fc.assert(
    fc.property(ridgeCases, (example) => {
      const { columns } = realise(example).design;
      const euclidean = expectedIn(example, null);
      const identity = expectedIn(example, Matrix.eye(columns));
      const rows = Array.from({ length: columns }, (_, i) => {
        const row = Matrix.zeros(1, columns);
        row.set(0, i, 1);
        return expectedIn(example, row);
      });
      const sum = rows.reduce((total, { value }) => total + value, 0);
      const bound = rows.reduce((total, row) => total + row.bound, euclidean.bound);
      expect(Math.abs(identity.value - euclidean.value)).toBeLessThanOrEqual(identity.bound + euclidean.bound);
      expect(Math.abs(sum - euclidean.value)).toBeLessThanOrEqual(bound);
    }),
    { numRuns: 30 },
  );
});
