import fc from "fast-check";
import { expect, test } from "vitest";
import { Fractions } from "../../../src/formula/index.ts";
import { exactProblem, exactValue } from "../../../src/ridge/problem/exact-problem.ts";
import { ridgeProblem } from "../../../src/ridge/problem/problem.ts";
import { problemFromSquares } from "../../../src/ridge/problem/squares.ts";
import { type RidgeSummary, summarise } from "../../../src/ridge/reading/summary.ts";

// One mode with s = λ = θ² = γ² = 1, by hand: a = b = t = 1/2, N = t(aγ²/s − bθ²) = 0, D = t²(θ² + γ²/s) = 1/2.
test("one mode by hand", () => {
  const problem = ridgeProblem({ singularValues: [1], signal: [1], noiseVariance: 1, residualSignal: 2 });
  expect(summarise(problem, 1, 1)).toEqual({
    lambda: 1,
    xi: 1,
    shrinkage: [1 / 4], // a(1 − ξb)
    squaredBias: 2 + 9 / 16, // θ_⊥² + (1 − 1/4)²
    variance: 1 / 16,
    error: 2 + 10 / 16,
    optimalXi: 0,
    errorAtOptimalXi: 2 + 1 / 2, // the teacher's: 1/4 + 1/4
    gain: 0,
    noiseThreshold: 3, // λ t²(2 + λ/s)θ²/t²
  });
});

test("where D = 0 there is no best ξ, and the summary says why", () => {
  const problem = ridgeProblem({ singularValues: [1], signal: [0], noiseVariance: 0 });
  expect(summarise(problem, 1, 3)).toMatchObject({
    optimalXi: null,
    optimalXiReason: "D = 0, so every ξ has the same error",
    error: 0,
    errorAtOptimalXi: 0,
  });
});

test("a result beyond the range of floating-point numbers is refused by name, never returned as Infinity", () => {
  const problem = ridgeProblem({ singularValues: [1e-150], signal: [1], noiseVariance: 1e200 });
  expect(() => summarise(problem, 1e-305, 0)).toThrow(
    "variance cannot be computed within the range of floating-point numbers",
  );
});

const decades = fc
  .integer({ min: -140, max: 140 })
  .chain((exponent) => fc.double({ min: 1, max: 10, noNaN: true }).map((digits) => digits * Number(`1e${exponent}`)));

test("each number is the nearest one to the exact value, at all sizes of its parts, or is refused by name", () => {
  let compared = 0;
  const modes = fc.array(fc.tuple(decades, fc.oneof(decades, fc.constant(0))), { minLength: 1, maxLength: 4 });
  const xis = fc.oneof(fc.constantFrom(0, 1, -1, 2), fc.double({ min: -10, max: 10, noNaN: true }).filter((xi) => xi === 0 || Math.abs(xi) > 1e-100)); // prettier-ignore
  fc.assert(
    fc.property(modes, decades, decades, xis, (pairs, noiseVariance, lambda, xi) => {
      const [singularValues, signal] = [pairs.map(([sigma]) => sigma), pairs.map(([, theta]) => theta)];
      const problem = ridgeProblem({ singularValues, signal, noiseVariance });
      const exact = exactProblem(problem);
      const student = { lambda: Fractions.fromNumber(lambda), xi: Fractions.fromNumber(xi) };
      const valueOf = (formula: string): number => Fractions.toNumber(exactValue(formula, exact, student));
      let summary: RidgeSummary;
      try {
        summary = summarise(problem, lambda, xi);
      } catch (error) {
        const [, name, how] = /^(\S+) cannot be computed .* too (small|large)$/.exec((error as Error).message)!;
        if (name!.startsWith("shrinkage")) return;
        const formula = name === "errorAtOptimalXi" ? "at(error, xi, 0) - gain" : name!;
        const value = Math.abs(valueOf(formula));
        expect(how === "small" ? value < 2 ** -1022 : value === Infinity).toBe(true);
        return;
      }
      compared++;
      for (const name of ["squaredBias", "variance", "error", "optimalXi", "gain", "noiseThreshold"] as const) {
        expect({ [name]: summary[name] }).toEqual({ [name]: valueOf(name) });
      }
      expect(summary.errorAtOptimalXi).toBe(valueOf("at(error, xi, 0) - gain"));
      summary.shrinkage.forEach((value, j) => {
        const alone = {
          ...exact,
          squaredSingularValues: [exact.squaredSingularValues[j]!],
          squaredSignal: [exact.squaredSignal[j]!],
        };
        expect(value).toBe(Fractions.toNumber(exactValue("sum(g_j)", alone, student)));
      });
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(50);
});

test("where b is near 1 and ξ = 1, the shrinkage is a², to the last digit", () => {
  const problem = ridgeProblem({ singularValues: [Math.SQRT2], signal: [1], noiseVariance: 1 });
  for (const lambda of [1e12, 1e15, 1e16, 1e70]) {
    const s = Fractions.power(Fractions.fromNumber(Math.SQRT2), 2);
    const a = Fractions.multiply(s, Fractions.reciprocal(Fractions.add(s, Fractions.fromNumber(lambda))));
    expect(summarise(problem, lambda, 1).shrinkage).toEqual([Fractions.toNumber(Fractions.multiply(a, a))]);
  }
});

test("a problem in rational numbers is not rounded first", () => {
  // One mode with s = λ and ξ = 2 is shrunk to 0, which 0.1 as a floating-point number is not.
  const problem = problemFromSquares({ squaredSingularValues: ["1/10"], squaredSignal: [1], noiseVariance: 1 });
  const tenth = Fractions.fromNumber(0.1);
  const [shrinkage] = summarise(problem, 0.1, 2).shrinkage;
  const exact = exactValue("sum(g_j)", problem, { lambda: tenth, xi: Fractions.fraction(2n) });
  expect(shrinkage).toBe(Fractions.toNumber(exact));
  expect(shrinkage).not.toBe(0);
});
