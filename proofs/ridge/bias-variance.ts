import { type Check, type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { Fractions, perMode, scalar } from "../../src/formula/index.ts";
import { ClosedForms, type Experiment, ridgeBook, ridgeCases, showCase } from "../../src/ridge/index.ts";
import { DESIGN, NOISE_FOR_VARIANCE, POSITIVE_LAMBDA, SIGNAL_FOR_BIAS, WHITE_NOISE } from "./hypotheses.ts";
import { directError, disagreement, type ErrorAt, weighted } from "./methods/direct-error.ts";
import {
  exactStudents,
  sameForEveryXi,
  showExactStudent,
  withoutNoise,
  withoutSignal,
} from "./methods/exact-students.ts";
import { experimentOn } from "./methods/on-designs.ts";
import { COMPARISONS_OF_ONE, partReplication } from "./methods/replications.ts";

const statement = {
  id: "ridge/bias-variance",
  title: "From ξ = 0 to ξ = 1, and beyond on both sides, imitation trades variance for bias",
  source: "new here; bias and variance are Das & Sanghavi 2023's",
  statement:
    "For γ > 0 the variance falls strictly in ξ up to ξ_V ≥ 1/max b > 1; for θ ≠ 0 the squared bias rises strictly from ξ_B ≤ −1/max a < −1, and ξ* ∈ [ξ_B, ξ_V].",
  hypotheses: [POSITIVE_LAMBDA, DESIGN, WHITE_NOISE, NOISE_FOR_VARIANCE, SIGNAL_FOR_BIAS],
};

const slack = perMode("c", "nonnegative", "what a mode's shrinkage lacks to the largest one");

const varianceFalls = derivation(ridgeBook, {
  name: "the variance falls up to ξ_V ≥ 1/max b > 1",
  covers: ["t", "varianceXi"],
  prepare: (book) => book.declare({ largest: scalar("b_{\\max}", "positive", "the largest b_j"), slack }),
  steps: [
    {
      says: "the variance's slope has the sign of ξ − ξ_V",
      identity: ["diff(variance, xi)", "2*noiseVariance*sum(t_j^2/s_j)*(xi - varianceXi)"],
    },
    {
      says: "whose terms are > 0, in every mode, as γ² is where there is noise",
      sign: { of: "t_j^2/s_j", is: "positive" },
    },
    {
      says: "ξ_V max b − 1 is a mean of max b − b_j",
      identity: ["varianceXi*largest - 1", "sum(t_j*a_j*(largest - b_j)/s_j)/sum(t_j^2/s_j)"],
    },
    {
      says: "with max b − b_j ≥ 0, each term is ≥ 0",
      sign: { of: "t_j*a_j*(largest - b_j)/s_j", at: { largest: "b_j + slack_j" }, is: "nonnegative" },
    },
    { says: "each b_j is below 1 by a_j", identity: ["1 - b_j", "a_j"] },
    { says: "a_j > 0", sign: { of: "a_j", is: "positive" } },
  ],
});

const biasRises = derivation(ridgeBook, {
  name: "the squared bias rises from ξ_B ≤ −1/max a",
  covers: ["t", "biasXi"],
  prepare: (book) => book.declare({ largest: scalar("a_{\\max}", "positive", "the largest a_j"), slack }),
  steps: [
    {
      says: "the squared bias's slope has the sign of ξ − ξ_B",
      identity: ["diff(squaredBias, xi)", "2*sum(t_j^2*theta_j^2)*(xi - biasXi)"],
    },
    { says: "the terms of its factor are ≥ 0", sign: { of: "t_j^2*theta_j^2", is: "nonnegative" } },
    {
      says: "and > 0 in a mode with signal: one such mode makes it rise strictly",
      sign: { of: "t_j^2*theta_j^2", is: "positive", where: { theta_j: "nonzero" } },
    },
    {
      says: "−ξ_B max a − 1 is a mean of max a − a_j",
      identity: ["-biasXi*largest - 1", "sum(t_j*b_j*(largest - a_j)*theta_j^2)/sum(t_j^2*theta_j^2)"],
    },
    {
      says: "with max a − a_j ≥ 0, each term is ≥ 0",
      sign: { of: "t_j*b_j*(largest - a_j)*theta_j^2", at: { largest: "a_j + slack_j" }, is: "nonnegative" },
    },
  ],
});

const between = derivation(ridgeBook, {
  name: "ξ* is a weighted mean of ξ_B and ξ_V",
  covers: ["N", "D", "varianceXi", "biasXi"],
  steps: [
    {
      says: "N is γ² Σ ta/s − Σ tbθ²",
      identity: ["N", "noiseVariance*sum(t_j*a_j/s_j) - sum(t_j*b_j*theta_j^2)"],
    },
    { says: "the first part is ξ_V weighed by γ² Σ t²/s", identity: ["varianceXi*sum(t_j^2/s_j)", "sum(t_j*a_j/s_j)"] },
    {
      says: "the second is ξ_B weighed by Σ t²θ²",
      identity: ["biasXi*sum(t_j^2*theta_j^2)", "-sum(t_j*b_j*theta_j^2)"],
    },
    { says: "D adds up the weights", identity: ["D", "noiseVariance*sum(t_j^2/s_j) + sum(t_j^2*theta_j^2)"] },
    { says: "the weight of ξ_V is γ² ≥ 0 times terms > 0", sign: { of: "t_j^2/s_j", is: "positive" } },
    { says: "the weight of ξ_B is ≥ 0", sign: { of: "t_j^2*theta_j^2", is: "nonnegative" } },
  ],
});

/** The best ξ where there is noise alone, and where there is signal alone. */
function simulate(experiment: Experiment): Check[] {
  const { design, parameter } = experiment;
  const parts = [
    { formula: "varianceXi", part: "noise alone", change: { parameter: parameter.map(() => 0) } },
    { formula: "biasXi", part: "signal alone", change: { noiseVariance: 0 } },
  ];
  return parts.map(({ formula, part, change }) => {
    const alone = { ...experiment, ...change, name: `${design.rows} × ${design.columns}, ${part}` };
    return simulation(ridgeBook, {
      name: alone.name,
      covers: ["t", formula],
      comparisons: COMPARISONS_OF_ONE,
      effort: design.rows * design.columns,
      start: (context) => partReplication(formula, alone, context),
    });
  });
}

/** The squared bias is the error without noise; the variance is the rest. */
const biasAt = (errorAt: ErrorAt, xi: number): ReturnType<ErrorAt> => errorAt(xi, 0);
const varianceAt = (errorAt: ErrorAt, xi: number): ReturnType<ErrorAt> =>
  weighted([
    [1, errorAt(xi)],
    [-1, errorAt(xi, 0)],
  ]);

const flatThere = property(ridgeBook, {
  name: "the direct variance is flat at ξ_V, the direct squared bias at ξ_B, and ξ_B ≤ −1, 1 ≤ ξ_V, ξ_B ≤ ξ* ≤ ξ_V",
  covers: ["varianceXi", "biasXi"],
  problems: ridgeCases,
  runs: 150,
  measure: directError,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda }, errorAt, forms) => {
    const slope = (part: typeof biasAt, xi: number): ReturnType<ErrorAt> =>
      weighted([
        [1 / 2, part(errorAt, xi + 1)],
        [-1 / 2, part(errorAt, xi - 1)],
      ]);
    const varianceXi = forms.scalar("varianceXi", problem, lambda, 0);
    if (!(varianceXi >= 1)) return `ξ_V is ${varianceXi}`;
    const flatVariance = disagreement("the variance's slope at ξ_V", 0, slope(varianceAt, varianceXi));
    if (flatVariance !== null || problem.signal.every((theta) => theta === 0)) return flatVariance;
    const biasXi = forms.scalar("biasXi", problem, lambda, 0);
    if (!(biasXi <= -1)) return `ξ_B is ${biasXi}`;
    const xi = forms.optimalXi(problem, lambda).optimalXi!;
    // ξ* is a mean of the two, rounded some 30 + r times; at γ = 0 it is ξ_B itself.
    const rounding = 4 * (30 + problem.signal.length) * Number.EPSILON * Math.max(-biasXi, varianceXi);
    if (!(xi >= biasXi - rounding && xi <= varianceXi + rounding))
      return `ξ* = ${xi} is not in [${biasXi}, ${varianceXi}]`;
    return disagreement("the squared bias's slope at ξ_B", 0, slope(biasAt, biasXi));
  },
  show: showCase,
});

