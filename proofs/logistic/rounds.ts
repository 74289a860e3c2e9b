import { type Claim, counterexample, derivation } from "../../src/evidence/index.ts";
import { scalar } from "../../src/formula/index.ts";
import { fitBook, logisticBook } from "../../src/logistic/index.ts";
import { APART, FEATURES, MINORITY_FLIPPED, POSITIVE_LAMBDA, ROUND_THRESHOLD, SIMILARITY, TIE } from "./hypotheses.ts";
import { roundAtBalance } from "./methods/at-balance.ts";
import { casesWith, drawnCases, showCase } from "./methods/cases.ts";
import { roundThresholds } from "./methods/certificates.ts";
import { type ClassFit, DirectFits, type Measured, signOf } from "./methods/direct.ts";
import { ANY_C, IN_RANGE, STIFF, substitute, withSlacks, withStiffness } from "./methods/fits.ts";
import { forAll, type Question, atDrawnFlips } from "./methods/questions.ts";

const statement = {
  id: "logistic/rounds",
  title: "Where a round of imitation has a threshold, the next one's is higher; they tend to ½",
  source: "Jeong & Chung 2025, repeated self-distillation under label noise; as thresholds new here",
  statement:
    "With ξ = 1 in every round: where the last round has z_b = 0 at some p ≥ 0, its threshold, the next round has one that is strictly higher. The thresholds tend to ½: at every p < ½ all rounds from some on are right on every point, though many first ones may have no threshold. To first order a round leaves (1 − c)/(1 − c + 4λ) of what tells good from bad points, and more, (1 − c + cm)/(1 − c + cm + 4λ), of what they share.",
  hypotheses: [POSITIVE_LAMBDA, FEATURES, SIMILARITY, APART, TIE, MINORITY_FLIPPED, ROUND_THRESHOLD],
};

const U = 2 ** -53;

const AFTER_ROUND = {
  pushGood: "-fallGood",
  pushBad: "-fallBad",
  flipping: "1",
  alphaBad: "alphaGood - gap",
} as const;

const raises = derivation(fitBook, {
  name: "each round raises the threshold",
  covers: [],
  prepare: (book) =>
    withStiffness(book).declare({
      fallGood: scalar("-\\sigma(z_g)'", "positive", "how fast σ of the last round's z_g falls in p"),
      fallBad: scalar("-\\sigma(z_b)'", "positive", "how fast σ of its z_b falls"),
      gap: scalar("\\alpha_g - \\alpha_b", "positive", "α_g − α_b: positive, as t_g > t_b in every round"),
      right: scalar("\\alpha_b", "nonnegative", "α_b, if z_b ≤ 0 where t_b = ½"),
    }),
  steps: [
    { says: "a round's targets are the last one's predictions", identity: ["at(targetGood, xi, 1)", "sigmaGood"] },
    { says: "at bad points too", identity: ["at(targetBad, xi, 1)", "sigmaBad"] },
    {
      says: "as those fall in p, z_g falls",
      sign: { of: "-logitGoodRate", at: { ...AFTER_ROUND, ...IN_RANGE }, is: "positive", where: STIFF },
    },
    {
      says: "and z_b: so in all rounds",
      sign: { of: "-logitBadRate", at: { ...AFTER_ROUND, ...IN_RANGE }, is: "positive", where: STIFF },
    },
    {
      says: "where the last round had z_b = 0, t_b = ½ < t_g: z_b ≤ 0 would make both coefficients, and so z_b, positive",
      sign: { of: "logitBad", at: { alphaGood: "right + gap", alphaBad: "right", ...IN_RANGE }, is: "positive" },
    },
  ],
});

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
      sign: { of: "commonShrink - differenceShrink", at: ANY_C, is: "positive" },
    },
  ],
});

const KAPPA = "(1 - c + c*m)";

const limit = derivation(logisticBook, {
  name: "at every p < ½ some round is right on every point: the thresholds tend to ½",
  covers: ["common", "logitGood", "logitBad"],
  prepare: (book) =>
    withSlacks(book).declare({
      D: scalar("z_g - z_b", "positive", "z_g − z_b of a round, positive as t_g > t_b in every round"),
      nextD: scalar("D^+", "positive", "the same a round later, (1 − c)(α_g − α_b) of that round"),
      Q: scalar("z_g + z_b", "positive", "z_g + z_b of a round, positive in the teacher (logistic/teacher-threshold)"),
      nextQ: scalar("Q^+", "real", "the same a round later"),
      slopeD: scalar("W", "positive", "(σ(z_g) − σ(z_b))/D, between 0 and ¼"),
      nextSlopeD: scalar("W^+", "positive", "the same a round later"),
      slopeQ: scalar("U", "positive", "(σ(z_g) + σ(z_b) − 1)/Q, between 0 and ¼"),
      nextSlopeQ: scalar("U^+", "positive", "the same a round later"),
    }),
  hypotheses: {
    apart: {
      says: "λα = σ(z) − σ(z⁺) for both kinds, subtracted",
      zero: "lambda*nextD/(1 - c) - (slopeD*D - nextSlopeD*nextD)",
    },
    together: {
      says: "λα = σ(z) − σ(z⁺) for both kinds, added, with α_g + α_b in terms of z_g + z_b and of z_g − z_b",
      zero: `lambda*(nextQ - c*m*(1 - 2*p)*nextD/(1 - c))/${KAPPA} - (slopeQ*Q - nextSlopeQ*nextQ)`,
    },
  },
  steps: [
    {
      says: "z_g + z_b = (1 − c + cm)(α_g + α_b) + cm(1 − 2p)(α_g − α_b)",
      identity: [
        "logitGood + logitBad",
        `${KAPPA}*(alphaGood + alphaBad) + c*m*(1 - 2*p)*(logitGood - logitBad)/(1 - c)`,
      ],
    },
    {
      says: "D⁺ = (1 − c)W/(λ + (1 − c)W⁺) D",
      identity: ["nextD*(lambda + (1 - c)*nextSlopeD)", "(1 - c)*slopeD*D"],
      given: { hypothesis: "apart", times: "1 - c" },
    },
    {
      says: "Q⁺ = (1 − c + cm)U/(λ + (1 − c + cm)U⁺) Q and something more",
      identity: [`nextQ*(lambda + ${KAPPA}*nextSlopeQ)`, `${KAPPA}*slopeQ*Q + lambda*c*m*(1 - 2*p)*nextD/(1 - c)`],
      given: { hypothesis: "together", times: KAPPA },
    },
    {
      says: "which is positive, and with it Q in all rounds",
      sign: { of: "lambda*c*m*(1 - 2*p)*nextD/(1 - c)", at: IN_RANGE, is: "positive" },
    },
    {
      says: "‖θ‖ falls in each round (the last θ has the least loss, so the next is shorter) and only θ = 0 stays: the slopes tend to ¼, and Q/D grows at least like the ratio of the two factors",
      identity: [
        `(${KAPPA}/4/(lambda + ${KAPPA}/4))/((1 - c)/4/(lambda + (1 - c)/4))`,
        "commonShrink/differenceShrink",
      ],
    },
    { says: "which exceeds 1", sign: { of: "commonShrink/differenceShrink - 1", at: ANY_C, is: "positive" } },
    {
      says: "so that 2z_b = Q − D becomes positive",
      identity: ["2*logitBad", "(logitGood + logitBad) - (logitGood - logitBad)"],
    },
  ],
});

