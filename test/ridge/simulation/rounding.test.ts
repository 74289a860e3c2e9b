import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { Streams } from "../../../src/random/index.ts";
import { ClosedForms } from "../../../src/ridge/reading/closed-forms.ts";
import { designFromBasis, gaussianMatrix, orthonormalColumns } from "../../../src/ridge/problem/designs.ts";
import { ridgeProblem } from "../../../src/ridge/problem/problem.ts";
import { RepeatedForms } from "../../../src/ridge/rounds/closed-forms.ts";
import { NormalEquations } from "../../../src/ridge/simulation/direct.ts";
import { boundedRounds, boundedStudents, columnNorm } from "../../../src/ridge/simulation/rounding.ts";
import { labelCoordinates, shrunkEstimates } from "../../../src/ridge/problem/spectrum.ts";

const singularValues = [1e6, 1e4, 1e2, 1, 1e-2, 1e-4, 1e-6];

test.each([1e10, 1e4, 1, 1e-2])(
  "over 12 orders of magnitude of singular values, at λ = %s, direct students differ from the closed form by rounding alone",
  (lambda) => {
    const random = new Streams({ seed: 5, claim: "test", problem: "ill-conditioned" }).replicate(0);
    const left = orthonormalColumns(20, singularValues.length, random);
    const right = orthonormalColumns(singularValues.length, singularValues.length, random);
    const equations = new NormalEquations(designFromBasis(left, singularValues, right));
    const labels = gaussianMatrix(20, 8, random);
    const problem = ridgeProblem({ singularValues, signal: singularValues.map(() => 1), noiseVariance: 1 });
    const coordinates = labelCoordinates({ left, singularValues }, labels);
    for (const xi of [-3, 0, 1, 5]) {
      const { students, bounds } = boundedStudents(equations, singularValues, labels, { lambda, xi });
      const shrinkage = new ClosedForms().perMode("g", problem, lambda, xi);
      const difference = Matrix.sub(shrunkEstimates(right, shrinkage, coordinates), students);
      bounds.forEach((bound, draw) => expect(columnNorm(difference, draw)).toBeLessThanOrEqual(bound));
    }
  },
);

test.each([1e10, 1e4, 1, 1e-2])(
  "so do students of several rounds, at λ = %s, and each round imitates the one before it",
  (lambda) => {
    const random = new Streams({ seed: 8, claim: "test", problem: "ill-conditioned rounds" }).replicate(0);
    const left = orthonormalColumns(20, singularValues.length, random);
    const right = orthonormalColumns(singularValues.length, singularValues.length, random);
    const equations = new NormalEquations(designFromBasis(left, singularValues, right));
    const labels = gaussianMatrix(20, 4, random);
    const problem = ridgeProblem({ singularValues, signal: singularValues.map(() => 1), noiseVariance: 1 });
    const coordinates = labelCoordinates({ left, singularValues }, labels);
    for (const xis of [[], [2], [1, 1], [-3, 0.5, 5], [0.5, 2, -1, 0, 3, 1]]) {
      const { students, bounds } = boundedRounds(equations, singularValues, labels, { lambda, xis });
      const { shrinkage } = new RepeatedForms().last(problem, lambda, xis);
      const difference = Matrix.sub(shrunkEstimates(right, shrinkage, coordinates), students);
      bounds.forEach((bound, draw) => expect(columnNorm(difference, draw)).toBeLessThanOrEqual(bound));
    }
    const fit = equations.at(lambda);
    const statistic = equations.statistic(labels);
    const [teacher, first, second] = fit.rounds(statistic, [2, -1]);
    expect(first).toEqual(fit.student(statistic, teacher!, 2));
    expect(second).toEqual(fit.student(statistic, first!, -1));
  },
);

test("the bound is tight enough to notice a singular value that is wrong by a millionth", () => {
  const random = new Streams({ seed: 6, claim: "test", problem: "tight" }).replicate(0);
  const left = orthonormalColumns(10, 3, random);
  const right = orthonormalColumns(3, 3, random);
  const equations = new NormalEquations(designFromBasis(left, [3, 2, 1], right));
  const labels = gaussianMatrix(10, 1, random);
  const wrong = [3, 2, 1 + 1e-6];
  const problem = ridgeProblem({ singularValues: wrong, signal: [1, 1, 1], noiseVariance: 1 });
  const { students, bounds } = boundedStudents(equations, [3, 2, 1], labels, { lambda: 1, xi: 2 });
  const shrinkage = new ClosedForms().perMode("g", problem, 1, 2);
  const coordinates = labelCoordinates({ left, singularValues: wrong }, labels);
  expect(columnNorm(shrunkEstimates(right, shrinkage, coordinates).sub(students), 0)).toBeGreaterThan(bounds[0]!);
});
