import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fraction, Fractions } from "../../../src/formula/index.ts";
import { exactProblems, smallFractions } from "../../../src/ridge/problem/arbitraries.ts";
import { type ExactProblem, exactValue } from "../../../src/ridge/problem/exact-problem.ts";
import { optimum } from "../../../src/ridge/optimum/optimum.ts";
import {
  exactError,
  exactLeast,
  extremeProblems,
  faults,
  holds,
  isAtLeast,
  relativeWidth,
  smallProblems,
  total,
  whole,
} from "./problems.ts";

const { add, compare, fraction, multiply, power, reciprocal, subtract } = Fractions;
const divide = (left: Fraction, right: Fraction): Fraction => multiply(left, reciprocal(right));
const one = fraction(1n);

describe("what is the same of every optimum", () => {
  test("on small rational problems", () => {
    fc.assert(
      fc.property(smallProblems, (problem) => {
        expect(faults(problem, optimum(problem))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("on spectra over six decades with repetitions, tiny and huge noise", () => {
    fc.assert(
      fc.property(extremeProblems("equal"), (problem) => {
        expect(faults(problem, optimum(problem))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  // To tell modes apart whose s agree to twelve digits, κ is so large that few digits of g are left: the enclosures are
  // proved all the same, and mostly narrow.
  test("on spectra with near twins, but for the width", () => {
    fc.assert(
      fc.property(extremeProblems("nearly equal"), (problem) => {
        expect(faults(problem, optimum(problem), Infinity)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test("no λ, near or far, has an error below the lower bounds: exact values on a grid of 41 λ over 20 decades", () => {
  const grid = Array.from({ length: 41 }, (_, i) => 10 ** ((i - 20) / 2));
  fc.assert(
    fc.property(exactProblems({ modes: { least: 1, most: 4 } }), (problem) => {
      const { ridge, distillation } = optimum(problem);
      for (const lambda of grid) {
        expect(isAtLeast(exactError(problem, lambda, 0), ridge.error[0])).toBe(true);
        expect(isAtLeast(exactLeast(problem, lambda), distillation.error[0])).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("around the best λ, at distances from 1e-12 to 1, no λ is better", () => {
  fc.assert(
    fc.property(exactProblems({ modes: { least: 2, most: 4 } }), (problem) => {
      const { ridge, distillation } = optimum(problem);
      for (const step of [-1e-3, -1e-6, -1e-9, -1e-12, 1e-12, 1e-9, 1e-6, 1e-3, 1]) {
        expect(isAtLeast(exactError(problem, ridge.lambda! * (1 + step), 0), ridge.error[0])).toBe(true);
        if (distillation.lambda === null) continue;
        expect(isAtLeast(exactLeast(problem, distillation.lambda * (1 + step)), distillation.error[0])).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

// The two boundary families, g ∝ s and 1 − g ∝ 1/s, each with its best factor.
const farLimit = (problem: ExactProblem): Fraction => {
  const numerator = power(
    total(problem, (s, square) => multiply(s, square)),
    2,
  );
  const denominator = total(problem, (s, square) =>
    add(multiply(power(s, 2), square), multiply(s, problem.noiseVariance)),
  );
  return subtract(
    total(problem, (_, square) => square),
    divide(numerator, denominator),
  );
};
const nearLimit = (problem: ExactProblem): Fraction => {
  const noise = problem.noiseVariance;
  const numerator = power(
    total(problem, (s) => divide(noise, power(s, 2))),
    2,
  );
  const denominator = total(problem, (s, square) => add(divide(square, power(s, 2)), divide(noise, power(s, 3))));
  return subtract(
    total(problem, (s) => divide(noise, s)),
    divide(numerator, denominator),
  );
};

// One problem of each kind is among those tried, whatever is drawn.
const approachedLow = whole([2, 1], [0.5, 0], 1);
const approachedHigh = whole([2, 1], [3, 1], 1.5);

test("where the infimum is only approached, it is the limit's value, by its closed form", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(exactProblems({ modes: { least: 2, most: 4 } }), (problem) => {
      const { distillation } = optimum(problem);
      const limits = { "lambda->0": nearLimit(problem), "lambda->infinity": farLimit(problem) };
      for (const limit of Object.values(limits)) expect(isAtLeast(limit, distillation.error[0])).toBe(true);
      if (distillation.attained !== false) return;
      seen.add(distillation.limit!);
      expect(holds(distillation.error, limits[distillation.limit!])).toBe(true);
    }),
    { numRuns: 120, examples: [[approachedLow], [approachedHigh]] },
  );
  expect([...seen].toSorted()).toEqual(["lambda->0", "lambda->infinity"]);
});

describe("two modes have a complete answer", () => {
  const distinct = exactProblems({ modes: { least: 2, most: 2 }, squaredSignal: smallFractions(1) });
  const ofTwo = ({
    squaredSingularValues: [s1, s2],
    squaredSignal: [one1, two],
    noiseVariance: noise,
  }: ExactProblem) => {
    const ratio = divide(subtract(one1!, two!), subtract(s1!, s2!));
    const far = divide(multiply(one1!, two!), noise);
    const near = divide(noise, multiply(s1!, s2!));
    return {
      better: compare(one1!, two!) > 0,
      attained: compare(ratio, far) < 0 || compare(ratio, near) < 0,
    };
  };

  test("self-distillation is better iff θ_1² > θ_2², then attains the oracle unless both ends are reached", () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(distinct, (problem) => {
        const { better, attained } = ofTwo(problem);
        const { strictlyBetter, distillation } = optimum(problem);
        expect(strictlyBetter).toBe(better);
        if (!better) return;
        expect(distillation.attained).toBe(attained);
        seen.add(attained);
        const oracle = exactValue("oracleError", problem, { lambda: one });
        const [near, far] = [nearLimit(problem), farLimit(problem)];
        const least = compare(near, far) < 0 ? near : far;
        expect(holds(distillation.error, attained ? oracle : least)).toBe(true);
      }),
      { numRuns: 150, examples: [[approachedLow], [whole([2, 1], [2, 1], 1)]] },
    );
    expect(seen).toEqual(new Set([false, true]));
  });

  test("where a threshold is just reached, the oracle's error is a limit that no pair has", () => {
    // (θ_1² − θ_2²)/(s_1 − s_2) = 1/2 = γ²/(s_1 s_2) ≥ θ_1²θ_2²/γ² = 0: λ → 0; and = θ_1²θ_2²/γ² = 2 ≥ 1/2: λ → ∞.
    const low = optimum(approachedLow).distillation;
    expect([low.attained, low.limit, holds(low.error, fraction(1n, 4n))]).toEqual([false, "lambda->0", true]);
    const { distillation } = optimum(approachedHigh);
    const oracle = exactValue("oracleError", approachedHigh, { lambda: one });
    expect([distillation.attained, distillation.limit]).toEqual([false, "lambda->infinity"]);
    expect(holds(distillation.error, oracle)).toBe(true);
  });
});

describe("ties that a theorem decides", () => {
  test("one mode: the oracle's error θ²γ²/(sθ² + γ²), at λ = γ²/θ²", () => {
    const { ridge, distillation, strictlyBetter } = optimum(whole([2], [3], 6, 1));
    expect(ridge.lambda).toBe(2);
    expect(holds(ridge.error, fraction(5n, 2n))).toBe(true); // 1 + 18/12
    expect(distillation).toEqual({ lambda: 2, xi: 0, error: ridge.error, attained: true, limit: null });
    expect(strictlyBetter).toBe(false);
  });

  test("equal s: ridge at γ² over the mean of θ², above the oracle that tells the modes apart", () => {
    const { ridge, strictlyBetter, oracle, oracleOfGroups } = optimum(whole([2, 2], [0, 4], 4));
    // 4·2·4/(2·2 + 4) over two modes with the mean 2, and 4·4/(2·4 + 4) over the second alone.
    expect([ridge.lambda, oracleOfGroups, holds(ridge.error, fraction(2n))]).toEqual([2, 2, true]);
    expect(oracle).toBeCloseTo(4 / 3, 14);
    expect(strictlyBetter).toBe(false);
  });

  test("equal θ²: ridge at λ = γ²/θ² has the oracle's error", () => {
    const problem = whole([7, 3, 1], [4, 4, 4], 2);
    const { ridge, strictlyBetter } = optimum(problem);
    expect([ridge.lambda, strictlyBetter]).toEqual([0.5, false]);
    expect(holds(ridge.error, exactValue("oracleError", problem, { lambda: one }))).toBe(true);
  });

  test("θ² that falls as s rises, and θ² that rises with it", () => {
    const { strictlyBetter: never, reason: tie } = optimum(whole([7, 3, 1], [1, 4, 4], 2));
    expect([never, tie]).toEqual([false, expect.stringContaining("never rises with s_j")]);
    const { strictlyBetter: always, condition, reason } = optimum(whole([7, 3, 1], [4, 4, 1], 2));
    expect([always, condition.impliesBetter, reason]).toEqual([true, true, expect.stringContaining("never falls")]);
  });
});

describe("without noise, and without signal", () => {
  test("γ = 0: ridge at λ = 0 leaves θ_⊥², which pairs with λ > 0 only approach", () => {
    const { ridge, distillation, strictlyBetter, condition } = optimum(whole([4, 1], [1, 1], 0, 3));
    expect(ridge).toEqual({ lambda: 0, limit: null, error: [3, 3] });
    expect(distillation).toEqual({ lambda: null, xi: null, error: [3, 3], attained: false, limit: "lambda->0" });
    const reason = "no λ inside (0, ∞) is best";
    expect([strictlyBetter, condition]).toEqual([false, { value: null, range: null, impliesBetter: false, reason }]);
  });

  test("γ = 0 and signal at one s alone: ξ = −(1 + λ/s) leaves it whole", () => {
    const problem = whole([4, 4, 1], [1, 2, 0], 0, 3);
    const { lambda, xi, attained } = optimum(problem).distillation;
    expect(attained).toBe(true);
    expect(exactError(problem, lambda!, xi!)).toEqual(fraction(3n));
  });

  test("θ = 0: ridge at λ = ∞ has no error, which pairs only approach unless all s are equal", () => {
    const { ridge, distillation } = optimum(whole([4, 1], [0, 0], 2));
    expect(ridge).toEqual({ lambda: null, limit: "lambda->infinity", error: [0, 0] });
    expect([distillation.attained, distillation.limit]).toEqual([false, "lambda->infinity"]);
    const equal = whole([8, 8], [0, 0], 2);
    const { lambda, xi } = optimum(equal).distillation;
    expect(exactError(equal, lambda!, xi!)).toEqual(fraction(0n));
  });

  test("neither: every pair has the same error", () => {
    expect(optimum(whole([4, 1], [0, 0], 0, 5))).toMatchObject({
      ridge: { lambda: 0, error: [5, 5] },
      distillation: { lambda: expect.any(Number), xi: 0, error: [5, 5], attained: true },
      strictlyBetter: false,
    });
  });
});

describe("more than two modes", () => {
  test("S > 0 does not mean a tie: s = (4, 2, 1), θ² = (0, 2, 1), γ² = 1", () => {
    const problem = whole([4, 2, 1], [0, 2, 1], 1);
    const { condition, strictlyBetter, ridge, distillation } = optimum(problem);
    expect(condition.range![0]).toBeGreaterThan(0);
    expect([condition.impliesBetter, strictlyBetter]).toEqual([false, true]);
    // Seen without any enclosure of a minimum: the pair is better than every ridge on a fine exact grid.
    const pair = exactError(problem, distillation.lambda!, distillation.xi!);
    for (let k = -400; k <= 400; k++) {
      expect(compare(exactError(problem, ridge.lambda! * 1.03 ** k, 0), pair)).toBe(1);
    }
  });

  test("a tie that no ordering decides is shown by the curvature at the best λ: s = (9, 4, 1), θ² = (3, 1, 2)", () => {
    const problem = whole([9, 4, 1], [3, 1, 2], 1);
    const { strictlyBetter, ridge, reason } = optimum(problem);
    expect([strictlyBetter, reason]).toEqual([false, expect.stringContaining("where the best ξ is 0")]);
    for (let k = -400; k <= 400; k++) {
      expect(isAtLeast(exactLeast(problem, ridge.lambda! * 1.03 ** k), ridge.error[0])).toBe(true);
    }
  });
});

// By bisection of the slope Σ (λ s θ² − γ² s)/(s + λ)³: stationary near 10.311, 122.77 and 1324.63, the first the least.
test("of several stationary points of the ridge error, the least is found: s = (200, 1), θ² = (0, 2), γ² = 20", () => {
  const problem = whole([200, 1], [0, 2], 20);
  const { ridge } = optimum(problem);
  const slopeAt = (lambda: number): number =>
    Fractions.sign(exactValue("teacherSlope", problem, { lambda: Fractions.fromNumber(lambda) }));
  expect([10.3, 10.4, 122, 123, 1324, 1325].map(slopeAt)).toEqual([-1, 1, 1, -1, -1, 1]);
  expect(Math.abs(ridge.lambda! - 10.311)).toBeLessThan(0.001);
});

test("the answer does not depend on units: powers of two change no digit", () => {
  const scale = (problem: ExactProblem, s: number, signal: number): ExactProblem => ({
    squaredSingularValues: problem.squaredSingularValues.map((value) => multiply(value, Fractions.fromNumber(s))),
    squaredSignal: problem.squaredSignal.map((value) => multiply(value, Fractions.fromNumber(signal))),
    noiseVariance: multiply(problem.noiseVariance, Fractions.fromNumber(s * signal)),
    residualSignal: multiply(problem.residualSignal, Fractions.fromNumber(signal)),
  });
  fc.assert(
    fc.property(
      smallProblems,
      fc.integer({ min: -60, max: 60 }),
      fc.integer({ min: -60, max: 60 }),
      (problem, k, m) => {
        const [plain, scaled] = [optimum(problem), optimum(scale(problem, 2 ** k, 2 ** m))];
        const times = (values: readonly number[]): number[] => values.map((value) => value * 2 ** m);
        expect(scaled.ridge.error).toEqual(times(plain.ridge.error));
        expect(scaled.distillation.error).toEqual(times(plain.distillation.error));
        expect(scaled.distillation.attained).toBe(plain.distillation.attained);
        expect(scaled.strictlyBetter).toBe(plain.strictlyBetter);
        const { xi, lambda } = plain.distillation;
        if (Fractions.sign(problem.noiseVariance) === 0) return; // any λ will do there
        expect(scaled.ridge.lambda).toEqual(plain.ridge.lambda === null ? null : plain.ridge.lambda * 2 ** k);
        expect([scaled.distillation.xi, scaled.distillation.lambda]).toEqual([
          xi,
          lambda === null ? null : lambda * 2 ** k,
        ]);
      },
    ),
    { numRuns: 40 },
  );
});

test.each([
  ["s over 24 orders of magnitude", [1e12, 1, 1e-12], [1, 2, 3], 0.7],
  ["next to no noise", [9, 4, 1], [3, 0, 2], 1e-20],
  ["next to nothing but noise", [9, 4, 1], [3, 0, 2], 1e20],
  ["one mode that hears, of many", [16, 8, 4, 2, 1], [0, 0, 1, 0, 0], 1],
  ["nearly equal s", [1 + 2 ** -40, 1], [3, 1], 1],
  ["nearly equal s among others", [5, 1 + 2 ** -40, 1], [1, 3, 0], 1],
])("a hard problem, to within 1e-9 and with exact values inside: %s", (_, s, square, noise) => {
  const problem = whole(s, square, noise);
  const found = optimum(problem);
  expect(faults(problem, found)).toEqual([]);
  expect(relativeWidth(found.distillation.error)).toBeLessThan(1e-9);
});

test("a result beyond the range of floating-point numbers is refused", () => {
  const huge = power(fraction(10n), 320);
  const problem = { ...whole([1], [1], 1), squaredSignal: [huge], noiseVariance: huge };
  expect(() => optimum(problem)).toThrow("cannot be computed within the range of floating-point numbers");
});

describe("where two values nearly coincide", () => {
  const problemOf = (s: number[], squares: number[], noiseVariance: Fraction): ExactProblem => ({
    squaredSingularValues: s.map((value) => Fractions.fromNumber(value)),
    squaredSignal: squares.map((value) => Fractions.fromNumber(value)),
    noiseVariance,
    residualSignal: fraction(0n),
  });

  test("the lower of two limits that agree to 17 digits is named, by exact comparison", () => {
    const problem = problemOf([18, 12], [34, 1], fraction(120942209270543320527n, 576460752303423488n));
    const [near, far] = ["limitNear", "limitFar"].map((name) => exactValue(name, problem, { lambda: one }));
    expect(compare(near!, far!)).toBe(-1);
    expect(optimum(problem).distillation).toMatchObject({ attained: false, limit: "lambda->0" });
  });

  test("an interior minimum that cannot be told from a limit leaves open whether the infimum is attained", () => {
    const noiseVariance = fraction(1564484148076921268008070255509101009749n, 10n ** 40n);
    const { distillation, reason } = optimum(problemOf([29, 26, 23, 13], [6, 6, 9, 7], noiseVariance));
    expect(distillation.attained).toBeNull();
    expect(reason).toContain("not decided");
  });

  test("a limit at an extreme signal-to-noise ratio is as narrow as any other: it is computed exactly", () => {
    for (const problem of [
      problemOf([140000, 1], [1, 0], Fractions.fromNumber(1.3e-17)),
      problemOf([3e-42, 1e-4], [0, 5e37], Fractions.fromNumber(3e-12)),
    ]) {
      const { ridge, distillation } = optimum(problem);
      expect(relativeWidth(distillation.error)).toBeLessThanOrEqual(1e-9);
      expect(distillation.error[1]).toBeLessThan(ridge.error[0]);
    }
  });
});

test("without the theorems enclosures never contradict them, and mostly agree", () => {
  let agreed = 0;
  fc.assert(
    fc.property(smallProblems, (problem) => {
      const [searched, decided] = [optimum(problem, { theorems: false }), optimum(problem)];
      expect([null, decided.strictlyBetter]).toContain(searched.strictlyBetter);
      expect([null, decided.distillation.attained]).toContain(searched.distillation.attained);
      if (searched.strictlyBetter !== null) agreed++;
    }),
    { numRuns: 60 },
  );
  expect(agreed).toBeGreaterThan(0);
});

test("ten thousand modes with one s are one group: by hand, with θ² = 1, s = 2 and γ² = 3 each has the error 3/5", () => {
  const equal = <T>(value: T): T[] => Array.from({ length: 10_000 }, () => value);
  const { ridge, distillation, oracle, strictlyBetter } = optimum({
    squaredSingularValues: equal(fraction(2n)),
    squaredSignal: equal(one),
    noiseVariance: fraction(3n),
    residualSignal: fraction(0n),
  });
  expect([holds(ridge.error, fraction(6000n)), holds(distillation.error, fraction(6000n))]).toEqual([true, true]);
  expect([oracle, strictlyBetter]).toEqual([6000, false]);
});

test("the oracle has all digits that there are for a number as small as 10⁻³¹⁹", () => {
  const tiny = Fractions.parse("1e-319")!;
  const { oracle } = optimum({
    squaredSingularValues: [one],
    squaredSignal: [tiny],
    noiseVariance: tiny,
    residualSignal: fraction(0n),
  });
  expect(oracle).toBe(5e-320); // θ²γ²/(sθ² + γ²), by hand
});

test("noise beyond what λ can be told in is refused in a sentence", () => {
  for (const [bits, how] of [
    [-1200, "smaller"],
    [1200, "larger"],
  ] as const) {
    const noiseVariance = bits < 0 ? fraction(1n, 1n << BigInt(-bits)) : fraction(1n << BigInt(bits));
    expect(() => optimum({ ...whole([3, 1], [1, 2], 1), noiseVariance })).toThrow(
      `the noise variance is more than 2¹⁰⁰⁰ times ${how} than the largest s_j times the largest θ_j²`,
    );
  }
});

test("a spectrum too wide for floating-point numbers is refused in a sentence", () => {
  const problem = {
    squaredSingularValues: [fraction(10n ** 300n), fraction(1n, 10n ** 300n)],
    squaredSignal: [one, one],
    noiseVariance: one,
    residualSignal: fraction(0n),
  };
  expect(() => optimum(problem)).toThrow("the largest s_j is more than 2⁹⁰⁰ times the smallest");
});
