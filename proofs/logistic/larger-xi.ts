import fc from "fast-check";
import { type Claim, counterexample, derivation } from "../../src/evidence/index.ts";
import { scalar } from "../../src/formula/index.ts";
import { fitBook, logisticBook } from "../../src/logistic/index.ts";
import {
  APART,
  BELOW_XI_HI,
  FEATURES,
  MINORITY_FLIPPED,
  NONNEGATIVE_XI,
  POSITIVE_LAMBDA,
  SIMILARITY,
  TIE,
} from "./hypotheses.ts";
import { casesWith, drawnCases, showCase } from "./methods/cases.ts";
import { rightForXi, boundaryXi } from "./methods/certificates.ts";
import { DirectFits, type Measured, predictions, signOf } from "./methods/direct.ts";
import { ANY_C, IN_RANGE, substitute, withSlacks } from "./methods/fits.ts";
import { forAll, type Question, atDrawnFlips } from "./methods/questions.ts";
import { encloseRight, Students } from "./methods/students.ts";
import { directFits } from "./methods/two-values.ts";

const statement = {
  id: "logistic/larger-xi",
  title: "Every flip rate below ½ has a ξ that makes the student right on every training point",
  source: "new here; the imitation parameter beyond 1 is Das & Sanghavi 2023's",
  statement:
    "At ξ_× = 1/(1 − σ_g + σ_b) all targets are equal and the student is right on every point. z_g falls strictly in ξ, and has one root ξ_hi > ξ_×. For p > 0 and p ≥ p_T, z_b rises strictly in ξ, with one root ξ_lo < ξ_×: for ξ ≥ 0 the student is right on every point, and better than the teacher, iff ξ_lo < ξ < ξ_hi, equal for ξ ≤ ξ_lo, and right on the bad points alone, so worse, from ξ_hi on. For p = 0 or p < p_T it is right on every point iff ξ < ξ_hi, and never better. Where p_T ≥ 0, the p_S(ξ) ≥ p_T at which z_b = 0 rises strictly from p_T at ξ = 0 to ½ at ξ_max = 1/(2σ_½).",
  hypotheses: [POSITIVE_LAMBDA, FEATURES, SIMILARITY, APART, TIE, MINORITY_FLIPPED, NONNEGATIVE_XI, BELOW_XI_HI],
};

const U = 2 ** -53;

const ofTeacher = { alphaGood: "(1 - sigmaGood)/lambda", alphaBad: "-sigmaBad/lambda" };

const equalised = derivation(fitBook, {
  name: "at ξ_× all targets are equal and above ½, so every logit is positive",
  covers: ["equalisingXi", "equalXi", "targetGood", "targetBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      alpha: scalar("\\alpha", "real", "a coefficient that all points of the class share"),
      rest: scalar("1 - \\sigma_g", "positive", "1 − σ_g"),
    }),
  steps: [
    {
      says: "t_g − t_b changes sign at ξ_×",
      identity: ["targetGood - targetBad", "(1 - sigmaGood + sigmaBad)*(equalisingXi - xi)"],
    },
    {
      says: "with 1 − σ_g itself given, ξ_× loses no digits",
      identity: ["at(equalXi, shortfallGood, 1 - sigmaGood)", "equalisingXi"],
    },
    {
      says: "1 − σ_g + σ_b > 0",
      sign: { of: "1 - sigmaGood + sigmaBad", at: { sigmaGood: "1 - rest" }, is: "positive" },
    },
    {
      says: "where both are above ½, as σ_g + σ_b > 1 in the teacher (logistic/teacher-threshold)",
      identity: ["at(targetBad, xi, equalisingXi) - 1/2", "(sigmaGood + sigmaBad - 1)/(2*(1 - sigmaGood + sigmaBad))"],
    },
    {
      says: "with equal targets all coefficients are equal, and the logits have their sign, that of the targets − ½",
      identity: [substitute("logitGood", { alphaGood: "alpha", alphaBad: "alpha" }), "(1 - c + c*m)*alpha"],
    },
    { says: "as their ratio is positive", sign: { of: "1 - c + c*m", at: ANY_C, is: "positive" } },
  ],
});

