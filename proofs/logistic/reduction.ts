import { type Claim, counterexample, derivation } from "../../src/evidence/index.ts";
import { perMode, scalar } from "../../src/formula/index.ts";
import { blockGram, featuresFromGram, logisticBook } from "../../src/logistic/index.ts";
import { ALIKE, POSITIVE_LAMBDA } from "./hypotheses.ts";
import { casesWith, drawnCases, showCase } from "./methods/cases.ts";
import { DirectFits } from "./methods/direct.ts";
import { other, otherLogit, own } from "./methods/trials.ts";
import { twoValues } from "./methods/two-values.ts";
import { IN_RANGE, substitute, withSlacks } from "./methods/fits.ts";
import { forAll, atDrawnFlips } from "./methods/questions.ts";

const statement = {
  id: "logistic/reduction",
  title: "Two numbers per class solve the logistic problem with flipped labels",
  source: "Das & Sanghavi 2023, logistic regression on features with equal similarity; for every real ξ new here",
  statement:
    "For every real ξ the student's problem has one minimiser. Its coefficients take two values per class, α_g at good and α_b at bad points, with λα = t − σ(z), z = (1 − c)α + cS and S = m((1 − p)α_g + pα_b), p the share of the class that is flipped; in the other class labels are swapped and logits negated.",
  hypotheses: [POSITIVE_LAMBDA, "‖φ_i‖ = 1, 0 < c < 1", ALIKE],
};

// Here a mode is a point of class 1. Per point: its coefficient, its logit's σ, its target, and which kind it is of.
const convex = derivation(logisticBook, {
  name: "the full objective is strictly convex, whatever the targets, and where it is flat",
  covers: [],
  prepare: (book) =>
    book.declare({
      odds: scalar("e^z", "positive", "odds σ/(1 − σ) = exp(z) of a logit z"),
      target: perMode("t", "real", "a point's target, any real number"),
      coefficient: perMode("\\alpha", "real", "a point's coefficient"),
      sigma: perMode("\\sigma", "positive", "σ of a point's logit"),
      change: perMode("\\delta", "real", "how a direction in parameter space changes a point's logit"),
      unlikeness: scalar("u", "positive", "(1 − c)/c"),
    }),
  steps: [
    {
      says: "cross-entropy is log(1 + exp z) − tz, of slope σ(z) − t: it curves by exp(z)/(1 + exp z)² for every t",
      identity: ["odds*diff(odds/(1 + odds) - target_j, odds)", "odds/(1 + odds)^2"],
    },
    { says: "which is positive", sign: { of: "odds/(1 + odds)^2", is: "positive" } },
    {
      says: "with ½λ‖θ‖² it curves strictly: a minimum is unique. At θ = Σ α_i φ_i its slope in any direction is Σ (λα − (t − σ))δ",
      identity: [
        "sum((sigma_j - target_j)*change_j) + lambda*sum(coefficient_j*change_j)",
        "sum((lambda*coefficient_j - (target_j - sigma_j))*change_j)",
      ],
    },
    {
      says: "which is zero in all directions where λα = t − σ(z) at every point. The mirrored class satisfies it too",
      identity: [
        "lambda*(-coefficient_j) - ((1 - target_j) - (1 - sigma_j))",
        "-(lambda*coefficient_j - (target_j - sigma_j))",
      ],
    },
  ],
});

const good = { says: "m(1 − p) points of the class are good", zero: "sum(isGood_j) - m*(1 - p)" };
const bad = { says: "mp points of the class are bad", zero: "sum(isBad_j) - m*p" };

const oneLogitPerKind = derivation(logisticBook, {
  name: "with one coefficient for good points and one for bad, each kind has one logit",
  covers: ["common", "logitGood", "logitBad"],
  prepare: (book) =>
    book.declare({
      isGood: perMode("g", "nonnegative", "1 for a good point, 0 for a bad one"),
      isBad: perMode("b", "nonnegative", "0 for a good point, 1 for a bad one"),
    }),
  hypotheses: { good, bad },
  steps: [
    {
      says: "the coefficients of a class add up: those of its good points",
      identity: ["sum(isGood_j*alphaGood + isBad_j*alphaBad)", "m*(1 - p)*alphaGood + sum(isBad_j)*alphaBad"],
      given: { hypothesis: "good", times: "alphaGood" },
    },
    {
      says: "and those of its bad ones",
      identity: ["m*(1 - p)*alphaGood + sum(isBad_j)*alphaBad", "common"],
      given: { hypothesis: "bad", times: "alphaBad" },
    },
    {
      says: "a point's logit has weight 1 on its own coefficient, c on its class's others, 0 on the other class: a good one",
      identity: ["alphaGood + c*(common - alphaGood)", "logitGood"],
    },
    { says: "and a bad one", identity: ["alphaBad + c*(common - alphaBad)", "logitBad"] },
  ],
});

