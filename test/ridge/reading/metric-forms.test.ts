import fc from "fast-check";
import { expect, test } from "vitest";
import { Fractions } from "../../../src/formula/index.ts";
import { ridgeCases } from "../../../src/ridge/problem/arbitraries.ts";
import { ClosedForms } from "../../../src/ridge/reading/closed-forms.ts";
import { exactValue } from "../../../src/ridge/problem/exact-problem.ts";
import { metricForms } from "../../../src/ridge/reading/metric-forms.ts";
import { closedFormRoundingBound } from "../../../src/ridge/reading/rounding.ts";

test("over an orthonormal basis of directions the errors add up to the Euclidean error", () => {
  fc.assert(
    fc.property(ridgeCases, ({ problem, lambda, xi }) => {
      const { singularValues, residualSignal } = problem;
      const along = singularValues.map((_, j) => ({
        along: singularValues.map((__, i) => Number(i === j)),
        outside: 0,
      }));
      const beyond = { along: singularValues.map(() => 0), outside: Math.sqrt(residualSignal) };
      const { directionError } = metricForms()(problem, lambda, xi, [...along, beyond]);
      const difference = Math.abs(directionError - new ClosedForms().errors(problem, lambda, xi).error);
      // Both are sums of the same terms, each rounded within the bound; the root of θ_⊥² is squared again.
      const root = 4 * Number.EPSILON * residualSignal;
      expect(difference).toBeLessThanOrEqual(2 * closedFormRoundingBound(problem, lambda, xi) + root);
    }),
  );
});

test("the teacher's error of s = (200, 1), θ² = (0, 2), γ² = 20 has minima near 10.31 and 1324.6 and a maximum between", () => {
  const problem = {
    squaredSingularValues: [Fractions.fraction(200n), Fractions.fraction(1n)],
    squaredSignal: [Fractions.fraction(0n), Fractions.fraction(2n)],
    noiseVariance: Fractions.fraction(20n),
    residualSignal: Fractions.fraction(0n),
  };
  const errorAt = (lambda: number): Fractions.Fraction =>
    exactValue("error", problem, { lambda: Fractions.fromNumber(lambda) });
  // Exact values of the error itself, no slope, on either side of each.
  const falls = (from: number, to: number): boolean => Fractions.compare(errorAt(to), errorAt(from)) < 0;
  expect([falls(9.885, 10.31), falls(10.32, 20), falls(100, 122.7), falls(122.8, 1324), falls(1325, 2000)]).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
});