// ξ moves the targets and nothing else. What is left is times F′(λ + (1 − c)w_g)(λ + (1 − c)w_b), all positive, F′ being S's stiffness.
const perXi = (rate: string): string =>
  substitute(`${rate}*stiffness/(giveGood*giveBad)`, {
    pushGood: "-(1 - sigmaGood)",
    pushBad: "sigmaBad",
    flipping: "0",
  });

const teacherGood = substitute("logitGood", ofTeacher);
const teacherBad = substitute("logitBad", ofTeacher);
const fallOfGood = `lambda^2*${teacherGood} + (1 - c)*(1 - c + c*m)*(1 - sigmaGood)*bendBad`;
const riseOfBad = `(1 - c)*(1 - c + c*m)*sigmaBad*bendGood - lambda^2*${teacherBad}`;

const monotone = derivation(fitBook, {
  name: "z_g falls strictly in ξ at every p < ½; z_b rises strictly where the teacher is wrong on bad points",
  covers: ["targetGood", "targetBad", "common", "logitGood", "logitBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      right: scalar("z_g^T", "positive", "the teacher's z_g, positive (logistic/teacher-threshold)"),
      wrong: scalar("-z_b^T", "nonnegative", "minus the teacher's z_b"),
      rest: scalar("1 - \\sigma_g", "positive", "1 − σ_g"),
    }),
  steps: [
    {
      says: "per unit of ξ a good point's target falls by 1 − σ_g",
      identity: ["diff(targetGood, xi)", "-(1 - sigmaGood)"],
    },
    { says: "and a bad one's rises by σ_b", identity: ["diff(targetBad, xi)", "sigmaBad"] },
    {
      says: "so z_g′ is, over a positive number, −λ²z_g^T − (1 − c)(1 − c + cm)(1 − σ_g)w_b, with the teacher's z_g^T",
      identity: [perXi("logitGoodRate"), `-(${fallOfGood})`],
    },
    {
      says: "which is negative, at every slope that σ can have in the student",
      sign: {
        of: fallOfGood,
        at: { [teacherGood]: "right", sigmaGood: "1 - rest", ...ANY_C },
        is: "positive",
      },
    },
    {
      says: "z_b′ is, over the same, −λ²z_b^T + (1 − c)(1 − c + cm)σ_b w_g",
      identity: [perXi("logitBadRate"), riseOfBad],
    },
    {
      says: "which is positive where z_b^T ≤ 0",
      sign: { of: riseOfBad, at: { [teacherBad]: "-wrong", ...ANY_C }, is: "positive" },
    },
  ],
});

const fitted = { alphaGood: "(targetGood - sGood)/lambda", alphaBad: "(targetBad - sBad)/lambda" };

const straight = derivation(logisticBook, {
  name: "the student's logits are those of bounded targets, less ξ times the teacher's",
  covers: ["targetGood", "targetBad"],
  prepare: (book) =>
    book.declare({
      sGood: scalar("\\sigma(z_g^S)", "positive", "σ of the student's logit at a good point, below 1"),
      sBad: scalar("\\sigma(z_b^S)", "positive", "σ of its logit at a bad point, below 1"),
    }),
  steps: (["logitGood", "logitBad"] as const).map((logit) => ({
    says:
      logit === "logitGood"
        ? "the teacher's z_g > 0, so z_g tends to −∞ as ξ grows: it has a root ξ_hi, past ξ_×"
        : "z_b tends to −∞ and ∞ where the teacher's z_b < 0: it has a root ξ_lo, before ξ_×; where z_b > 0, to −∞ with z_g",
    identity: [
      substitute(logit, fitted),
      `${substitute(logit, { alphaGood: "(1 - sGood)/lambda", alphaBad: "-sBad/lambda" })} - xi*${substitute(logit, ofTeacher)}`,
    ] as const,
  })),
});

