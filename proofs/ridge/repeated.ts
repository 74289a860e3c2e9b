import { type Claim, derivation } from "../../src/evidence/index.ts";
import { perMode, scalar } from "../../src/formula/index.ts";
import { ridgeBook } from "../../src/ridge/index.ts";
import { CONTRACTS, DESIGN, NO_TAIL_VANISHES, POSITIVE_LAMBDA, WHITE_NOISE } from "./hypotheses.ts";
import { onDesigns } from "./methods/on-designs.ts";
import { bestOfRounds, errorOfRounds, everyRound, limit } from "./methods/rounds-directly.ts";
import { byExample, diverging, oracleReached, unattained } from "./methods/rounds-exactly.ts";
import { REPEATED_COMPARISONS, repeatedReplication } from "./methods/rounds-replication.ts";

const statement = {
  id: "ridge/repeated",
  title: "As many rounds of self-distillation as there are distinct s_j come as close to the oracle as one likes",
  source:
    "Pareek, Du & Oh 2024, repeated self-distillation; Mobahi et al. 2020 and Borup & Andersen 2021 for ξ ≡ 1; which λ fail, and the extra round that always reaches the oracle, are new here",
  statement:
    "With g⁽⁰⁾ = a and g⁽ⁱ⁾ = a(1 − ξ_i(1 − g⁽ⁱ⁻¹⁾)), k rounds lack b(1 + T_1 a + … + T_k aᵏ) to 1, T_i = ξ_k ⋯ ξ_{k−i+1}; the infimum of their error is a linear least-squares minimum in T, which falls weakly in k. For γ > 0, and with θ_j² replaced by its mean over equal s_j, it is the oracle's at q rounds, q the number of distinct s_j. The oracle is reached by q rounds iff no tail of its T vanishes before one that does not, else approached, and q + 1 rounds always reach it. With ξ ≡ 1, g⁽ᵏ⁾ = aᵏ⁺¹. With constant ξ, where no aξ is 1, the distance to the fixed shrinkage a(1 − ξ)/(1 − aξ), for ξ < 1 that of ridge with λ/(1 − ξ), is multiplied by aξ in each round.",
  hypotheses: [POSITIVE_LAMBDA, DESIGN, WHITE_NOISE, "γ > 0 for the oracle", NO_TAIL_VANISHES, CONTRACTS],
};

const oneRound = ["nextShrinkage", "nextShortfall"];

// In the singular basis the objective falls apart into one per mode, in the estimate's coordinate x. The estimate that is
// imitated has the coordinate (1 − shortfall_j) z_j.
const roundObjective = "(s_j*(xi*((1 - shortfall_j)*z_j - x)^2 + (1 - xi)*(z_j - x)^2) + lambda*x^2)/2";

const fromNormalEquation = derivation(ridgeBook, {
  name: "one round, from the normal equation of a student that imitates any estimate",
  covers: oneRound,
  prepare: (book) =>
    book.declare({
      x: scalar("x", "real", "coordinate of a candidate estimate along the mode"),
      z: perMode("z", "real", "coordinate of the labels: ⟨u_j, y⟩/σ_j = θ_j + ⟨u_j, η⟩/σ_j"),
    }),
  steps: [
    {
      says: "the normal equation holds at the next shrinkage times z_j",
      identity: [`at(diff(${roundObjective}, x), x, nextShrinkage_j*z_j)`, "0"],
    },
    {
      says: "away from it the objective grows like a square, for every ξ",
      identity: [
        `${roundObjective} - at(${roundObjective}, x, nextShrinkage_j*z_j)`,
        "(s_j + lambda)*(x - nextShrinkage_j*z_j)^2/2",
      ],
    },
    { says: "what it lacks to 1", identity: ["nextShrinkage_j + nextShortfall_j", "1"] },
    { says: "imitating the teacher gives the student", identity: ["at(nextShrinkage_j, shortfall, b_j)", "g_j"] },
    { says: "with ξ = 0 it starts again from the teacher", identity: ["at(nextShrinkage_j, xi, 0)", "a_j"] },
  ],
});

