import { describe, expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { DirectFits, type Measured, signOf } from "../../proofs/logistic/methods/direct.ts";
import { afterRounds } from "../../proofs/logistic/methods/at-balance.ts";
import { evaluate, type Fraction, Fractions, type RationalPoint } from "../../src/formula/index.ts";
import { largestXi, perfectXi, teacherThreshold } from "../../src/logistic/index.ts";
import {
  type ExactProblem,
  exactRoundError,
  exactRounds,
  exactValue,
  metricBook,
  optimum,
  shortcutBook,
} from "../../src/ridge/index.ts";

/*
 * Points at which a statement of a claim would be false if it said a little more: each was once said, or is said in a paper's
 * shorter words. In rational numbers where that can be; else by direct fits, whose signs are certain.
 */

const statementOf = (id: string): string => {
  const { title, statement, hypotheses } = claims.find((claim) => claim.id === id)!;
  return [title, statement, ...hypotheses].join("\n");
};

const fraction = (text: string | number): Fraction => Fractions.parse(String(text))!;
const problemOf = (
  s: readonly (string | number)[],
  squaredSignal: readonly (string | number)[],
  noiseVariance: string | number,
  residualSignal: string | number = 0,
): ExactProblem => ({
  squaredSingularValues: s.map(fraction),
  squaredSignal: squaredSignal.map(fraction),
  noiseVariance: fraction(noiseVariance),
  residualSignal: fraction(residualSignal),
});
/** A formula's exact value, as text. */
const at = (formula: string, problem: ExactProblem, lambda: string | number = 1, xi: string | number = 0): string =>
  Fractions.show(exactValue(formula, problem, { lambda: fraction(lambda), xi: fraction(xi) }));

describe("ridge", () => {
  const twoModes = problemOf([2, 1], [1, 0], 1);

  test("two modes: where α and δ are both negative the infimum is above the oracle's error, 4/11 against 1/3", () => {
    expect([at("oracleError", twoModes), at("limitNear", twoModes), at("limitFar", twoModes)]).toEqual([
      "1/3",
      "4/11",
      "3/7",
    ]);
    const { strictlyBetter, distillation } = optimum(twoModes);
    expect(strictlyBetter).toBe(true);
    expect(distillation.attained).toBe(false);
    const [least, most] = distillation.error;
    expect(least > 1 / 3 && least <= 4 / 11 && 4 / 11 <= most).toBe(true);
    expect(statementOf("ridge/two-modes")).toContain("unless both α and δ are negative");
  });

  test("so where S < 0 some student beats every ridge, and no best one need exist", () => {
    expect(optimum(twoModes)).toMatchObject({ strictlyBetter: true, distillation: { attained: false, lambda: null } });
    expect(statementOf("ridge/distillation-beats-regularization")).toContain("some self-distilled student");
  });

  test("without signal ridge has no least error: it falls for ever as λ grows", () => {
    const noSignal = problemOf([2, 1], [0, 0], 1);
    const errors = [1, 10, 100, 1000].map((lambda) => fraction(at("error", noSignal, lambda)));
    errors.slice(1).forEach((error, i) => expect(Fractions.compare(error, errors[i]!)).toBe(-1));
    expect(errors.every((error) => Fractions.sign(error) > 0)).toBe(true);
    expect(statementOf("ridge/two-modes")).not.toContain("min e");
  });

  test("equal s: rounds come no closer to the oracle than to that of the mean signal, 4/3 against 4/5", () => {
    const equal = problemOf([1, 1], [0, 4], 1);
    expect(at("oracleError", equal)).toBe("4/5");
    expect(at("oracleError", problemOf([1, 1], [2, 2], 1))).toBe("4/3");
    // g = 2/3 in both modes is the best that a function of s can do: 4(1 − x)² + 2x² ≥ 4/3.
    const round = exactRounds(equal, fraction(1), [fraction("-2/3")]);
    expect(round.shrinkage.map(Fractions.show)).toEqual(["2/3", "2/3"]);
    expect(Fractions.show(exactRoundError(equal, round))).toBe("4/3");
    expect(statementOf("ridge/repeated")).toContain("its mean over equal s_j");
  });

  test("for ξ > 1 the shrinkage that rounds keep is no ridge estimate's: it may be negative, or none", () => {
    const one = problemOf([1], [1], 1);
    expect(at("sum(limitShrinkage_j)", one, 3, 2)).toBe("-1/2");
    expect(() => at("sum(limitShrinkage_j)", one, 1, 2)).toThrow(Fractions.DivisionByZero); // aξ = 1
    expect(statementOf("ridge/repeated")).toContain("for ξ < 1 that of ridge");
  });

  test("X = 0, or a signal outside the row space alone: D = 0 although there is noise, or signal", () => {
    expect(at("D", problemOf([], [], 1))).toBe("0");
    expect(at("D", problemOf([1], [0], 0, 1))).toBe("0");
    const ridge = claims.filter(({ id }) => id.startsWith("ridge/"));
    expect(ridge.filter(({ hypotheses }) => !hypotheses.some((each) => each.startsWith("X ≠ 0")))).toEqual([]);
    for (const id of ["ridge/optimal-xi", "ridge/student-beats-teacher"])
      expect(statementOf(id)).toContain("For γ > 0 or some θ_j ≠ 0");
  });

  test("below ξ_B less imitation costs bias and variance both: nothing is traded there", () => {
    const one = problemOf([1], [1], 1);
    const both = (xi: number): string[] => [at("squaredBias", one, 1, xi), at("variance", one, 1, xi)];
    expect([both(-4), both(-3)]).toEqual([
      ["1/4", "9/4"],
      ["1/16", "25/16"],
    ]);
    expect(() => at("biasXi", problemOf([1], [0], 1))).toThrow(Fractions.DivisionByZero); // without signal there is no ξ_B
    expect(statementOf("ridge/bias-variance")).toContain("From ξ = 0 to ξ = 1");
  });

  test("in a singular metric that sees nothing of the estimate there is no best ξ, whatever the teacher's slope", () => {
    const point: RationalPoint = {
      modes: 1,
      scalars: { lambda: fraction(1), xi: fraction(0), noiseVariance: fraction(1), outside: fraction(1) },
      perMode: { s: [fraction(1)], theta: [fraction(1)], m: [fraction(0)] },
    };
    const value = (formula: string): string => Fractions.show(evaluate(metricBook.expand(formula), point));
    expect([value("directionN"), value("directionD"), value("directionError")]).toEqual(["0", "0", "1"]);
    expect(statementOf("ridge/sign-rule")).toContain("there is no ξ*");
  });

  test("what a student is off the truth by has a part outside the row space, which no mode has", () => {
    const point: RationalPoint = {
      modes: 1,
      scalars: { lambda: fraction(1), xi: fraction(2), residualSignal: fraction(1) },
      perMode: { s: [fraction(1)], theta: [fraction(0)], w: [fraction(0)] },
    };
    const value = (formula: string): string => Fractions.show(evaluate(shortcutBook.expand(formula), point));
    expect([value("sum((off_j + xi*turn_j)^2)"), value("squaredDistance")]).toEqual(["0", "1"]);
    expect(statementOf("ridge/simulation-shortcuts")).toContain("−θ*_⊥ outside the row space");
  });
});

interface Setting {
  readonly classSize: number;
  readonly c: number;
  readonly lambda: number;
}

const fitsTo = (setting: Setting, ...flipped: [number, number]): DirectFits =>
  new DirectFits({ ...setting, xi: 0, flipped, seed: 1 });

/** The signs of good and of bad points' logits, and of a fresh point's, in class 1. */
function signs({ classes, bound }: Measured): { readonly good: number; readonly bad: number; readonly fresh: number } {
  const { good, bad, fresh } = classes[0]!;
  return { good: signOf(good, bound), bad: signOf(bad, bound), fresh: signOf([fresh], bound) };
}

describe("logistic", () => {
  const weak = { classSize: 8, c: 0.05, lambda: 2 };
  const usual = { classSize: 10, c: 0.3, lambda: 0.5 };
  const named = ({ classSize, c, lambda }: Setting): { classSize: number; similarity: number; lambda: number } => ({
    classSize,
    similarity: c,
    lambda,
  });

  test("p = 0 may be above p_T < 0: the student is right there up to ξ_hi, and not better than its teacher", () => {
    expect(teacherThreshold(named(weak)).upper).toBeLessThan(0);
    const none = fitsTo(weak, 0, 0);
    expect([none.teacher(), none.student(1), none.student(1.167)].map((fit) => signs(fit).good)).toEqual([1, 1, 1]);
    expect(signs(none.student(1.168)).good).toBe(-1);
    expect(statementOf("logistic/larger-xi")).toContain("For p = 0 or p < p_T");
  });

  test("where p_T < 0 a student that imitates fully need not be right at any flip more than its teacher", () => {
    for (const flips of [1, 2, 3]) {
      const fits = fitsTo(weak, flips, flips);
      expect([signs(fits.teacher()).bad, signs(fits.student(1)).bad]).toEqual([-1, -1]);
    }
    expect(statementOf("logistic/student-threshold")).toMatch(/^Where p_T ≥ 0,/);
  });

  test("larger ξ need not stand more flips: past ξ_max a single one may be wrong, that ξ = 1 puts right", () => {
    expect(largestXi(named(usual)).upper).toBeLessThan(30);
    const one = fitsTo(usual, 1, 1);
    expect([signs(one.student(1)), signs(one.student(30))]).toMatchObject([
      { good: 1, bad: 1 },
      { good: -1, bad: -1 },
    ]);
    expect(statementOf("logistic/larger-xi")).not.toContain("larger ξ stands more flips");
  });

  test("just past ξ_hi a fresh point is still right: it is wrong from some larger ξ on", () => {
    const { high } = perfectXi({ ...named(usual), flipRate: 0.2 });
    const fits = fitsTo(usual, 2, 2);
    expect(signs(fits.student(high.upper * (1 + 1 / 256)))).toMatchObject({ good: -1, fresh: 1 });
    expect(signs(fits.student(1000 * high.upper)).fresh).toBe(-1);
    expect(statementOf("logistic/new-points")).toContain("from some ξ > ξ_hi on");
  });

  test("a further round need not stand more flips: many first ones may be wrong on every flip", () => {
    const fits = fitsTo({ classSize: 5, c: 0.02, lambda: 0.3 }, 1, 1);
    for (const rounds of [0, 1, 2, 3]) expect(signs(afterRounds(fits, rounds)).bad).toBe(-1);
    expect(statementOf("logistic/rounds")).toContain("many first ones may have no threshold");
  });

  test("the classes mirror each other only as far as as many labels are flipped", () => {
    const { classes, bound } = fitsTo(usual, 1, 3).teacher();
    expect(Math.abs(classes[0]!.good[0]! - classes[1]!.good[0]!)).toBeGreaterThan(2 * bound);
    expect(statementOf("logistic/reduction")).toContain("the share of the class that is flipped");
  });
});

test("titles about real data name what is compared, and no ξ that was not tried", () => {
  const titles = ["large-xi-wins", "when"].map((name) => statementOf(`cross-entropy/${name}`).split("\n")[0]!);
  expect(titles).toEqual([
    "On four data sets with corrupted labels and a small, fixed weight decay, ξ = 3 beats ξ = 0, ½ and 1",
    "ξ = 3 gains more with corrupted labels than with clean ones, and hurts under a strong weight decay",
  ]);
});
