import { type Claim, counterexample, derivation } from "../../src/evidence/index.ts";
import { scalar } from "../../src/formula/index.ts";
import { blockGram, featuresFromGram, fitBook, logisticBook } from "../../src/logistic/index.ts";
import { APART, FEATURES, MINORITY_FLIPPED, POSITIVE_LAMBDA, SIMILARITY, TIE } from "./hypotheses.ts";
import { casesWith, drawnCases, showCase } from "./methods/cases.ts";
import { teacherThresholds } from "./methods/certificates.ts";
import { thresholdAtBalance } from "./methods/at-balance.ts";
import { DirectFits, signOf } from "./methods/direct.ts";
import { directFits } from "./methods/two-values.ts";
import { ANY_C, ANY_P, IN_RANGE, moveOf, STIFF, substitute, withSlacks, withStiffness } from "./methods/fits.ts";
import { Forms } from "./methods/forms.ts";
import { forAll, type Question, atDrawnFlips } from "./methods/questions.ts";

const statement = {
  id: "logistic/teacher-threshold",
  title: "From a flip rate p_T on the teacher is wrong on the flipped points, and on no others",
  source: "Das & Sanghavi 2023, the teacher's accuracy under label flips; p_T in closed form is new here",
  statement:
    "The teacher is right on every training point iff p = 0 or p < p_T = (ma − (1 − c)/(2λc))/(m(a + 1/(2λ))), where λa = 1 − σ((1 − c)a + (1 − c)/(2λ)). Else it is wrong on exactly the bad ones (at p = p_T their logit is 0). p_T < ½, and p_T > 0 iff 2λamc > 1 − c.",
  hypotheses: [POSITIVE_LAMBDA, FEATURES, SIMILARITY, MINORITY_FLIPPED, APART, TIE],
};

const order = derivation(logisticBook, {
  name: "in every fit, the kind with the larger target has the larger coefficient and logit",
  covers: ["logitGood", "logitBad"],
  // Whatever the targets.
  prepare: (book) =>
    withSlacks(book.opaque("targetGood", "targetBad")).declare({
      secant: scalar("\\bar w", "positive", "a secant slope of σ"),
    }),
  hypotheses: {
    fitted: {
      says: "λα = t − σ(z) for both kinds, where σ(z_g) − σ(z_b) is a secant slope times z_g − z_b",
      zero: "lambda*(alphaGood - alphaBad) - (targetGood - targetBad - secant*(logitGood - logitBad))",
    },
  },
  steps: [
    {
      says: "(λ + (1 − c)w̄)(α_g − α_b) = t_g − t_b",
      identity: ["(lambda + (1 - c)*secant)*(alphaGood - alphaBad)", "targetGood - targetBad"],
      given: { hypothesis: "fitted", times: "1" },
    },
    { says: "its factor is positive", sign: { of: "lambda + (1 - c)*secant", at: ANY_C, is: "positive" } },
    { says: "z_g − z_b = (1 − c)(α_g − α_b)", identity: ["logitGood - logitBad", "(1 - c)*(alphaGood - alphaBad)"] },
    { says: "and 1 − c > 0", sign: { of: "1 - c", at: ANY_C, is: "positive" } },
  ],
});

const TARGETS_FIXED = { pushGood: "0", pushBad: "0", flipping: "1" };

const movesWith = (kind: "Good" | "Bad"): string => {
  const move = `${kind.toLowerCase()}Move`;
  return `lambda*${move} - (push${kind} - bend${kind}*((1 - c)*${move} + c*commonMove))`;
};

const GOOD_MOVE = "giveGood*(pushGood - bendGood*c*commonMove)";
const BAD_MOVE = "giveBad*(pushBad - bendBad*c*commonMove)";