const boundary = derivation(logisticBook, {
  name: "p_S(ξ) rises from p_T at ξ = 0 to ½ at ξ_max",
  covers: ["xiMax", "targetBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      rise: scalar("\\partial z_b/\\partial \\xi", "positive", "how fast z_b rises in ξ, where z_b^T ≤ 0"),
      fall: scalar("-\\partial z_b/\\partial p", "positive", "how fast z_b falls in p, where t_g > t_b"),
      move: scalar("d\\xi_{lo}/dp", "real", "how fast the root ξ_lo moves with p"),
    }),
  hypotheses: { root: { says: "z_b stays 0", zero: "rise*move - fall" } },
  steps: [
    { says: "at ξ = 0 the student is the teacher", identity: ["at(targetBad, xi, 0)", "0"] },
    {
      says: "where z_b = 0, ξ_lo moves by ∂z_b/∂p over −∂z_b/∂ξ",
      identity: ["move", "fall/rise"],
      given: { hypothesis: "root", times: "1/rise" },
    },
    {
      says: "so ξ_lo(p) rises strictly from ξ_lo(p_T) = 0, and p_S(ξ) is its inverse",
      sign: { of: "fall/rise", is: "positive" },
    },
    {
      says: "at p = ½, where z_b has the sign of t_b − ½ (logistic/student-threshold), that is zero at ξ_max",
      identity: ["at(targetBad, sigmaBad, sigmaHalf) - 1/2", "sigmaHalf*(xi - xiMax)"],
    },
  ],
});

const alreadyRight = derivation(logisticBook, {
  name: "where the teacher is right on bad points, so is the student for 0 ≤ ξ < ξ_hi",
  covers: [],
  prepare: (book) =>
    withSlacks(book).declare({
      over: scalar("\\xi - 1", "positive", "ξ − 1"),
      right: scalar("\\sigma_b - \\frac12", "positive", "σ_b − ½"),
      bad: scalar("\\alpha_b", "nonnegative", "α_b, if z_b ≤ 0: λα_b = t_b − σ(z_b), with t_b > ½"),
      gap: scalar("\\alpha_g - \\alpha_b", "nonnegative", "α_g − α_b where ξ ≤ ξ_×"),
      strength: scalar("\\alpha_b", "positive", "α_b, if z_b ≤ 0 and t_b > ½"),
    }),
  steps: [
    {
      says: "for 0 ≤ ξ ≤ 1, z_b falls in p and rises in ξ at p_T, where it starts at 0: it is positive below p_T. For ξ > 1, t_b > ½",
      sign: { of: "targetBad - 1/2", at: { xi: "1 + over", sigmaBad: "1/2 + right" }, is: "positive" },
    },
    {
      says: "up to ξ_×, t_g ≥ t_b > ½: if z_b ≤ 0 then α_g ≥ α_b > 0, and that makes z_b > 0",
      sign: {
        of: "logitBad",
        at: { alphaGood: "strength + gap", alphaBad: "strength", ...IN_RANGE },
        is: "positive",
      },
    },
    {
      says: "past ξ_×, z_b ≥ z_g > 0",
      identity: [substitute("logitBad - logitGood", { alphaGood: "alphaBad - gap" }), "(1 - c)*gap"],
    },
  ],
});

/** At ξ_× every logit of the student is the same, and positive. */
const equalAtCross: Question<DirectFits> = {
  name: "at ξ_× every logit is the same and the student is right on every point",
  covers: ["equalisingXi"],
  measure: directFits,
  violation: (direct, forms) => {
    const { classSize: m, lambda, flipped } = direct.case;
    const teacher = direct.teacher();
    for (const [which, kinds] of teacher.classes.entries()) {
      if (flipped[which] === 0) continue;
      const xi = forms.value("equalisingXi", predictions(kinds));
      if (!Number.isFinite(xi)) return `ξ_× is ${xi}`;
      const student = direct.student(xi);
      const { good, bad } = student.classes[which]!;
      // ξ_× is off by ξ² times what the σ are; the 2m targets move by as much, and the logits by that over λ.
      const ofXi = xi * xi * (teacher.bound / 2 + 8 * U);
      const bound = student.bound + (2 * m * ofXi) / lambda;
      const different = [...good, ...bad].find((logit) => Math.abs(logit - good[0]!) > 2 * bound);
      if (different !== undefined) return `logits at ξ_× = ${xi} are ${good[0]} and ${different}`;
      if (signOf(good, bound) !== 1) return `logits at ξ_× = ${xi} are ${good[0]}`;
    }
    return null;
  },
};

