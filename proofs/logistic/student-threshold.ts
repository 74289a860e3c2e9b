import { type Claim, counterexample, derivation } from "../../src/evidence/index.ts";
import { scalar } from "../../src/formula/index.ts";
import { fitBook, logisticBook } from "../../src/logistic/index.ts";
import { APART, FEATURES, POSITIVE_LAMBDA, SIMILARITY, TEACHER_THRESHOLD, TIE } from "./hypotheses.ts";
import { studentAtBalance } from "./methods/at-balance.ts";
import { casesWith, drawnCases, showCase } from "./methods/cases.ts";
import { orderingOnBoxes, studentThresholds } from "./methods/certificates.ts";
import { DirectFits, type Measured, signOf } from "./methods/direct.ts";
import { ANY_C, ANY_P, IN_RANGE, STIFF, substitute, withSlacks, withStiffness } from "./methods/fits.ts";
import { Forms } from "./methods/forms.ts";
import { forAll, type Question, atDrawnFlips } from "./methods/questions.ts";

const statement = {
  id: "logistic/student-threshold",
  title: "Where p_T ≥ 0, a student that imitates fully stays right at more flips than its teacher: p_T < p_S",
  source:
    "Das & Sanghavi 2023, the range of label noise in which the student beats the teacher; as thresholds new here",
  statement:
    "At ξ = 1, z_b of the student falls strictly in p and is negative at p = ½: it has at most one root p_S < ½, and none where it is not positive as p → 0. Where p_T ≥ 0, p_T < p_S, and the student is right on every training point, strictly better than the teacher, exactly for max(p_T, 0⁺) ≤ p < p_S.",
  hypotheses: [POSITIVE_LAMBDA, FEATURES, SIMILARITY, APART, TIE, TEACHER_THRESHOLD],
};

const atTeacherThreshold = derivation(logisticBook, {
  name: "where the teacher's bad points have logit 0, the student's have a positive one",
  covers: ["targetGood", "targetBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      right: scalar("r", "nonnegative", "α_b, if z_b were ≤ 0: λα_b = ½ − σ(z_b) ≥ 0"),
      gap: scalar("d", "positive", "α_g − α_b: positive, as t_g = σ(z_g) > ½ = t_b"),
    }),
  steps: [
    {
      says: "at ξ = 1 the targets are the teacher's predictions: at good points",
      identity: ["at(targetGood, xi, 1)", "sigmaGood"],
    },
    { says: "and at bad ones, ½", identity: ["at(at(targetBad, xi, 1), sigmaBad, 1/2)", "1/2"] },
    {
      says: "if z_b were ≤ 0, both coefficients would make it positive",
      sign: { of: "logitBad", at: { alphaGood: "right + gap", alphaBad: "right", ...IN_RANGE }, is: "positive" },
    },
  ],
});

const FALLING_TARGETS = {
  pushGood: "-(weight*teacherFallGood)",
  pushBad: "-(weight*teacherFallBad)",
  flipping: "1",
  alphaBad: "alphaGood - gap",
} as const;

// The teacher's logits fall in p (logistic/teacher-threshold); so do the targets, by ξ times σ′ times that.
const falls = derivation(fitBook, {
  name: "z_b falls strictly as more labels are flipped, for every ξ ≥ 0 that leaves t_g > t_b",
  covers: ["targetGood", "targetBad"],
  prepare: (book) =>
    withStiffness(book).declare({
      weight: scalar("\\xi", "nonnegative", "an imitation parameter ≥ 0"),
      teacherFallGood: scalar("-\\sigma_g'", "positive", "how fast σ of the teacher's logit falls at good points"),
      teacherFallBad: scalar("-\\sigma_b'", "positive", "how fast it falls at bad points"),
      gap: scalar("d", "positive", "α_g − α_b: positive where t_g > t_b"),
    }),
  steps: [
    {
      says: "a good point's target falls by ξ times what σ does",
      identity: ["at(diff(targetGood, sigmaGood)*(-teacherFallGood), xi, weight)", "-weight*teacherFallGood"],
    },
    {
      says: "and a bad one's",
      identity: ["at(diff(targetBad, sigmaBad)*(-teacherFallBad), xi, weight)", "-weight*teacherFallBad"],
    },
    {
      says: "so S falls",
      sign: { of: "-commonRate", at: { ...FALLING_TARGETS, ...ANY_P }, is: "positive", where: STIFF },
    },
    {
      says: "and z_b with it",
      sign: { of: "-logitBadRate", at: { ...FALLING_TARGETS, ...IN_RANGE }, is: "positive", where: STIFF },
    },
  ],
});

