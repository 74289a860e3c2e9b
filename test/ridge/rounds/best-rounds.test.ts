import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fractions } from "../../../src/formula/index.ts";
import { exactProblems, smallFractions } from "../../../src/ridge/problem/arbitraries.ts";
import { bestRounds, type RepeatedOptimum } from "../../../src/ridge/rounds/best-rounds.ts";
import { ClosedForms } from "../../../src/ridge/reading/closed-forms.ts";
import { type ExactProblem, exactProblem, roundedProblem } from "../../../src/ridge/problem/exact-problem.ts";
import { ridgeProblem } from "../../../src/ridge/problem/problem.ts";
import { RepeatedForms } from "../../../src/ridge/rounds/closed-forms.ts";
import { summariseBestRounds } from "../../../src/ridge/rounds/summary.ts";
import { repeatedRoundingBound } from "../../../src/ridge/reading/rounding.ts";
import { leastError } from "./least-error.ts";

const { fraction, toNumber } = Fractions;

test("the best error of k rounds is what the normal equations give in rational numbers", () => {
  const cases = fc.record({ problem: exactProblems({ modes: { least: 1, most: 4 } }), lambda: smallFractions(1) });
  fc.assert(
    fc.property(cases, ({ problem, lambda }) => {
      const { best, distinct } = bestRounds(problem, toNumber(lambda), problem.squaredSingularValues.length);
      for (const { rounds, error, xis, warning } of best) {
        if (xis === null || warning !== undefined || rounds > distinct) continue;
        const exact = toNumber(leastError(problem, Fractions.fromNumber(toNumber(lambda)), rounds));
        // Twice the closed form's rounding for the tails, and 2r times it for Householder's solution (see the claim).
        const bound = (2 + 2 * distinct) * repeatedRoundingBound(roundedProblem(problem), toNumber(lambda), xis);
        expect(Math.abs(error - exact)).toBeLessThanOrEqual(bound);
      }
    }),
  );
});

test("one round is best at ξ* = N/D", () => {
  const problem = ridgeProblem({ singularValues: [3, 1], signal: [1, 2], noiseVariance: 40 });
  const { optimalXi } = new ClosedForms().optimalXi(problem, 2);
  const [, one] = bestRounds(exactProblem(problem), 2, 1).best;
  // Both are quotients of sums of two terms, at condition number 1: some tens of roundings.
  expect(Math.abs(one!.xis![0]! - optimalXi!)).toBeLessThanOrEqual(50 * Number.EPSILON * optimalXi!);
});

const example: ExactProblem = {
  squaredSingularValues: [fraction(1n), fraction(2n)],
  squaredSignal: [fraction(3n, 5n), fraction(7n, 13n)],
  noiseVariance: fraction(1n),
  residualSignal: fraction(0n),
};
const oracle = 3 / 8 + 7 / 27; // θ²γ²/(sθ² + γ²), mode by mode
const at = (lambda: number, rounds: number): RepeatedOptimum => bestRounds(example, lambda, rounds);

describe("s = (1, 2), γ² = 1, θ² = (3/5, 7/13)", () => {
  test.each([1 / 2, 2, 3])("at λ = %s two rounds reach the oracle", (lambda) => {
    const { best, distinct, oracleError } = at(lambda, 2);
    expect(distinct).toBe(2);
    expect(Math.abs(oracleError - oracle)).toBeLessThanOrEqual(4 * Number.EPSILON * oracle);
    const { attained, xis, error } = best[2]!;
    expect(attained).toBe(true);
    const rounding = 2 * repeatedRoundingBound(roundedProblem(example), lambda, xis!);
    expect(error - oracleError).toBeLessThanOrEqual(rounding);
  });

  test("at λ = 1 they only approach it, as T_1 = 0 and T_2 = 1: said so, exactly, and one more round reaches it", () => {
    const { best } = at(1, 4);
    expect(best[2]).toMatchObject({
      attained: false,
      xis: null,
      tails: [0, 1],
      reason: "the tail T_1 is 0 and T_2 is not",
      arithmetic: "exact",
    });
    expect(best[3]).toMatchObject({ attained: true, arithmetic: "exact", error: best[2]!.error });
    expect(best[4]!.xis).toEqual([0, ...best[3]!.xis!]);
  });

  test("a λ near 1 reaches it", () => {
    expect(at(1 + 2 ** -10, 2).best[2]!.attained).toBe(true);
  });
});

test("a round starts again from the teacher with ξ = 0 where more rounds than distinct s_j are asked for", () => {
  const { best } = at(2, 5);
  expect(best[5]!.xis).toEqual([0, 0, 0, ...best[2]!.xis!]);
  const forms = new RepeatedForms();
  const error = (xis: readonly number[]): number => {
    const problem = roundedProblem(example);
    return forms.errors(problem, forms.last(problem, 2, xis)).error;
  };
  expect(error(best[5]!.xis!)).toBe(error(best[2]!.xis!));
});