const inTails = derivation(ridgeBook, {
  name: "k rounds lack b(1 + T_1 a + … + T_k aᵏ) to 1, with T_i = ξ_k ⋯ ξ_{k−i+1}",
  covers: ["nextShortfall"],
  prepare: (book) =>
    book.declare({
      polynomial: perMode("P", "real", "what the rounds before made of it: 1 + T_1 a + … at the mode's a"),
      first: scalar("\\xi_1", "real", "imitation parameter of round 1"),
      second: scalar("\\xi_2", "real", "imitation parameter of round 2"),
      third: scalar("\\xi_3", "real", "imitation parameter of round 3"),
    }),
  steps: [
    {
      says: "the induction step: a round makes b(1 + ξaP) of bP, so that every tail is multiplied by ξ and T_0 = 1 put before",
      identity: ["at(nextShortfall_j, shortfall, b_j*polynomial_j)", "b_j*(1 + xi*a_j*polynomial_j)"],
    },
    {
      says: "two rounds",
      identity: [
        "at(at(nextShortfall_j, shortfall, at(at(nextShortfall_j, shortfall, b_j), xi, first)), xi, second)",
        "b_j*(1 + second*a_j + second*first*a_j^2)",
      ],
    },
    {
      says: "three rounds",
      identity: [
        "at(at(nextShortfall_j, shortfall, at(at(nextShortfall_j, shortfall, at(at(nextShortfall_j, shortfall, b_j), xi, first)), xi, second)), xi, third)",
        "b_j*(1 + third*a_j + third*second*a_j^2 + third*second*first*a_j^3)",
      ],
    },
  ],
});

const pureImitation = derivation(ridgeBook, {
  name: "with ξ = 1 in every round the shrinkage after k rounds is aᵏ⁺¹",
  covers: ["nextShrinkage"],
  prepare: (book) => book.declare({ power: perMode("a^i", "real", "the shrinkage of the round before") }),
  steps: [
    {
      says: "the induction step: a round multiplies the shrinkage by a",
      identity: ["at(at(nextShrinkage_j, shortfall, 1 - power_j), xi, 1)", "a_j*power_j"],
    },
    { says: "a < 1, so each round shrinks more: 1 − a is b", identity: ["1 - a_j", "b_j"] },
    { says: "and b > 0", sign: { of: "b_j", is: "positive" } },
  ],
});

const constantXi = derivation(ridgeBook, {
  name: "with constant ξ each round multiplies the distance to a fixed shrinkage by aξ exactly",
  covers: [...oneRound, "limitShrinkage"],
  prepare: (book) =>
    book.declare({
      excess: scalar("\\xi - 1", "positive", "by how much ξ exceeds 1"),
      slack: perMode("c", "positive", "what s_j(ξ − 1) lacks to λ where the rounds converge"),
    }),
  steps: [
    {
      says: "the distance of the shrinkage to the fixed one is multiplied by aξ",
      identity: ["nextShrinkage_j - limitShrinkage_j", "a_j*xi*((1 - shortfall_j) - limitShrinkage_j)"],
    },
    {
      says: "and so is that of what it lacks to 1",
      identity: ["nextShortfall_j - (1 - limitShrinkage_j)", "a_j*xi*(shortfall_j - (1 - limitShrinkage_j))"],
    },
    {
      says: "the fixed shrinkage is that of ridge with λ/(1 − ξ)",
      identity: ["limitShrinkage_j", "at(a_j, lambda, lambda/(1 - xi))"],
    },
    { says: "0 for ξ = 1", identity: ["at(limitShrinkage_j, xi, 1)", "0"] },
    {
      says: "for ξ > 1 it is s/(s − λ/(ξ − 1))",
      identity: ["at(limitShrinkage_j, xi, 1 + excess)", "s_j/(s_j - lambda/excess)"],
    },
    {
      says: "aξ < 1 is s(ξ − 1) < λ: with λ = s(ξ − 1) + c, c > 0, one is the other over λ + s",
      identity: ["at(1 - a_j*(1 + excess), lambda, s_j*excess + slack_j)", "slack_j/(s_j + s_j*excess + slack_j)"],
    },
    {
      says: "and the fixed shrinkage is then minus s(ξ − 1)/c",
      identity: ["at(at(limitShrinkage_j, xi, 1 + excess), lambda, s_j*excess + slack_j)", "-(s_j*excess/slack_j)"],
    },
    { says: "which is negative", sign: { of: "s_j*excess/slack_j", is: "positive" } },
  ],
});

