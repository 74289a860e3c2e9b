import fc from "fast-check";
import { type Claim, counterexample, derivation } from "../../src/evidence/index.ts";
import { scalar } from "../../src/formula/index.ts";
import { logisticBook } from "../../src/logistic/index.ts";
import {
  APART,
  FEATURES,
  MINORITY_FLIPPED,
  NONNEGATIVE_XI,
  POSITIVE_LAMBDA,
  SIMILARITY,
  TIE,
  UP_TO_XI_HI,
} from "./hypotheses.ts";
import { type Case, casesWith, drawnCases, showCase } from "./methods/cases.ts";
import { freshSigns } from "./methods/certificates.ts";
import { DirectFits } from "./methods/direct.ts";
import { ANY_P, substitute, withSlacks } from "./methods/fits.ts";
import { forAll, atDrawnFlips } from "./methods/questions.ts";
import { freshLogit } from "./methods/two-values.ts";

const statement = {
  id: "logistic/new-points",
  title:
    "Up to ξ_hi teacher and student are both right on fresh points: what imitation repairs are the training labels",
  source: "new here",
  statement:
    "A fresh point of class 1, with similarity c to its class and 0 to the other, has logit cS. For p < ½ and 0 ≤ ξ ≤ ξ_hi(p), S > 0: the teacher and the student are right on fresh points of both classes. As ξ → ∞, S → −∞: from some ξ > ξ_hi on the student is wrong on all of them.",
  hypotheses: [POSITIVE_LAMBDA, FEATURES, SIMILARITY, APART, TIE, MINORITY_FLIPPED, NONNEGATIVE_XI, UP_TO_XI_HI],
};

const freshPoint = derivation(logisticBook, {
  name: "a fresh point's logit is cS",
  covers: ["common"],
  steps: [
    {
      says: "it has similarity c with each point of its class and 0 with the other class",
      identity: ["m*(1 - p)*(c*alphaGood) + m*p*(c*alphaBad)", "c*common"],
    },
  ],
});

const positive = derivation(logisticBook, {
  name: "S > 0 for p < ½ and 0 ≤ ξ ≤ ξ_hi",
  covers: ["targetGood", "targetBad", "logitGood", "logitBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      weight: scalar("\\xi", "nonnegative", "an imitation parameter ≥ 0"),
      over: scalar(
        "\\sigma_g + \\sigma_b - 1",
        "positive",
        "σ_g + σ_b − 1, positive in the teacher (logistic/teacher-threshold)",
      ),
      sum: scalar("\\alpha_g + \\alpha_b", "nonnegative", "α_g + α_b"),
      gap: scalar("\\alpha_g - \\alpha_b", "positive", "α_g − α_b up to ξ_×, and its negative past it"),
      logit: scalar("z_g", "nonnegative", "z_g up to ξ_hi"),
      logits: scalar("z_g + z_b", "nonnegative", "z_g + z_b"),
      loss: scalar("-S", "nonnegative", "−S, if S were not positive"),
      good: scalar("\\alpha_g", "nonnegative", "α_g then"),
    }),
  steps: [
    {
      says: "t_g + t_b = 1 + ξ(σ_g + σ_b − 1)",
      identity: ["targetGood + targetBad", "1 + xi*(sigmaGood + sigmaBad - 1)"],
    },
    {
      says: "is at least 1",
      sign: {
        of: "xi*(sigmaGood + sigmaBad - 1)",
        at: { "sigmaGood + sigmaBad - 1": "over", xi: "weight" },
        is: "nonnegative",
      },
    },
    {
      says: "up to ξ_×, where α_g ≥ α_b: if z_g + z_b ≤ 0, the σ add up to 1 or less, and λ(α_g + α_b) ≥ 0. Else",
      identity: ["(1 - c)*(alphaGood + alphaBad)", "(logitGood + logitBad) - 2*c*common"],
    },
    {
      says: "if S ≤ 0, α_g + α_b ≥ 0 all the same",
      sign: {
        of: "(logitGood + logitBad) - 2*c*common",
        at: { "logitGood + logitBad": "logits", common: "-loss" },
        is: "nonnegative",
      },
    },
    {
      says: "and then S > 0 after all (α_g = α_b > 0 at ξ_× itself)",
      sign: {
        of: "common",
        at: { alphaGood: "(sum + gap)/2", alphaBad: "(sum - gap)/2", ...ANY_P },
        is: "positive",
      },
    },
    {
      says: "past ξ_× but not past ξ_hi, z_g ≥ 0",
      identity: ["(1 - c)*alphaGood", "logitGood - c*common"],
    },
    {
      says: "makes α_g ≥ 0 if S ≤ 0",
      sign: { of: "logitGood - c*common", at: { logitGood: "logit", common: "-loss" }, is: "nonnegative" },
    },
    {
      says: "and α_b > α_g ≥ 0 makes S > 0 (with p > 0: at p = 0 there are no bad points, and z_g has the sign of S)",
      sign: {
        of: "common",
        at: { alphaGood: "good", alphaBad: "good + gap", ...ANY_P },
        is: "positive",
        where: { flips: "positive" },
      },
    },
  ],
});

const past = derivation(logisticBook, {
  name: "as ξ → ∞, S tends to −∞",
  covers: ["common", "targetGood", "targetBad"],
  prepare: (book) =>
    book.declare({
      sGood: scalar("\\sigma(z_g^S)", "positive", "σ of the student's logit at a good point, below 1"),
      sBad: scalar("\\sigma(z_b^S)", "positive", "σ of its logit at a bad point, below 1"),
    }),
  steps: [
    {
      says: "S is that of bounded targets, less ξ times the teacher's S > 0",
      identity: [
        substitute("common", { alphaGood: "(targetGood - sGood)/lambda", alphaBad: "(targetBad - sBad)/lambda" }),
        `${substitute("common", { alphaGood: "(1 - sGood)/lambda", alphaBad: "-sBad/lambda" })} - xi*${substitute("common", { alphaGood: "(1 - sigmaGood)/lambda", alphaBad: "-sigmaBad/lambda" })}`,
      ],
    },
  ],
});

const freshWrong = (xi: number, example: Case): string | null => {
  const { classes, bound } = new DirectFits(example).student(xi);
  const { fresh } = classes[0]!;
  return fresh < -bound ? `a fresh point's logit is ${fresh.toFixed(6)} at ξ = ${xi}` : null;
};

const pastXiHi = counterexample({
  without: UP_TO_XI_HI,
  says: "the student may be wrong on fresh points",
  problems: casesWith({ xi: fc.integer({ min: 0, max: 50 }) }),
  tries: 200,
  fails: (example) => freshWrong(example.xi, example),
  show: showCase,
});

const mostFlipped = counterexample({
  without: MINORITY_FLIPPED,
  says: "the teacher may be wrong on fresh points",
  problems: casesWith({ flipped: "any" }),
  tries: 200,
  fails: (example) => freshWrong(0, example),
  show: showCase,
});

export const newPoints: Claim = {
  ...statement,
  dependsOn: ["logistic/larger-xi"],
  book: logisticBook,
  checks: [
    freshPoint,
    positive,
    past,
    freshSigns,
    atDrawnFlips(freshLogit, (context) => drawnCases(context, 5, "fewer than half")),
    forAll(freshLogit, casesWith(), 100),
    pastXiHi,
    mostFlipped,
  ],
};
