import fc from "fast-check";
import { expect, test } from "vitest";
import { Fractions } from "../../../src/formula/index.ts";
import { ridgeCases } from "../../../src/ridge/problem/arbitraries.ts";
import { ClosedForms } from "../../../src/ridge/reading/closed-forms.ts";
import { exactProblem } from "../../../src/ridge/problem/exact-problem.ts";
import { exactRoundError, exactRounds } from "../../../src/ridge/rounds/exact-rounds.ts";
import { ridgeProblem } from "../../../src/ridge/problem/problem.ts";
import { RepeatedForms } from "../../../src/ridge/rounds/closed-forms.ts";
import { closedFormRoundingBound, repeatedRoundingBound } from "../../../src/ridge/reading/rounding.ts";

const forms = new RepeatedForms();
const xiLists = fc.array(
  fc.integer({ min: -24, max: 40 }).map((eighth) => eighth / 8),
  { maxLength: 6 },
);

test("the error of any rounds is computed to within its rounding bound of the exact rational value", () => {
  fc.assert(
    fc.property(ridgeCases, xiLists, ({ problem, lambda }, xis) => {
      const computed = forms.errors(problem, forms.last(problem, lambda, xis)).error;
      const exact = exactProblem(problem);
      const round = exactRounds(exact, Fractions.fromNumber(lambda), xis.map(Fractions.fromNumber));
      const off = Fractions.subtract(Fractions.fromNumber(computed), exactRoundError(exact, round));
      expect(Math.abs(Fractions.toNumber(off))).toBeLessThanOrEqual(repeatedRoundingBound(problem, lambda, xis));
    }),
  );
});

test("one round is the student of ridge self-distillation, with its rounding bound", () => {
  fc.assert(
    fc.property(ridgeCases, ({ problem, lambda, xi }) => {
      const { error } = forms.errors(problem, forms.last(problem, lambda, [xi]));
      const bound = closedFormRoundingBound(problem, lambda, xi);
      expect(repeatedRoundingBound(problem, lambda, [xi])).toBe(bound);
      expect(Math.abs(error - new ClosedForms().errors(problem, lambda, xi).error)).toBeLessThanOrEqual(2 * bound);
    }),
  );
});

test("a round with ξ = 0 starts again from the teacher, whatever was before", () => {
  const problem = ridgeProblem({ singularValues: [3, 1], signal: [1, 2], noiseVariance: 4 });
  const after = (xis: readonly number[]): number[] => [...forms.last(problem, 2, xis).shrinkage];
  expect(after([0.5, -3, 0])).toEqual(after([]));
  expect(after([0.5, -3, 0, 1.5, 0.25])).toEqual(after([1.5, 0.25]));
});

// s = λ = 1 and s = 3, λ = 1: a = 1/2 and 3/4, whose powers are exact.
test("with ξ = 1 in every round the shrinkage is a power of the teacher's", () => {
  const problem = ridgeProblem({ singularValues: [1, Math.sqrt(3)], signal: [1, 1], noiseVariance: 1 });
  const rounds = forms.rounds(problem, 1, [1, 1, 1]);
  expect(rounds.map(({ shrinkage }) => shrinkage[0])).toEqual([1 / 2, 1 / 4, 1 / 8, 1 / 16]);
});

test("rounds with constant ξ > 1 that converge tend to a negative shrinkage, and diverge where ξ max a > 1", () => {
  const problem = ridgeProblem({ singularValues: [1], signal: [1], noiseVariance: 1 });
  const after = (lambda: number, xi: number, rounds: number): number =>
    forms.last(problem, lambda, Array<number>(rounds).fill(xi)).shrinkage[0]!;
  // a = 1/4, ξ = 2: the limit is s/(s − λ/(ξ − 1)) = 1/(1 − 3), and each round halves the way to it.
  expect(forms.limit(problem, 3, 2)[0]).toBe(-1 / 2);
  for (const rounds of [0, 1, 2, 10]) expect(after(3, 2, rounds) + 1 / 2).toBe((3 / 4) * 2 ** -rounds);
  // a = 1/2, ξ = 4: each round doubles it.
  expect(after(1, 4, 10) - forms.limit(problem, 1, 4)[0]!).toBe(2 ** 10 * (1 / 2 - 3 / 2));
});