const mixedTargets = derivation(logisticBook, {
  name: "the student's mixed loss is cross-entropy with mixed targets, for every real ξ",
  covers: ["targetGood", "targetBad"],
  prepare: (book) =>
    book.declare({
      logOne: scalar("\\log q", "real", "log of the student's probability of label 1"),
      logZero: scalar("\\log (1 - q)", "real", "log of its probability of label 0"),
    }),
  steps: [
    {
      says: "at a good point, with label 1",
      identity: [
        "-xi*(sigmaGood*logOne + (1 - sigmaGood)*logZero) - (1 - xi)*logOne",
        "-(targetGood*logOne + (1 - targetGood)*logZero)",
      ],
    },
    {
      says: "at a bad point, with label 0",
      identity: [
        "-xi*(sigmaBad*logOne + (1 - sigmaBad)*logZero) - (1 - xi)*logZero",
        "-(targetBad*logOne + (1 - targetBad)*logZero)",
      ],
    },
  ],
});

const TRIED = { bad: "logitBad", good: "logitGood" } as const;

// As z rises by 1, σ rises by its slope.
const perTrial = (formula: string): string => `diff(${formula}, z) + diff(${formula}, sigma)*slope`;

// How fast S rises with a trial logit, and the other kind's coefficient and logit with it.
const sharedRate = "((1 + (1 - c)*slope/lambda)/c)";
const coefficientRate = {
  good: `((${sharedRate}/m + (1 - p)*slope/lambda)/p)`,
  bad: `((${sharedRate}/m + p*slope/lambda)/(1 - p))`,
} as const;
const logitRate = (kind: keyof typeof TRIED): string => `(1 - c)*${coefficientRate[kind]} + c*${sharedRate}`;

const oneEquation = derivation(logisticBook, {
  name: "one kind's logit alone determines the fit, by an equation that rises in it",
  covers: ["common", "logitGood", "logitBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      z: scalar("z", "real", "a trial logit"),
      sigma: scalar("\\sigma", "positive", "σ of it"),
      slope: scalar("w", "positive", "σ's slope there"),
      target: scalar("t", "real", "the target of its kind"),
    }),
  steps: (["bad", "good"] as const).flatMap((kind) => {
    const [alphaGood, alphaBad] = kind === "good" ? [own, other.good] : [other.bad, own];
    const rising = { at: IN_RANGE, is: "positive", where: { flips: "positive" } } as const;
    return [
      {
        says: `a trial logit of ${kind} points is theirs, with the coefficients that follow from it`,
        identity: [substitute(TRIED[kind], { alphaGood, alphaBad }), "z"] as const,
      },
      {
        says: "the other kind's is then what the equation has",
        identity: [
          substitute(TRIED[kind === "good" ? "bad" : "good"], { alphaGood, alphaBad }),
          otherLogit(kind),
        ] as const,
      },
      {
        says: "with the trial logit the other kind's coefficient moves",
        identity: [perTrial(other[kind]), coefficientRate[kind]] as const,
      },
      { says: "upward", sign: { of: coefficientRate[kind], ...rising } },
      { says: "and its logit", identity: [perTrial(otherLogit(kind)), logitRate(kind)] as const },
      {
        says: "upward, so λα − t + σ(logit) of the other kind rises: it has one root, the fit",
        sign: { of: logitRate(kind), ...rising },
      },
    ];
  }),
});

const unlike = counterexample({
  without: ALIKE,
  says: "good points may have different logits",
  problems: casesWith({ flipped: "any" }),
  tries: 200,
  fails: (example) => {
    const gram = blockGram(example.classSize, example.c);
    gram.set(0, 1, example.c / 2).set(1, 0, example.c / 2);
    const { classes, bound } = new DirectFits(example, featuresFromGram(gram)).teacher();
    const [least, most] = [Math.min(...classes[0]!.good), Math.max(...classes[0]!.good)];
    if (!(most - least > 2 * bound)) return null;
    return `with similarity c/2 between two points, good points' logits go from ${least.toFixed(6)} to ${most.toFixed(6)}`;
  },
  show: showCase,
});

export const reduction: Claim = {
  ...statement,
  dependsOn: [],
  book: logisticBook,
  checks: [
    convex,
    oneLogitPerKind,
    mixedTargets,
    oneEquation,
    atDrawnFlips(twoValues, (context) => drawnCases(context, 5, "any")),
    forAll(twoValues, casesWith({ flipped: "any" }), 100),
    unlike,
  ],
};
