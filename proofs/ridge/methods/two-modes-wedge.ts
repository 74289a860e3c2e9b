import { derivation } from "../../../src/evidence/index.ts";
import { scalar } from "../../../src/formula/index.ts";
import { twoModesBook } from "../../../src/ridge/index.ts";

/* Where the oracle of two modes is out of reach: the wedge that no tangent enters, and what the limits miss there. */

const FACTORS = "((s1*theta1^2 + noiseVariance)*(s2*theta2^2 + noiseVariance))";
const FAR_REST = "p*q*(s1*oracle2 - s2*oracle1)^2/(p*s1^2 + q*s2^2)";
const NEAR_REST = "p*q*((1 - oracle1)/s2 - (1 - oracle2)/s1)^2/(p/s1^2 + q/s2^2)";

export const wedge = derivation(twoModesBook, {
  name: "the wedge that no tangent enters is where α ≤ 0 and δ ≤ 0",
  covers: ["alpha", "delta", "path", "oracle1", "oracle2"],
  steps: [
    { says: "as λ → ∞ the tangent tends to the line g₂ = (s₂/s₁)g₁", identity: ["at(diff(path, x), x, 0)", "s2/s1"] },
    { says: "as λ → 0 to 1 − g₂ = (s₁/s₂)(1 − g₁)", identity: ["at(diff(path, x), x, 1)", "s1/s2"] },
    {
      says: "the oracle's height over the first line has the sign of α",
      identity: ["oracle2 - s2/s1*oracle1", "s2*alpha/((s1*theta1^2 + noiseVariance)*(s2*theta2^2 + noiseVariance))"],
    },
    {
      says: "and over the second that of δ",
      identity: [
        "oracle2 - (1 - s1/s2*(1 - oracle1))",
        "noiseVariance*delta/(s2*(s1*theta1^2 + noiseVariance)*(s2*theta2^2 + noiseVariance))",
      ],
    },
  ],
});

export const atTheEnds = derivation(twoModesBook, {
  name: "as λ → ∞ and as λ → 0 the least error exceeds the oracle's by a multiple of α², and of δ²",
  covers: ["alpha", "delta", "oracle1", "oracle2"],
  prepare: (book) =>
    book.declare({
      p: scalar("w_1", "positive", "the weight of the first mode's distance to the oracle, θ₁² + γ²/s₁"),
      q: scalar("w_2", "positive", "that of the second"),
      c: scalar("c", "real", "−ξ/λ: the students tend to g = cs"),
      kappa: scalar("\\kappa", "real", "ξλ: they tend to g = 1 − κ/s"),
      height: scalar("h", "real", "how far the oracle is off the line of the limits"),
    }),
  steps: [
    {
      says: "as λ → ∞: the distance of g = cs to the oracle, a square and a rest",
      identity: [
        "p*(c*s1 - oracle1)^2 + q*(c*s2 - oracle2)^2",
        `(p*s1^2 + q*s2^2)*(c - (p*s1*oracle1 + q*s2*oracle2)/(p*s1^2 + q*s2^2))^2 + ${FAR_REST}`,
      ],
    },
    {
      says: "whose height has the sign of α",
      identity: ["s1*oracle2 - s2*oracle1", `s1*s2*alpha/${FACTORS}`],
    },
    {
      says: "and which is > 0 where that is not 0: for α ≠ 0 the limit is above the oracle",
      sign: {
        of: FAR_REST,
        at: { "s1*oracle2 - s2*oracle1": "height" },
        is: "positive",
        where: { height: "nonzero" },
      },
    },
    {
      says: "as λ → 0: the distance of g = 1 − κ/s",
      identity: [
        "p*(1 - kappa/s1 - oracle1)^2 + q*(1 - kappa/s2 - oracle2)^2",
        `(p/s1^2 + q/s2^2)*(kappa - (p*(1 - oracle1)/s1 + q*(1 - oracle2)/s2)/(p/s1^2 + q/s2^2))^2 + ${NEAR_REST}`,
      ],
    },
    {
      says: "whose height has the sign of δ",
      identity: ["(1 - oracle1)/s2 - (1 - oracle2)/s1", `noiseVariance*delta/(s1*s2*${FACTORS})`],
    },
    {
      says: "and which is > 0 where that is not 0: for δ ≠ 0 that limit is above the oracle as well",
      sign: {
        of: NEAR_REST,
        at: { "(1 - oracle1)/s2 - (1 - oracle2)/s1": "height" },
        is: "positive",
        where: { height: "nonzero" },
      },
    },
  ],
});
