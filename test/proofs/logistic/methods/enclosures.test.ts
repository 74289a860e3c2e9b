import { describe, expect, test } from "vitest";
import {
  bracket,
  encloseFit,
  LABELS,
  predictionsOf,
  side,
  studentTargets,
} from "../../../../proofs/logistic/methods/enclosures.ts";
import { type Interval, Intervals } from "../../../../src/formula/index.ts";
import { studentThreshold, teacherThreshold } from "../../../../src/logistic/thresholds.ts";
import { type LogisticProblem, studentFit, teacherFit } from "../../../../src/logistic/index.ts";

const WIDTH = 2 ** -20;

/** On which side of 0 bad points' logit is proved to be, after some rounds of imitation at ξ = 1. */
function afterRounds(problem: LogisticProblem, rounds: number): -1 | 0 | 1 {
  let targets = LABELS;
  for (let round = 0; round < rounds; round++) targets = predictionsOf(encloseFit(problem, targets));
  return side(problem, targets, "bad");
}

describe("an enclosed fit", () => {
  test("contains the fit in the two-value reduction, and is hardly wider than its rounding", () => {
    for (const flipRate of [0.05, 0.2, 0.45]) {
      const problem = { classSize: 12, similarity: 0.3, lambda: 0.5, flipRate };
      const teacher = encloseFit(problem, LABELS);
      for (const xi of [-1, 0, 1, 4]) {
        const enclosed = encloseFit(problem, studentTargets(teacher, Intervals.interval(xi)));
        const { logitGood, logitBad, common } = studentFit(problem, xi, teacherFit(problem));
        for (const [value, { lower, upper }] of [
          [logitGood, enclosed.good],
          [logitBad, enclosed.bad],
          [common, enclosed.common],
        ] as const) {
          expect(value).toBeGreaterThan(lower);
          expect(value).toBeLessThan(upper);
          expect(upper - lower).toBeLessThan(2 ** -36);
        }
      }
    }
  });
});

describe("two ways to enclose a threshold meet: one root in S, and one in the bad points' logit", () => {
  test.each([
    { classSize: 10, similarity: 0.3, lambda: 0.5 },
    { classSize: 20, similarity: 0.1, lambda: 1 },
    { classSize: 200, similarity: 0.4, lambda: 0.0625 },
  ])("for classes of $classSize", (setting) => {
    const inRounds = (rounds: number): Interval =>
      bracket((flipRate) => afterRounds({ ...setting, flipRate }, rounds), WIDTH, 1 / 2, 2 ** -40)!;
    const [teacher, student] = [teacherThreshold(setting), studentThreshold(setting, 1).threshold!];
    for (const [one, other] of [
      [teacher, inRounds(0)],
      [student, inRounds(1)],
    ] as const) {
      expect(one.lower).toBeLessThanOrEqual(other.upper);
      expect(other.lower).toBeLessThanOrEqual(one.upper);
    }
  });
});

describe("where rounds of imitation have no threshold at first", () => {
  const threshold = (rounds: number): ReturnType<typeof bracket> => {
    const at = (flipRate: number): -1 | 0 | 1 =>
      afterRounds({ classSize: 5, similarity: 0.02, lambda: 0.3, flipRate }, rounds);
    return bracket(at, WIDTH, 1 / 2, WIDTH);
  };

  test("they are wrong on bad points at every flip rate through 12 rounds", () => {
    for (const rounds of [0, 1, 10, 12]) {
      const fewest = { classSize: 5, similarity: 0.02, lambda: 0.3, flipRate: WIDTH };
      expect(afterRounds(fewest, rounds)).toBe(-1);
    }
  });

  test("and from the 13th on have one, which rises", () => {
    const ends = [13, 15, 25].map((rounds) => threshold(rounds)!.lower.toFixed(3));
    expect(ends).toEqual(["0.034", "0.116", "0.327"]);
  });
});

test("at ξ = 30 bad points turn right at a flip rate near 0.1035 while good ones are wrong", () => {
  const at = (flipRate: number, kind: "good" | "bad"): number => {
    const problem = { classSize: 10, similarity: 0.3, lambda: 0.5, flipRate };
    return side(problem, studentTargets(encloseFit(problem, LABELS), Intervals.interval(30)), kind);
  };
  expect([at(0.1034, "bad"), at(0.1035, "bad")]).toEqual([-1, 1]);
  expect([at(0.1034, "good"), at(0.1035, "good")]).toEqual([-1, -1]);
});

test("where similarity is too weak, the student at ξ = 1 is wrong on bad points however few are flipped", () => {
  const problem = { classSize: 8, similarity: 0.05, lambda: 2, flipRate: WIDTH };
  expect(side(problem, predictionsOf(encloseFit(problem, LABELS)), "bad")).toBe(-1);
});
