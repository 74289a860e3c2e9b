import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, type RationalPoint } from "../../../src/formula/exact/evaluate.ts";
import * as F from "../../../src/formula/exact/fraction.ts";
import { ridgeCases } from "../../../src/ridge/problem/arbitraries.ts";
import { ClosedForms } from "../../../src/ridge/reading/closed-forms.ts";
import { ridgeBook } from "../../../src/ridge/book/ridge.ts";
import { type RidgeProblem, ridgeProblem } from "../../../src/ridge/problem/problem.ts";
import { closedFormRoundingBound } from "../../../src/ridge/reading/rounding.ts";

function exactPoint(problem: RidgeProblem, lambda: number, xi: number): RationalPoint {
  const squares = problem.singularValues.map((value) => F.multiply(F.fromNumber(value), F.fromNumber(value)));
  return {
    modes: squares.length,
    scalars: {
      lambda: F.fromNumber(lambda),
      xi: F.fromNumber(xi),
      noiseVariance: F.fromNumber(problem.noiseVariance),
      residualSignal: F.fromNumber(problem.residualSignal),
    },
    perMode: { s: squares, theta: problem.signal.map(F.fromNumber) },
  };
}

const difference = (computed: number, exact: F.Fraction): number =>
  F.toNumber(F.add(F.fromNumber(computed), F.negate(exact)));

test("the closed forms are computed to within their rounding bound of the exact rational value", () => {
  fc.assert(
    fc.property(ridgeCases, ({ problem, lambda, xi }) => {
      const parts = new ClosedForms().errors(problem, lambda, xi);
      const bound = closedFormRoundingBound(problem, lambda, xi);
      const point = exactPoint(problem, lambda, xi);
      for (const name of ["squaredBias", "variance", "error"] as const) {
        const exact = evaluate(ridgeBook.expand(name), point);
        expect(Math.abs(difference(parts[name], exact))).toBeLessThanOrEqual(bound);
      }
    }),
  );
});

test("over 12 orders of magnitude of singular values the error stays within its bound", () => {
  const singularValues = [1e6, 1e3, 1, 1e-3, 1e-6];
  const problem = ridgeProblem({ singularValues, signal: [1, 2, 3, 4, 5], noiseVariance: 0.5 });
  for (const lambda of [1e-12, 1e-6, 1, 1e6, 1e12]) {
    const exact = evaluate(ridgeBook.expand("error"), exactPoint(problem, lambda, 2));
    const { error } = new ClosedForms().errors(problem, lambda, 2);
    expect(Math.abs(difference(error, exact))).toBeLessThanOrEqual(closedFormRoundingBound(problem, lambda, 2));
  }
});

test("ξ* and the gain survive λ so small and so large that their parts would underflow", () => {
  const problem = ridgeProblem({ singularValues: [1, 2], signal: [1, 1], noiseVariance: 1 });
  for (const lambda of [1e-200, 1e-170, 1e170, 1e200]) {
    const { optimalXi, gain } = new ClosedForms().optimalXi(problem, lambda);
    expect(Number.isFinite(optimalXi)).toBe(true);
    expect(gain).toBeGreaterThan(0);
  }
  // As λ → 0, b → λ/s and N/D → Σ (1/s²)γ² / (λ Σ (1/s²)(θ² + γ²/s)), here with s = 1, 4 and θ = γ = 1.
  const limit = (1 + 1 / 16) / (2 + 1.25 / 16) / 1e-200;
  const relative = new ClosedForms().optimalXi(problem, 1e-200).optimalXi! / limit - 1;
  expect(Math.abs(relative)).toBeLessThan(40 * Number.EPSILON); // the next order in λ is invisible: 40 roundings are left
});

test("without noise and without signal every student is perfect, and there is no best one", () => {
  const nothing = ridgeProblem({ singularValues: [1, 2], signal: [0, 0], noiseVariance: 0 });
  expect(new ClosedForms().optimalXi(nothing, 1)).toEqual({ optimalXi: null, gain: 0, noiseThreshold: 0 });
});

test("without noise the best student moves towards the labels: ξ* < 0", () => {
  const noiseless = ridgeProblem({ singularValues: [1, 2], signal: [1, 3], noiseVariance: 0 });
  expect(new ClosedForms().optimalXi(noiseless, 1).optimalXi).toBeLessThan(0);
});