/** Where half of the labels are flipped, bad points have logit 0 at ξ_max. */
const balancedAtXiMax: Question<DirectFits> = {
  name: "where half of the labels are flipped, every logit of the student is 0 at ξ_max",
  covers: ["xiMax"],
  measure: directFits,
  violation: (direct, forms) => {
    const { classSize: m, lambda } = direct.case;
    const teacher = direct.teacher();
    const xi = forms.value("xiMax", { sigmaHalf: predictions(teacher.classes[0]!).sigmaBad });
    if (!Number.isFinite(xi)) return `ξ_max is ${xi}`;
    const student = direct.student(xi);
    // As for ξ_×: 2ξ_max is 1/σ.
    const bound = student.bound + (2 * m * 2 * xi * xi * (teacher.bound / 4 + 8 * U)) / lambda;
    const off = student.classes.flatMap(({ bad }) => bad).find((logit) => Math.abs(logit) > bound);
    return off === undefined ? null : `a bad point's logit is ${off} at ξ_max = ${xi}`;
  },
};

const LADDER = [0, 0.25, 0.5, 1, 1.5, 2, 3, 5, 8, 12, 20, 40];

const orderInXi: Question<DirectFits> = {
  name: "as ξ grows z_g falls, z_b rises if the teacher is wrong there, and they cross at ξ_×",
  covers: ["equalisingXi"],
  measure: (direct) => {
    LADDER.forEach((xi) => direct.student(xi));
    return direct;
  },
  violation: (direct, forms) => {
    const teacher = direct.teacher();
    for (const [which, kinds] of teacher.classes.entries()) {
      if (kinds.bad.length === 0) continue;
      const cross = forms.value("equalisingXi", predictions(kinds));
      const teacherIs = signOf(kinds.bad, teacher.bound);
      const students = LADDER.map((xi) => {
        const { classes, bound } = direct.student(xi);
        return { xi, good: classes[which]!.good[0]!, bad: classes[which]!.bad[0]!, bound };
      });
      for (const [i, { xi, good, bad, bound }] of students.entries()) {
        const at = `ξ = ${xi}: z_g = ${good}, z_b = ${bad}, ξ_× = ${cross}`;
        const apart = Math.abs(good - bad) > 2 * bound;
        if (apart && good > bad !== xi < cross) return `the logits' order is not that of ξ and ξ_× at ${at}`;
        if (teacherIs === 1 && good > bound && bad < -bound) return `the student is wrong on bad points alone at ${at}`;
        const last = students[i - 1];
        if (last === undefined) continue;
        if (good >= last.good + bound + last.bound) return `z_g rises from ${last.good} at ${at}`;
        if (teacherIs === -1 && bad <= last.bad - bound - last.bound) return `z_b falls from ${last.bad} at ${at}`;
      }
    }
    return null;
  },
};