const leastSquares = derivation(ridgeBook, {
  name: "the best tails solve a linear least-squares problem, which the oracle solves where it fits exactly",
  covers: ["slope", "weight", "oracleExcess"],
  // Any shrinkage whatever, as long as h is what it lacks to 1.
  prepare: (book) =>
    book.opaque("g", "h").declare({
      change: perMode("d", "real", "a change of h: b times a polynomial in a that vanishes at 0"),
      tail: scalar("x", "real", "a change of one tail"),
      monomial: perMode("a^i", "real", "what the tail is multiplied by"),
    }),
  hypotheses: {
    stationary: {
      says: "the error is stationary along the change",
      zero: "sum(at(slope_j, g, 1 - h_j)*change_j)",
    },
  },
  steps: [
    {
      says: "the error exceeds the oracle's by a sum of squares",
      identity: ["at(error - oracleError - oracleExcess, g, 1 - h_j)", "0"],
    },
    {
      says: "each is the weight times a squared distance, linear in the tails, to the oracle's shrinkage",
      identity: ["at(slope_j^2/weight_j, g, 1 - h_j)", "weight_j*(1 - h_j - oracleShrinkage_j)^2"],
    },
    {
      says: "its slope in one tail is twice Σ p b aⁱ",
      identity: [
        "at(diff(at(at(error, g, 1 - h_j), h, h_j + tail*b_j*monomial_j), tail), tail, 0)",
        "2*sum(at(slope_j, g, 1 - h_j)*b_j*monomial_j)",
      ],
    },
    {
      says: "where the error is stationary along every change of the tails, each change adds Σ w d²",
      identity: ["at(at(error, g, 1 - h_j), h, h_j + change_j) - at(error, g, 1 - h_j)", "sum(weight_j*change_j^2)"],
      given: { hypothesis: "stationary", times: "2" },
    },
    {
      says: "which is ≥ 0, so the stationary tails are the best",
      sign: { of: "weight_j*change_j^2", is: "nonnegative" },
    },
  ],
});

const simulated = onDesigns(["tall", "wide"], {
  covers: [...oneRound, "limitShrinkage"],
  comparisons: REPEATED_COMPARISONS,
  start: repeatedReplication,
});

/*
 * What the steps leave to words. The tails T_i are products of the last ξ's, so every T without a zero before a non-zero one is
 * reached, and such T are dense: the infimum over the ξ's is the least-squares minimum. At k distinct a_j the tails
 * T_1, …, T_k of the oracle solve a Vandermonde system with distinct nodes, so there is one solution; with one round more, a
 * multiple of a Π_j (a − a_j) may be added to it, whose coefficients are none of them zero, so that no tail is.
 */
export const repeated: Claim = {
  ...statement,
  dependsOn: ["ridge/expected-error"],
  book: ridgeBook,
  checks: [
    fromNormalEquation,
    inTails,
    pureImitation,
    constantXi,
    leastSquares,
    byExample,
    ...simulated,
    everyRound,
    errorOfRounds,
    limit,
    bestOfRounds,
    oracleReached,
    unattained,
    diverging,
  ],
};