const XIS = [0, 1 / 4, 1 / 2, 3 / 4, 1];

const traded = property(ridgeBook, {
  name: "from ξ = 0 to ξ = 1 the direct variance never rises and the direct squared bias never falls",
  covers: [],
  problems: ridgeCases,
  runs: 60,
  measure: directError,
  read: () => null,
  violation: (_, errorAt) => {
    for (const [i, xi] of XIS.slice(1).entries()) {
      const change = (part: typeof biasAt): ReturnType<ErrorAt> =>
        weighted([
          [1, part(errorAt, xi)],
          [-1, part(errorAt, XIS[i]!)],
        ]);
      const [variance, bias] = [change(varianceAt), change(biasAt)];
      if (variance.value > variance.bound) return `the variance rises by ${variance.value} up to ξ = ${xi}`;
      if (bias.value < -bias.bound) return `the squared bias falls by ${-bias.value} up to ξ = ${xi}`;
    }
    return null;
  },
  show: showCase,
});

/** Without noise there is no variance to trade, and without signal no bias. */
const flat = [
  { without: NOISE_FOR_VARIANCE, part: "variance", shape: withoutNoise },
  { without: SIGNAL_FOR_BIAS, part: "squaredBias", shape: withoutSignal },
].map(({ without, part, shape }) => {
  const called = part === "variance" ? "the variance" : "the squared bias";
  return counterexample({
    without,
    says: `${called} is flat`,
    problems: exactStudents(shape),
    tries: 20,
    fails: (student) => {
      const value = sameForEveryXi(part, student);
      return value === null ? null : `${called} is ${Fractions.show(value)} for every ξ`;
    },
    show: showExactStudent,
  });
});

export const biasVariance: Claim = {
  ...statement,
  dependsOn: ["ridge/optimal-xi"],
  book: ridgeBook,
  checks: [
    varianceFalls,
    biasRises,
    between,
    ...simulate(experimentOn("tall")),
    ...simulate(experimentOn("wide")),
    flatThere,
    traded,
    ...flat,
  ],
};