const ROUNDS = 8;

const FIRST_ROUNDS = 4;

/** The teacher, and rounds of imitation after it. */
function roundsOf(direct: DirectFits): { readonly direct: DirectFits; readonly fits: readonly Measured[] } {
  const fits = [direct.teacher()];
  for (let round = 1; round <= ROUNDS; round++) fits.push(direct.next(fits.at(-1)!));
  return { direct, fits };
}

const shrinksInRounds: Question<ReturnType<typeof roundsOf>> = {
  name: "each round shrinks the logits by the two factors, to first order, and a point once right stays right",
  covers: ["differenceShrink", "commonShrink"],
  measure: roundsOf,
  violation: ({ direct, fits }, forms) => {
    const { c, classSize: m, lambda } = direct.case;
    const inputs = { c, m, lambda };
    for (const which of [0, 1]) {
      for (const [round, { classes, bound }] of fits.entries()) {
        const last = fits[round - 1];
        if (last === undefined) continue;
        const [before, after] = [last.classes[which]!, classes[which]!];
        const isRight = signOf([...after.good, ...after.bad], bound) >= 0;
        if (signOf([...before.good, ...before.bad], last.bound) === 1 && !isRight) {
          return `bad points fall from ${before.bad[0]} to ${after.bad[0]} in round ${round}`;
        }
        // σ(z) = ½ + z/4 − e with |e| ≤ |z|³/48. A difference of logits has two e before the round and two after it, a mean
        // one of each: with x → x⁺, λx⁺/κ = (x − x⁺)/4 − Δe for κ = 1 − c or 1 − c + cm, so x⁺ is off by 4Δe times the factor.
        const all = [...before.good, ...before.bad, ...after.good, ...after.bad];
        const largest = Math.max(...all.map((logit) => Math.abs(logit)));
        const cubic = (largest * largest * largest) / 48;
        const off = (factor: number): number => 16 * factor * cubic + 4 * (bound + last.bound) + 64 * U;
        const measured = [
          ["differenceShrink", spread(before), spread(after)],
          ["commonShrink", mean(before), mean(after)],
        ] as const;
        for (const [formula, was, is] of measured) {
          const factor = forms.value(formula, inputs);
          if (was === null || is === null || Math.abs(is - factor * was) <= off(Math.abs(factor))) continue;
          return `${formula} is ${factor}, but round ${round} takes ${was} to ${is}`;
        }
      }
    }
    return null;
  },
};

function spread({ good, bad }: ClassFit): number | null {
  return good.length === 0 || bad.length === 0 ? null : good[0]! - bad[0]!;
}

function mean({ good, bad }: ClassFit): number {
  const all = [...good, ...bad];
  return all.reduce((sum, logit) => sum + logit, 0) / all.length;
}

const neverRight = counterexample({
  without: ROUND_THRESHOLD,
  says: "round after round may be wrong on a single flipped label",
  problems: casesWith({ flipped: "one", least: 1 }),
  tries: 2000,
  fails: (example) => {
    const { fits } = roundsOf(new DirectFits(example));
    // Later rounds are lost in what fits may be off by.
    const first = fits.slice(0, 1 + FIRST_ROUNDS);
    if (first.some(({ classes, bound }) => signOf(classes[0]!.bad, bound) !== -1)) return null;
    return `its logit is negative in the teacher and in each of ${FIRST_ROUNDS} rounds after it`;
  },
  show: showCase,
});

export const rounds: Claim = {
  ...statement,
  dependsOn: ["logistic/student-threshold"],
  book: fitBook,
  checks: [
    raises,
    shrinks,
    limit,
    roundThresholds,
    atDrawnFlips(shrinksInRounds, (context) => drawnCases(context, 4, "fewer than half")),
    atDrawnFlips(roundAtBalance, (context) => drawnCases(context, 1, "fewer than half", 1)),
    forAll(shrinksInRounds, casesWith(), 60),
    forAll(roundAtBalance, casesWith({ least: 1 }), 40),
    neverRight,
  ],
};
