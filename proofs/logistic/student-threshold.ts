import { type Claim, derivation } from "../../src/evidence/index.ts";
import { scalar } from "../../src/formula/index.ts";
import { logisticBook } from "../../src/logistic/index.ts";
import { inRange, moves, substitute, withSlacks, withSlopes } from "./fits.ts";

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
      sign: { of: inRange(substitute("logitBad", { alphaGood: "alphaBad + gap", alphaBad: "right" })), is: "positive" },
    },
  ],
});

// The teacher's logits fall in p (logistic/teacher-threshold); so do the targets, by ξ times σ′ times that.
const falls = derivation(logisticBook, {
  name: "z_b falls strictly as more labels are flipped, for every ξ ≥ 0 that leaves t_g > t_b",
  covers: ["targetGood", "targetBad"],
  prepare: (book) =>
    withSlopes(book).declare({
      weight: scalar("\\xi", "nonnegative", "an imitation parameter ≥ 0"),
      teacherFallGood: scalar("-\\sigma_g'", "positive", "how fast σ of the teacher's logit falls at good points"),
      teacherFallBad: scalar("-\\sigma_b'", "positive", "how fast it falls at bad points"),
      gap: scalar("d", "positive", "α_g − α_b: positive where t_g > t_b"),
      fall: scalar("s'", "positive", "−S′"),
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
      says: "so S is pushed down",
      sign: { of: inRange(`-${withFallingTargets(moves.push)}`), is: "positive" },
    },
    { says: "and z_b falls", sign: { of: inRange(`-${withFallingTargets(moves.logitBad)}`), is: "positive" } },
  ],
});

function withFallingTargets(formula: string): string {
  return substitute(formula, {
    targetGoodMove: "-weight*teacherFallGood",
    targetBadMove: "-weight*teacherFallBad",
    flipMove: "1",
    alphaBad: "alphaGood - gap",
    commonMove: "-fall",
  });
}

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
    { says: "as its factor is positive", sign: { of: inRange("lambda + (1 - c)*secant"), is: "positive" } },
    {
      says: "the teacher's t_b is 0, and at ξ = 1 the student's is its σ < ½",
      identity: ["at(targetBad, xi, 1)", "sigmaBad"],
    },
  ],
});

export const studentThreshold: Claim = {
  id: "logistic/student-threshold",
  title: "A student that imitates fully stays right at more flips than its teacher: p_T < p_S",
  source:
    "Das & Sanghavi 2023, the range of label noise in which the student beats the teacher; as thresholds new here",
  statement:
    "At ξ = 1, z_b of the student falls strictly in p and is negative at p = ½: it has at most one root p_S < ½. Where p_T ≥ 0, p_T < p_S, and the student is right on every training point, strictly better than the teacher, exactly for max(p_T, 0⁺) ≤ p < p_S.",
  hypotheses: ["λ > 0", "0 < c < 1", "p_T ≥ 0"],
  dependsOn: ["logistic/teacher-threshold"],
  book: logisticBook,
  checks: [atTeacherThreshold, falls, atHalf],
};