const movement = derivation(fitBook, {
  name: "how a fit moves with its targets and with the flip rate",
  covers: [
    "common",
    "logitGood",
    "logitBad",
    "giveGood",
    "giveBad",
    "stiffness",
    "commonRate",
    "logitGoodRate",
    "logitBadRate",
  ],
  prepare: (book) =>
    withSlacks(book).declare({
      goodMove: scalar("\\alpha_g'", "real", "how fast α_g moves"),
      badMove: scalar("\\alpha_b'", "real", "how fast α_b moves"),
      commonMove: scalar("S'", "real", "how fast S moves"),
    }),
  hypotheses: {
    good: { says: "λα_g = t_g − σ(z_g) stays true", zero: movesWith("Good") },
    bad: { says: "λα_b = t_b − σ(z_b) stays true", zero: movesWith("Bad") },
  },
  steps: [
    {
      says: "z_g moves by (1 − c)α_g′ + cS′",
      identity: [moveOf("logitGood"), `(1 - c)*goodMove + c*${moveOf("common")}`],
    },
    { says: "z_b by (1 − c)α_b′ + cS′", identity: [moveOf("logitBad"), `(1 - c)*badMove + c*${moveOf("common")}`] },
    {
      says: "so α_g′ = (t_g′ − w_g cS′)/(λ + (1 − c)w_g)",
      identity: ["goodMove", GOOD_MOVE],
      given: { hypothesis: "good", times: "1/(lambda + (1 - c)*bendGood)" },
    },
    {
      says: "and α_b′ likewise",
      identity: ["badMove", BAD_MOVE],
      given: { hypothesis: "bad", times: "1/(lambda + (1 - c)*bendBad)" },
    },
    {
      says: "so S′ is what pushes S over its stiffness",
      identity: [
        `commonMove - ${substitute(moveOf("common"), { goodMove: GOOD_MOVE, badMove: BAD_MOVE })}`,
        "stiffness*(commonMove - commonRate)",
      ],
    },
    { says: "which is positive", sign: { of: "stiffness", at: IN_RANGE, is: "positive" } },
    { says: "as 1/(λ + (1 − c)w) is", sign: { of: "giveGood", at: ANY_C, is: "positive" } },
    { says: "at bad points too", sign: { of: "giveBad", at: ANY_C, is: "positive" } },
    {
      says: "the stiffness of S − m((1 − p)α_g + pα_b) in S is what this has moved by",
      identity: [
        `1 - ${substitute(moveOf("common"), { goodMove: "-giveGood*bendGood*c", badMove: "-giveBad*bendBad*c", flipping: "0" })}`,
        "stiffness",
      ],
    },
    {
      says: "z_g′ = ((1 − c)t_g′ + λcS′)/(λ + (1 − c)w_g)",
      identity: [substitute(`(1 - c)*${GOOD_MOVE} + c*commonMove`, { commonMove: "commonRate" }), "logitGoodRate"],
    },
    {
      says: "and z_b′ likewise",
      identity: [substitute(`(1 - c)*${BAD_MOVE} + c*commonMove`, { commonMove: "commonRate" }), "logitBadRate"],
    },
  ],
});

const falls = derivation(fitBook, {
  name: "z_b falls strictly as more labels are flipped",
  covers: [],
  prepare: (book) =>
    withStiffness(book).declare({
      gap: scalar("d", "positive", "α_g − α_b: positive, as the teacher's targets are 1 and 0"),
    }),
  steps: [
    {
      says: "S is pushed down by m(α_g − α_b)",
      identity: [substitute("commonRate*stiffness", { ...TARGETS_FIXED, alphaBad: "alphaGood - gap" }), "-m*gap"],
    },
    {
      says: "so S falls, and z_b with it",
      sign: {
        of: "-logitBadRate",
        at: { ...TARGETS_FIXED, alphaBad: "alphaGood - gap", c: ANY_C.c },
        is: "positive",
        where: STIFF,
      },
    },
  ],
});

const HALF_BAD = "-1/(2*lambda)";
const atThreshold = (formula: string): string =>
  substitute(formula, { p: "teacherThreshold", alphaGood: "a", alphaBad: HALF_BAD });
const LOGIT_THERE = "((1 - c)*a + (1 - c)/(2*lambda))";

const threshold = derivation(logisticBook, {
  name: "where z_b = 0, in closed form",
  covers: ["teacherThreshold", "common", "logitGood", "logitBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      slopeGood: scalar("w_g", "positive", "slope of σ at the good points' logit"),
      below: scalar("e", "positive", "1/(2λa) − 1: positive, as λa = 1 − σ of a positive logit is below ½"),
    }),
  steps: [
    { says: "at α_b = −1/(2λ), where λα_b = 0 − σ(0), z_b = 0 for p = p_T", identity: [atThreshold("logitBad"), "0"] },
    {
      says: "and z_g = (1 − c)a + (1 − c)/(2λ), so α_g = a solves λa = 1 − σ(z_g)",
      identity: [atThreshold("logitGood"), LOGIT_THERE],
    },
    {
      says: "no other p has z_b = 0: z_b is linear in p, with slope cm(α_b − α_g)",
      identity: ["diff(logitBad, p)", "c*m*(alphaBad - alphaGood)"],
    },
    {
      says: "which is negative",
      sign: {
        of: "-(c*m*(alphaBad - alphaGood))",
        at: { alphaGood: "a", alphaBad: HALF_BAD },
        is: "positive",
      },
    },
    {
      says: "λa − 1 + σ rises strictly in a, so a is its one root: it is −½ or less at 0, where σ ≥ ½ is above it at ½/λ",
      identity: [`lambda + slopeGood*diff(${LOGIT_THERE}, a)`, "lambda + (1 - c)*slopeGood"],
    },
    { says: "that slope is positive", sign: { of: "lambda + (1 - c)*slopeGood", at: ANY_C, is: "positive" } },
    {
      says: "p_T < ½",
      sign: { of: "1/2 - teacherThreshold", at: { a: "1/(2*lambda*(1 + below))", ...ANY_C }, is: "positive" },
    },
    {
      says: "p_T > 0 iff 2λamc > 1 − c",
      identity: ["teacherThreshold*2*lambda*c*m*(a + 1/(2*lambda))", "2*lambda*a*m*c - (1 - c)"],
    },
  ],
});

