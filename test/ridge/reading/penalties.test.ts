import fc from "fast-check";
import { expect, test } from "vitest";
import { lambdaBetweenPenalties } from "../../../src/ridge/reading/penalties.ts";
import { ridgeProblem } from "../../../src/ridge/problem/problem.ts";

test("with one mode the penalty lies between the student's and the oracle's", () => {
  const problem = ridgeProblem({ singularValues: [2], signal: [3], noiseVariance: 18 }); // the oracle's is 2
  expect(lambdaBetweenPenalties(problem, Float64Array.of(8))).toBeCloseTo(4, 12); // √(2 · 8)
  expect(lambdaBetweenPenalties(problem, Float64Array.of(-1))).toBe(2); // a shrinkage above 1: clipped to 0
  expect(lambdaBetweenPenalties(problem, Float64Array.of(-9))).toBe(2); // below 0: clipped to ∞
});

test("where the signal falls and the penalties fall with s, one penalty lies between in every mode", () => {
  const modes = fc.array(fc.record({ step: fc.double({ min: 0.1, max: 4, noNaN: true }), theta: fc.nat({ max: 6 }) }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(modes, fc.double({ min: 0.01, max: 50, noNaN: true }), (given, noiseVariance) => {
      let sigma = 0;
      const singularValues = given.map(({ step }) => (sigma += step)).toReversed();
      const signal = given.map(({ theta }) => theta).toSorted((one, other) => one - other);
      const problem = ridgeProblem({ singularValues, signal, noiseVariance });
      const penalties = Float64Array.from(singularValues, (value) => 100 / value);
      const between = lambdaBetweenPenalties(problem, penalties)!;
      penalties.forEach((penalty, j) => {
        const oracle = noiseVariance / signal[j]! ** 2;
        // A geometric mean of two numbers is off by a few roundings.
        expect(between).toBeGreaterThanOrEqual(Math.min(penalty, oracle) * (1 - 4 * Number.EPSILON));
        expect(between).toBeLessThanOrEqual(Math.max(penalty, oracle) * (1 + 4 * Number.EPSILON));
      });
    }),
  );
});

test("where the signal rises with s there may be none", () => {
  const problem = ridgeProblem({ singularValues: [2, 1], signal: [3, 1], noiseVariance: 9 }); // the oracle's: 1 and 9
  expect(lambdaBetweenPenalties(problem, Float64Array.of(2, 8))).toBeNull();
});

test("without signal everything is shrunk to 0, and equal singular values share their mean squared signal", () => {
  const silent = ridgeProblem({ singularValues: [2, 1], signal: [0, 0], noiseVariance: 1 });
  expect(lambdaBetweenPenalties(silent, Float64Array.of(Infinity, Infinity))).toBe(Infinity);
  const repeated = ridgeProblem({ singularValues: [1, 1], signal: [0, 2], noiseVariance: 2 }); // mean 2: penalty 1
  expect(lambdaBetweenPenalties(repeated, Float64Array.of(1, 1))).toBe(1);
});
