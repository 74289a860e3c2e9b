import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fractions } from "../../../src/formula/index.ts";
import { exactProblems, ridgeCases, smallFractions } from "../../../src/ridge/problem/arbitraries.ts";
import { type ExactProblem, exactProblem, exactValue } from "../../../src/ridge/problem/exact-problem.ts";
import { exactRoundError, exactRounds } from "../../../src/ridge/rounds/exact-rounds.ts";
import { ridgeProblem } from "../../../src/ridge/problem/problem.ts";
import {
  type RepeatedOptimumSummary,
  summariseBestRounds,
  summariseRounds,
} from "../../../src/ridge/rounds/summary.ts";
import { problemFromSquares } from "../../../src/ridge/problem/squares.ts";
import { leastError } from "./least-error.ts";

const { fromNumber, toNumber } = Fractions;

/** The error of rounds in rational numbers, rounded once. */
function errorOf(problem: ExactProblem, lambda: number, xis: readonly number[]): number {
  return toNumber(exactRoundError(problem, exactRounds(problem, fromNumber(lambda), xis.map(fromNumber))));
}

test("each number of given rounds is the nearest one to the exact value", () => {
  const xis = fc.array(
    fc.double({ min: -3, max: 3, noNaN: true }).filter((xi) => xi === 0 || Math.abs(xi) > 1e-9),
    {
      maxLength: 4,
    },
  );
  fc.assert(
    fc.property(ridgeCases, xis, ({ problem, lambda }, given) => {
      const exact = exactProblem(problem);
      const { rounds } = summariseRounds(exact, lambda, given);
      rounds.forEach(({ xi, shrinkage, error, squaredBias, variance }, i) => {
        const before = given.slice(0, i);
        expect(xi).toBe(before.at(-1) ?? null);
        const round = exactRounds(exact, fromNumber(lambda), before.map(fromNumber));
        expect(shrinkage).toEqual(round.shrinkage.map(toNumber));
        expect(error).toBe(errorOf(exact, lambda, before));
        expect(Math.abs(squaredBias + variance - error)).toBeLessThanOrEqual(2 * Number.EPSILON * error);
      });
      // One round is the student of `ridge`.
      if (given.length > 0) {
        const student = { lambda: fromNumber(lambda), xi: fromNumber(given[0]!) };
        expect(rounds[1]!.variance).toBe(toNumber(exactValue("variance", exact, student)));
      }
    }),
    { numRuns: 40 },
  );
});

test("a round that no floating-point number can tell is refused by name", () => {
  const problem = ridgeProblem({ singularValues: [1], signal: [1], noiseVariance: 1 });
  const many = Array<number>(40).fill(1);
  expect(() => summariseRounds(exactProblem(problem), 1e9, many)).toThrow(
    "variance of round 17 cannot be computed within the range of floating-point numbers for this problem, λ and ξ: it is too small",
  );
});

/** What holds of every answer: exact least errors, and parameters that are followed to the error they have. */
function verify(problem: ExactProblem, lambda: number, { best, distinct }: RepeatedOptimumSummary): void {
  for (const { rounds, error, xis, reason, errorAtXis, reached, warning } of best) {
    if (rounds < distinct) expect(error).toBe(toNumber(leastError(problem, fromNumber(lambda), rounds)));
    if (xis === null) {
      expect([typeof reason, errorAtXis, reached]).toEqual(["string", undefined, undefined]);
      continue;
    }
    expect(xis.length).toBe(rounds);
    expect(errorAtXis).toBe(errorOf(problem, lambda, xis));
    expect(reached).toBe(errorAtXis! - error <= 2 ** -26 * error);
    expect(warning?.includes("as floating-point numbers these ξ have") ?? false).toBe(!reached);
  }
}

describe("the best rounds", () => {
  test("have the least error, and parameters whose error is the one that is said", () => {
    const cases = fc.record({ problem: exactProblems({ modes: { least: 1, most: 4 } }), lambda: smallFractions(1) });
    fc.assert(
      fc.property(cases, ({ problem, lambda }) => {
        verify(problem, toNumber(lambda), summariseBestRounds(problem, toNumber(lambda), 5));
      }),
      { numRuns: 60 },
    );
  });

  test("where s_j are nearly equal: parameters that miss are no longer named as if they reached", () => {
    const problem = exactProblem(
      ridgeProblem({
        singularValues: [0.825205025418296, 0.825205025418296, 482.2035387176168, 482.20353871761705],
        signal: [0, 2, 2, 1],
        noiseVariance: 167.49487138075403,
      }),
    );
    const lambda = 1.5277661315362285;
    const { best, distinct } = summariseBestRounds(problem, lambda, 3);
    expect(distinct).toBe(3);
    verify(problem, lambda, { best, distinct, lambda, oracleError: 0 });
    // The exact solution has ξ_3 of 10²¹, and an error of 10¹² in floating point: those of two rounds are better.
    expect(best[3]!.xis).toEqual([0, ...best[2]!.xis!]);
    expect(best[3]!.errorAtXis).toBeLessThan(3.97);
    expect(best[3]!.reached).toBe(false);
  });

  test("of s_j that agree in all digits of floating-point numbers are those of distinct ones", () => {
    const problem = problemFromSquares({
      squaredSingularValues: ["1", "1.00000000000000000001", "2", "2.00000000000000000001"],
      squaredSignal: [1, 5, 3, 2],
      noiseVariance: 1,
    });
    const answer = summariseBestRounds(problem, 1, 4);
    expect(answer.distinct).toBe(4);
    verify(problem, 1, answer);
    expect(answer.best[3]!.error).toBeGreaterThan(answer.best[4]!.error);
  });

  test("of 0.1, 1/10 and 1e-1 are those of one", () => {
    const problem = problemFromSquares({
      squaredSingularValues: ["0.1", "1/10", "1e-1", 0.1],
      squaredSignal: [4, 1, 1, 1],
      noiseVariance: 1,
    });
    // The floating-point number 0.1 is another than the decimal.
    expect(summariseBestRounds(problem, 1, 2).distinct).toBe(2);
  });

  test("of ten thousand equal modes come at once", () => {
    const many = { singularValues: Array<number>(10_000).fill(2), signal: Array<number>(10_000).fill(1) };
    const started = performance.now();
    const { best, distinct } = summariseBestRounds(exactProblem(ridgeProblem({ ...many, noiseVariance: 1 })), 1, 2);
    expect(distinct).toBe(1);
    // Each mode with s = 4, θ² = γ² = 1: the oracle's error is 1/5.
    expect(best[1]).toMatchObject({ error: 2000, reached: true });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

test("rounds that would take hours are refused at once", () => {
  const values = Array.from({ length: 2000 }, (_, j) => 1 + j / 1000);
  const problem = exactProblem(ridgeProblem({ singularValues: values, signal: values, noiseVariance: 1 }));
  expect(() => summariseBestRounds(problem, 1, 1000)).toThrow(
    "the best of 1000 rounds of 2000 distinct singular values would take too long; ask for at most 70 rounds",
  );
  expect(() => summariseRounds(problem, 1, Array<number>(1000).fill(1))).toThrow(
    "1000 rounds of 2000 modes have 2,002,000 shrinkages; at most 1,000,000 are computed",
  );
});