const atHalf = derivation(logisticBook, {
  name: "where half of the labels are flipped, bad points have t_b − ½ times a positive number for a logit",
  covers: ["targetGood", "targetBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      target: scalar("t_b", "real", "a bad point's target"),
      secant: scalar("\\bar w", "positive", "a secant slope of σ from logit 0"),
    }),
  hypotheses: {
    fitted: {
      says: "λα_b = t_b − σ(z_b), where σ(z_b) − ½ is a secant slope times z_b",
      zero: "lambda*alphaBad - (target - 1/2 - secant*(1 - c)*alphaBad)",
    },
  },
  steps: [
    { says: "α_g = −α_b makes S zero", identity: [substitute("common", { p: "1/2", alphaGood: "-alphaBad" }), "0"] },
    {
      says: "so z_b = (1 − c)α_b",
      identity: [substitute("logitBad", { p: "1/2", alphaGood: "-alphaBad" }), "(1 - c)*alphaBad"],
    },
    {
      says: "and z_g = −z_b: the targets mirror each other, in the teacher and then in the student, so this is the fit",
      identity: ["at(targetGood, sigmaGood, 1 - sigmaBad)", "1 - targetBad"],
    },
    {
      says: "its coefficient has the sign of t_b − ½",
      identity: ["(lambda + (1 - c)*secant)*alphaBad", "target - 1/2"],
      given: { hypothesis: "fitted", times: "1" },
    },
    { says: "as its factor is positive", sign: { of: "lambda + (1 - c)*secant", at: ANY_C, is: "positive" } },
    {
      says: "the teacher's t_b is 0, and at ξ = 1 the student's is its σ < ½",
      identity: ["at(targetBad, xi, 1)", "sigmaBad"],
    },
  ],
});

/** From each number of flips to the next, up to half of the class: teacher and student at ξ = 1. */
interface Ladder {
  readonly who: string;
  readonly fits: readonly Measured[];
}

function ladders(direct: DirectFits): Ladder[] {
  const { classSize: m } = direct.case;
  const counts = Array.from({ length: Math.floor(m / 2) }, (_, i) => i + 1);
  const each = counts.map((k) => new DirectFits({ ...direct.case, flipped: [k, k] }));
  return [
    { who: "the teacher", fits: each.map((fits) => fits.teacher()) },
    { who: "the student", fits: each.map((fits) => fits.student(1)) },
  ];
}

const fallsInFlips: Question<{ readonly direct: DirectFits; readonly both: readonly Ladder[] }> = {
  name: "with every flip more the bad points' logits fall, in teacher and student, to below 0 at half of the class; up to p_T the student is right",
  covers: ["teacherThreshold"],
  measure: (direct) => ({ direct, both: ladders(direct) }),
  violation: ({ direct, both }, forms) => {
    const { value, rounding } = forms.teacherThreshold(direct.case);
    for (const { classes, bound } of both.at(-1)!.fits) {
      const { p, good, bad } = classes[0]!;
      if (p <= value - rounding && signOf([...good, ...bad], bound) !== 1) {
        return `the student's bad points have the logit ${bad[0]} at p = ${p}, and p_T is ${value}`;
      }
    }
    for (const { who, fits } of both) {
      const logits = fits.map(({ classes }) => classes[0]!.bad[0]!);
      const rise = logits.findIndex(
        (logit, i) => i > 0 && !(logit < logits[i - 1]! + fits[i]!.bound + fits[i - 1]!.bound),
      );
      if (rise > 0) return `${who}'s bad points go from ${logits[rise - 1]} to ${logits[rise]} with a flip more`;
      const last = fits.at(-1)!;
      if (last.classes[0]!.p === 1 / 2 && signOf(last.classes[0]!.bad, last.bound) !== -1) {
        return `${who}'s bad points have the logit ${logits.at(-1)} although half of the labels are flipped`;
      }
    }
    return null;
  },
};

const oneFlip = counterexample({
  without: TEACHER_THRESHOLD,
  says: "the student at ξ = 1 may be wrong on a single flipped label",
  problems: casesWith({ flipped: "one", least: 1 }),
  tries: 200,
  fails: (example) => {
    const { value } = new Forms().teacherThreshold(example);
    const { classes, bound } = new DirectFits(example).student(1);
    if (!(value < 0) || signOf(classes[0]!.bad, bound) !== -1) return null;
    return `p_T = ${value.toFixed(6)}, and the student's logit at the flipped label's point is ${classes[0]!.bad[0]!.toFixed(6)}`;
  },
  show: showCase,
});

export const studentThreshold: Claim = {
  ...statement,
  dependsOn: ["logistic/teacher-threshold"],
  book: fitBook,
  checks: [
    atTeacherThreshold,
    falls,
    atHalf,
    studentThresholds,
    orderingOnBoxes,
    atDrawnFlips(studentAtBalance, (context) => drawnCases(context, 2, "fewer than half", 1)),
    atDrawnFlips(fallsInFlips, (context) => drawnCases(context, 1, "fewer than half")),
    forAll(studentAtBalance, casesWith({ least: 1 }), 40),
    forAll(fallsInFlips, casesWith(), 40),
    oneFlip,
  ],
};