const goodStayRight = derivation(logisticBook, {
  name: "while p < ½, the teacher has S > 0, is right on every good point, and has σ_g + σ_b > 1",
  covers: ["common", "logitGood", "logitBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      lack: scalar("d", "positive", "−(α_g + α_b), if that were negative"),
      excess: scalar("r", "nonnegative", "α_g + α_b, where it is not"),
      loss: scalar("-S", "nonnegative", "−S, if S were not positive"),
      shared: scalar("S", "positive", "S"),
      bad: scalar("-\\alpha_b", "positive", "−α_b: positive, as λα_b = −σ_b"),
      good: scalar("\\alpha_g", "positive", "α_g: positive, as λα_g = 1 − σ_g"),
    }),
  steps: [
    {
      says: "λ(α_g + α_b) = 1 − (σ_g + σ_b)",
      identity: ["lambda*((1 - sigmaGood)/lambda + (0 - sigmaBad)/lambda)", "1 - (sigmaGood + sigmaBad)"],
    },
    { says: "z_g = (1 − c)α_g + cS", identity: ["logitGood", "(1 - c)*alphaGood + c*common"] },
    { says: "z_b = (1 − c)α_b + cS", identity: ["logitBad", "(1 - c)*alphaBad + c*common"] },
    {
      says: "if S ≤ 0 and α_g + α_b < 0, then z_g + z_b < 0: the σ are below 1 in sum and α_g + α_b > 0, which is absurd",
      sign: {
        of: "-(logitGood + logitBad)",
        at: { common: "-loss", alphaGood: "-alphaBad - lack", ...ANY_C },
        is: "positive",
      },
    },
    {
      says: "but α_g + α_b ≥ 0 makes S > 0, as α_b < 0. So S > 0",
      sign: { of: "common", at: { alphaGood: "excess + bad", alphaBad: "-bad", ...ANY_P }, is: "positive" },
    },
    {
      says: "and z_g > 0",
      sign: { of: "logitGood", at: { common: "shared", alphaGood: "good", ...ANY_C }, is: "positive" },
    },
    {
      says: "if the σ were 1 or less in sum, α_g + α_b ≥ 0, the logits would be positive in sum, and the σ above 1",
      sign: {
        of: "logitGood + logitBad",
        at: { alphaGood: "excess + bad", alphaBad: "-bad", ...IN_RANGE },
        is: "positive",
      },
    },
  ],
});

const rightBelowThreshold: Question<DirectFits> = {
  name: "the teacher is right on all good points, and on bad ones exactly below p_T",
  covers: ["teacherThreshold"],
  measure: directFits,
  violation: (direct, forms) => {
    const { value, rounding } = forms.teacherThreshold(direct.case);
    const { classes, bound } = direct.teacher();
    for (const { p, good, bad } of classes) {
      if (signOf(good, bound) !== 1) return `a good point's logit is not positive: ${Math.min(...good)}`;
      const sign = bad.length === 0 ? 0 : signOf(bad, bound);
      const expected = Math.abs(p - value) <= rounding ? 0 : p < value ? 1 : -1;
      if (sign * expected < 0) return `bad points have the logit ${bad[0]} at p = ${p}, and p_T is ${value}`;
      if (bad.some((logit) => Math.abs(logit - bad[0]!) > 2 * bound)) return "bad points differ in their logits";
    }
    return null;
  },
};

const mostFlipped = counterexample({
  without: MINORITY_FLIPPED,
  says: "the teacher may be wrong on good points",
  problems: casesWith({ flipped: "any" }),
  tries: 200,
  fails: (example) => {
    const { classes, bound } = new DirectFits(example).teacher();
    const { p, good } = classes[0]!;
    if (good.length === 0 || signOf(good, bound) !== -1) return null;
    return `good points have the logit ${good[0]!.toFixed(6)} at p = ${p}`;
  },
  show: showCase,
});

const alike = counterexample({
  without: APART,
  says: "the teacher may be wrong on bad points below p_T",
  problems: casesWith({ least: 1 }),
  tries: 500,
  fails: (example) => {
    const { classSize, c, flipped } = example;
    const across = featuresFromGram(blockGram(classSize, c, c / 2));
    const { classes, bound } = new DirectFits({ ...example, flipped: [flipped[0], flipped[0]] }, across).teacher();
    const { value } = new Forms().teacherThreshold(example);
    const { p, bad } = classes[0]!;
    if (!(p < value) || signOf(bad, bound) !== -1) return null;
    return `with similarity c/2 across classes, a bad point's logit is ${bad[0]!.toFixed(6)} at p = ${p} < p_T = ${value.toFixed(6)}`;
  },
  show: showCase,
});

export const teacherThreshold: Claim = {
  ...statement,
  dependsOn: ["logistic/reduction"],
  book: fitBook,
  checks: [
    order,
    movement,
    falls,
    threshold,
    goodStayRight,
    teacherThresholds,
    atDrawnFlips(thresholdAtBalance, (context) => drawnCases(context, 2, "fewer than half", 1)),
    atDrawnFlips(rightBelowThreshold, (context) => drawnCases(context, 20, "fewer than half")),
    forAll(rightBelowThreshold, casesWith(), 150),
    forAll(thresholdAtBalance, casesWith({ least: 1 }), 40),
    mostFlipped,
    alike,
  ],
};