/** Where the ξ of a case should leave the student, and the accuracies there: below ξ_lo, between, above ξ_hi. */
const accuracyInXi: Question<DirectFits> = {
  name: "below ξ_lo the student is wrong on the bad points alone, up to ξ_hi on none, from there on the good points alone",
  covers: ["equalisingXi", "targetGood", "targetBad"],
  measure: directFits,
  violation: (direct, forms) => {
    const { classSize, c, lambda } = direct.case;
    for (const [which, { p }] of direct.teacher().classes.entries()) {
      if (p === 0) continue;
      const right = encloseRight(new Students({ classSize, similarity: c, lambda, flipRate: p }, forms.book));
      if (typeof right === "string") return right;
      const { lo, hi } = right;
      const expected = [
        ...(lo.upper > 0 ? [{ xi: lo.lower * (1 - 1 / 64), good: 1, bad: -1 }] : []),
        { xi: lo.upper + (hi.lower - lo.upper) / 64, good: 1, bad: 1 },
        { xi: hi.lower - (hi.lower - lo.upper) / 64, good: 1, bad: 1 },
        { xi: hi.upper * (1 + 1 / 64), good: -1, bad: 1 },
      ];
      for (const { xi, good, bad } of expected) {
        const { classes, bound } = direct.student(xi);
        const kinds = classes[which]!;
        if (signOf(kinds.good, bound) === good && signOf(kinds.bad, bound) === bad) continue;
        return `z_g = ${kinds.good[0]} and z_b = ${kinds.bad[0]} at ξ = ${xi}, with ξ_lo = ${lo.lower} and ξ_hi = ${hi.lower}`;
      }
    }
    return null;
  },
};

const tooLarge = counterexample({
  without: BELOW_XI_HI,
  says: "the student may be right on the bad points alone",
  problems: casesWith({ least: 1, xi: fc.integer({ min: 0, max: 50 }) }),
  tries: 200,
  fails: (example) => {
    const { classes, bound } = new DirectFits(example).student(example.xi);
    const { good, bad } = classes[0]!;
    if (signOf(good, bound) !== -1 || signOf(bad, bound) !== 1) return null;
    return `z_g = ${good[0]!.toFixed(6)} and z_b = ${bad[0]!.toFixed(6)}`;
  },
  show: showCase,
});

const NEGATIVE = [-0.25, -0.5, -1, -2, -5, -10, -20, -50, -100];

const negative = counterexample({
  without: NONNEGATIVE_XI,
  says: "the ξ that are right on every point need not be an interval",
  problems: casesWith({ least: 1, sizes: 12, xi: fc.constant(0) }),
  tries: 2000,
  fails: (example) => {
    const direct = new DirectFits(example);
    if (!isRight(direct.teacher())) return null;
    const wrong = NEGATIVE.findIndex((xi) => isWrongOnBad(direct.student(xi)));
    const again = NEGATIVE.findIndex((xi, i) => wrong >= 0 && i > wrong && isRight(direct.student(xi)));
    if (again < 0) return null;
    return `the student is right on every point at ξ = 0, wrong at ${NEGATIVE[wrong]}, and right again at ${NEGATIVE[again]}`;
  },
  show: showCase,
});

function isRight({ classes, bound }: Measured): boolean {
  return classes.every(({ good, bad }) => signOf([...good, ...bad], bound) === 1);
}

function isWrongOnBad({ classes, bound }: Measured): boolean {
  return classes.some(({ bad }) => bad.length > 0 && signOf(bad, bound) === -1);
}

export const largerXi: Claim = {
  ...statement,
  dependsOn: ["logistic/student-threshold"],
  book: fitBook,
  checks: [
    equalised,
    monotone,
    straight,
    boundary,
    alreadyRight,
    rightForXi,
    boundaryXi,
    atDrawnFlips(equalAtCross, (context) => drawnCases(context, 5, "fewer than half", 1)),
    atDrawnFlips(balancedAtXiMax, (context) => drawnCases(context, 1, "half")),
    atDrawnFlips(orderInXi, (context) => drawnCases(context, 2, "fewer than half", 1)),
    atDrawnFlips(accuracyInXi, (context) => drawnCases(context, 1, "fewer than half", 1)),
    forAll(equalAtCross, casesWith({ least: 1 }), 60),
    forAll(balancedAtXiMax, casesWith({ flipped: "half" }), 40),
    forAll(orderInXi, casesWith({ least: 1 }), 60),
    tooLarge,
    negative,
  ],
};