test("modes with equal s_j count as one, with the mean of their θ_j²", () => {
  const equal = exactProblem(ridgeProblem({ singularValues: [1, 1, 2], signal: [1, 3, 2], noiseVariance: 3 }));
  const { distinct, oracleError } = bestRounds(equal, 1, 2);
  expect(distinct).toBe(2);
  // Twice (1² + 3²)/2 · 3/(5 + 3), and 4 · 3/(4 · 4 + 3).
  const byHand = 2 * ((5 * 3) / 8) + 12 / 19;
  expect(Math.abs(oracleError - byHand)).toBeLessThanOrEqual(8 * Number.EPSILON * byHand);
});

test("where nothing is to be gained no round is needed: the teacher is the oracle", () => {
  const nothing = exactProblem(
    ridgeProblem({ singularValues: [1, 2], signal: [0, 0], noiseVariance: 0, residualSignal: 2 }),
  );
  const { best, distinct } = bestRounds(nothing, 1, 2);
  expect([distinct, ...best.map(({ error }) => error)]).toEqual([0, 2, 2, 2]);
  expect(best[2]!.xis).toEqual([0, 0]);
  // θ² = 1 in every mode: ridge at λ = γ² is the oracle.
  const ridge = exactProblem(ridgeProblem({ singularValues: [1, 2, 3], signal: [1, -1, 1], noiseVariance: 2 }));
  for (const { attained, error } of bestRounds(ridge, 2, 3).best) {
    expect(attained).toBe(true);
    expect(error).toBe(bestRounds(ridge, 2, 0).best[0]!.error);
  }
});

test("without noise the oracle is the truth, and rounds reach it though every tail has an alternating sign", () => {
  const noiseless = exactProblem(ridgeProblem({ singularValues: [1, 2], signal: [1, 3], noiseVariance: 0 }));
  const { oracleError, best } = bestRounds(noiseless, 1, 2);
  expect(oracleError).toBe(0);
  // 1 + T_1 a + T_2 a² vanishes at a = 1/2 and 4/5.
  const [first, second] = best[2]!.tails;
  // T_1 = −(1/a_1 + 1/a_2) and T_2 = 1/(a_1 a_2); a 2 × 2 system loses its condition number's digits, and some 16 units.
  const off = 16 * best[2]!.condition * Number.EPSILON;
  expect(Math.abs(first! + 13 / 4)).toBeLessThanOrEqual((off * 13) / 4);
  expect(Math.abs(second! - 5 / 2)).toBeLessThanOrEqual((off * 13) / 4);
});

test("an ill-conditioned system is solved exactly, and its rounds reach the oracle to within their own rounding", () => {
  const problem = ridgeProblem({
    singularValues: [5, 4, 3, 2, 1, 0.5],
    signal: [1, -1, 2, 1, 0.3, 0.1],
    noiseVariance: 3,
  });
  const { best, oracleError } = bestRounds(exactProblem(problem), 2 ** -10, 6);
  const { arithmetic, condition, xis } = best[6]!;
  expect(arithmetic).toBe("exact");
  expect(condition * Number.EPSILON).toBeGreaterThan(2 ** -26);
  const exactly = new RepeatedForms();
  const { error } = exactly.errors(problem, exactly.last(problem, 2 ** -10, xis!));
  expect(Math.abs(error - oracleError)).toBeLessThanOrEqual(2 * repeatedRoundingBound(problem, 2 ** -10, xis!));
  // With fewer rounds than that the digits that are lost are named.
  expect(best[4]!.warning).toMatch(/ill-conditioned .* lose about 1\d of 16 digits/);
});

test("the errors never rise from round to round, however ill-conditioned", () => {
  const singularValues = Array.from({ length: 12 }, (_, j) => 1 + j / 64);
  const problem = ridgeProblem({ singularValues, signal: singularValues.map((_, j) => j % 3), noiseVariance: 1 });
  const { best, distinct, oracleError } = bestRounds(exactProblem(problem), 1 / 4, 13);
  expect(distinct).toBe(12);
  best.slice(1).forEach(({ error }, k) => expect(error).toBeLessThanOrEqual(best[k]!.error));
  expect(best[12]).toMatchObject({ error: oracleError, arithmetic: "exact" });
});

test("the errors keep their digits where those of the tails are lost", () => {
  const squares = Array.from({ length: 8 }, (_, j) => fraction(BigInt(16 + j), 16n));
  const squaredSignal = squares.map((_, j) => fraction(BigInt(j % 3)));
  const problem = { ...example, squaredSingularValues: squares, squaredSignal };
  for (const lambda of [2 ** -40, 1 / 4, 2 ** 40]) {
    const { best } = bestRounds(problem, lambda, 7);
    expect(best[7]!.warning).toMatch(/ill-conditioned/);
    for (const { rounds, error } of best.slice(5)) {
      // Orthogonal columns are those of a matrix off by some 4rk units in the last place, and so is what is left.
      const exact = toNumber(leastError(problem, Fractions.fromNumber(lambda), rounds));
      expect(Math.abs(error - exact)).toBeLessThanOrEqual(4 * 8 * rounds * Number.EPSILON * best[0]!.error);
    }
  }
});

test("what is beyond the range of floating-point numbers is refused", () => {
  expect(() => summariseBestRounds(example, 1e-200, 2)).toThrow(
    "the best of 2 rounds cannot be computed within the range of floating-point numbers",
  );
});
