import { type Claim, derivation } from "../../src/evidence/index.ts";
import { scalar } from "../../src/formula/index.ts";
import { logisticBook } from "../../src/logistic/index.ts";
import { inRange, moves, substitute, withSlacks, withSlopes } from "./fits.ts";

const raises = derivation(logisticBook, {
  name: "each round raises the threshold",
  covers: [],
  prepare: (book) =>
    withSlopes(book).declare({
      fallGood: scalar("-z_g'", "positive", "how fast the last round's z_g falls in p"),
      fallBad: scalar("-z_b'", "positive", "how fast its z_b falls"),
      gap: scalar("\\alpha_g - \\alpha_b", "positive", "α_g − α_b: positive, as t_g > t_b in every round"),
      fall: scalar("-S'", "positive", "−S′"),
      right: scalar("\\alpha_b", "nonnegative", "α_b, if z_b ≤ 0 where t_b = ½"),
    }),
  steps: [
    { says: "a round's targets are the last one's predictions", identity: ["at(targetGood, xi, 1)", "sigmaGood"] },
    { says: "at bad points too", identity: ["at(targetBad, xi, 1)", "sigmaBad"] },
    {
      says: "as those fall in p, S is pushed down",
      sign: { of: inRange(`-${afterRound(moves.push)}`), is: "positive" },
    },
    { says: "and z_g falls in turn", sign: { of: inRange(`-${afterRound(moves.logitGood)}`), is: "positive" } },
    { says: "and z_b: so in all rounds", sign: { of: inRange(`-${afterRound(moves.logitBad)}`), is: "positive" } },
    {
      says: "where the last round had z_b = 0, t_b = ½ < t_g: z_b ≤ 0 would make both coefficients, and so z_b, positive",
      sign: { of: inRange(substitute("logitBad", { alphaGood: "right + gap", alphaBad: "right" })), is: "positive" },
    },
  ],
});

function afterRound(formula: string): string {
  return substitute(formula, {
    targetGoodMove: "-slopeGood*fallGood",
    targetBadMove: "-slopeBad*fallBad",
    flipMove: "1",
    alphaBad: "alphaGood - gap",
    commonMove: "-fall",
  });
}

const leaves = (share: string): string => `lambda*alpha - (before - ${share}*alpha)/4`;

const shrinks = derivation(logisticBook, {
  name: "to first order a round leaves more of what points share than of what tells them apart",
  covers: ["differenceShrink", "commonShrink", "logitGood", "logitBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      before: scalar("z", "real", "a small logit, or difference of logits, before the round"),
      alpha: scalar("\\alpha", "real", "the coefficient, or difference of coefficients, that the round gives"),
    }),
  // σ(z) = ½ + z/4 to first order.
  hypotheses: {
    difference: { says: "λα = σ(z) − σ(z⁺) with slope ¼, where z⁺ = (1 − c)α", zero: leaves("(1 - c)") },
    common: { says: "λα = σ(z) − σ(z⁺) with slope ¼, where z⁺ = (1 − c + cm)α", zero: leaves("(1 - c + c*m)") },
  },
  steps: [
    {
      says: "a difference of coefficients makes (1 − c) times that difference of logits",
      identity: [substitute("logitGood - logitBad", { alphaGood: "alphaBad + alpha" }), "(1 - c)*alpha"],
    },
    {
      says: "so (1 − c)/(1 − c + 4λ) of a difference is left",
      identity: ["(1 - c)*alpha", "differenceShrink*before"],
      given: { hypothesis: "difference", times: "4*(1 - c)/(1 - c + 4*lambda)" },
    },
    {
      says: "a common coefficient makes 1 − c + cm times it for a logit: at good points",
      identity: [substitute("logitGood", { alphaGood: "alpha", alphaBad: "alpha" }), "(1 - c + c*m)*alpha"],
    },
    {
      says: "and bad ones",
      identity: [substitute("logitBad", { alphaGood: "alpha", alphaBad: "alpha" }), "(1 - c + c*m)*alpha"],
    },
    {
      says: "so (1 − c + cm)/(1 − c + cm + 4λ) of a common logit is left",
      identity: ["(1 - c + c*m)*alpha", "commonShrink*before"],
      given: { hypothesis: "common", times: "4*(1 - c + c*m)/(1 - c + c*m + 4*lambda)" },
    },
    {
      says: "which is more",
      sign: { of: inRange("commonShrink - differenceShrink"), is: "positive" },
    },
  ],
});

export const rounds: Claim = {
  id: "logistic/rounds",
  title: "Every further round of imitation stands more flips",
  source: "Jeong & Chung 2025, repeated self-distillation under label noise; as thresholds new here",
  statement:
    "With ξ = 1 in every round, a round's threshold, where there is one with p ≥ 0, is strictly above the last one's. To first order a round leaves (1 − c)/(1 − c + 4λ) of what tells good from bad points, and more, (1 − c + cm)/(1 − c + cm + 4λ), of what they share.",
  hypotheses: ["λ > 0", "0 < c < 1", "p < ½", "z_b = 0 at some p ≥ 0 in the last round"],
  dependsOn: ["logistic/student-threshold"],
  book: logisticBook,
  checks: [raises, shrinks],
};
