import { expect, test } from "vitest";
import { ridgeProblem } from "../../src/ridge/problem.ts";
import { summarise } from "../../src/ridge/summary.ts";

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
