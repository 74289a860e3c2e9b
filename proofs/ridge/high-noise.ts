import { type Check, type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { Fractions, scalar } from "../../src/formula/index.ts";
import {
  ClosedForms,
  type Experiment,
  lambdaGrid,
  problemFromDesign,
  ridgeBook,
  ridgeCases,
  showCase,
  smallFractions,
} from "../../src/ridge/index.ts";
import { DESIGN, FIXED_LAMBDA, POSITIVE_LAMBDA, SOME_SIGNAL, WHITE_NOISE } from "./hypotheses.ts";
import { directError, disagreement, weighted } from "./methods/direct-error.ts";
import {
  exactStudents,
  oracleStudents,
  ratio,
  showExactStudent,
  valueAt,
  withoutSignal,
} from "./methods/exact-students.ts";
import { experimentOn } from "./methods/on-designs.ts";
import { COMPARISONS_OF_ONE, lossReplication } from "./methods/replications.ts";

const statement = {
  id: "ridge/high-noise",
  title: "At a fixed λ, ξ* exceeds 1 exactly when the noise exceeds a threshold; then every ξ ≤ 1 is worse",
  source:
    "Das & Sanghavi 2023, the imitation parameter in the high-noise regime; the threshold for every λ is new here",
  statement:
    "For θ ≠ 0 and every λ, ξ*(λ) > 1 iff γ² > γ²_c(λ), and then every ξ ≤ 1 has a larger error than ξ*(λ), by (N − D)²/D at ξ = 1 and more below. ξ*(λ) is negative at γ = 0, strictly increasing in γ², and tends to ξ_V > 1.",
  hypotheses: [POSITIVE_LAMBDA, DESIGN, SOME_SIGNAL, WHITE_NOISE, FIXED_LAMBDA],
};

const threshold = derivation(ridgeBook, {
  name: "the noise above which ξ* exceeds 1",
  covers: ["noiseThreshold", "t", "N", "D"],
  steps: [
    {
      says: "N − D, whose sign is that of ξ* − 1, changes sign where γ² crosses the threshold",
      identity: ["lambda*(N - D)", "(noiseVariance - noiseThreshold)*sum(t_j^2)"],
    },
    { says: "λ > 0 and t² > 0", sign: { of: "t_j^2", is: "positive" } },
  ],
});

const loss = derivation(ridgeBook, {
  name: "what ξ = 1, the best of all ξ ≤ 1, loses above the threshold",
  covers: ["imitationLoss"],
  prepare: (book) => book.opaque("N", "D").declare({ teacherError: scalar("e_0", "real", "e(λ, 0)") }),
  steps: [
    {
      says: "e(λ, 1) − e(λ, ξ*) = (N − D)²/D",
      identity: ["(teacherError - 2*N + D) - (teacherError - gain)", "imitationLoss"],
    },
    {
      says: "as 1 − ξ is added, the error grows by 2(N − D)(1 − ξ) + D(1 − ξ)², both > 0 where N > D > 0 and ξ < 1",
      identity: ["(teacherError - 2*N*xi + D*xi^2) - (teacherError - 2*N + D)", "2*(N - D)*(1 - xi) + D*(1 - xi)^2"],
    },
  ],
});

const rises = derivation(ridgeBook, {
  name: "ξ* is negative without noise and rises strictly with it",
  covers: ["N", "D", "t"],
  prepare: (book) => book.declare({ moreNoise: scalar("\\gamma'^2", "positive", "a larger noise variance") }),
  steps: [
    { says: "without noise N is a sum", identity: ["at(N, noiseVariance, 0)", "-sum(t_j*b_j*theta_j^2)"] },
    { says: "that adds up minus what is ≥ 0 in every mode", sign: { of: "t_j*b_j*theta_j^2", is: "nonnegative" } },
    {
      says: "and > 0 in a mode with signal, of which there is one",
      sign: { of: "t_j*b_j*theta_j^2", is: "positive", where: { theta_j: "nonzero" } },
    },
    {
      says: "ξ*(γ′²) − ξ*(γ²), times both D, is γ′² − γ² times a factor",
      identity: [
        "at(N, noiseVariance, moreNoise)*D - N*at(D, noiseVariance, moreNoise)",
        "(moreNoise - noiseVariance)*(sum(t_j*a_j/s_j)*sum(t_j^2*theta_j^2) + sum(t_j*b_j*theta_j^2)*sum(t_j^2/s_j))",
      ],
    },
    { says: "whose sums are > 0: the first, in every mode", sign: { of: "t_j*a_j/s_j", is: "positive" } },
    { says: "the last as well", sign: { of: "t_j^2/s_j", is: "positive" } },
    { says: "and the second, ≥ 0 in every mode", sign: { of: "t_j^2*theta_j^2", is: "nonnegative" } },
    {
      says: "and > 0 in a mode with signal, as the third is",
      sign: { of: "t_j^2*theta_j^2", is: "positive", where: { theta_j: "nonzero" } },
    },
  ],
});

const limit = derivation(ridgeBook, {
  name: "with growing noise ξ* tends to ξ_V > 1",
  covers: ["N", "D", "varianceXi"],
  prepare: (book) =>
    book.declare({
      p: scalar("p", "positive", "Σ t a/s"),
      q: scalar("q", "nonnegative", "Σ t b θ²"),
      r: scalar("r", "positive", "Σ t²/s"),
      u: scalar("u", "nonnegative", "Σ t²θ²"),
    }),
  steps: [
    { says: "N = γ²p − q", identity: ["N", "noiseVariance*sum(t_j*a_j/s_j) - sum(t_j*b_j*theta_j^2)"] },
    { says: "D = γ²r + u", identity: ["D", "noiseVariance*sum(t_j^2/s_j) + sum(t_j^2*theta_j^2)"] },
    { says: "ξ_V = p/r", identity: ["varianceXi", "sum(t_j*a_j/s_j)/sum(t_j^2/s_j)"] },
    {
      says: "so ξ* is below ξ_V by what falls like 1/γ²",
      identity: ["p/r - (noiseVariance*p - q)/(noiseVariance*r + u)", "(p*u + q*r)/(r*(noiseVariance*r + u))"],
    },
    {
      says: "which is not negative",
      sign: {
        of: "(p*u + q*r)/(r*(noiseVariance*r + u))",
        is: "nonnegative",
        where: { noiseVariance: "positive" },
      },
    },
  ],
});

/** An experiment with a fourth of the noise threshold in the middle of the λ grid, and with four times it. */
function bothSides(experiment: Experiment): Check[] {
  const { design, parameter } = experiment;
  const noiseThreshold = (): number => {
    const lambdas = lambdaGrid(design);
    const middle = lambdas[Math.floor(lambdas.length / 2)]!;
    return new ClosedForms().optimalXi(problemFromDesign(design, parameter, 1), middle).noiseThreshold;
  };
  const sides = [
    { side: "below the threshold", factor: 1 / 4 },
    { side: "above it", factor: 4 },
  ];
  return sides.map(({ side, factor }) => {
    const name = `${design.rows} × ${design.columns}, noise ${side}`;
    return simulation(ridgeBook, {
      name,
      covers: ["imitationLoss", "N", "D"],
      comparisons: COMPARISONS_OF_ONE,
      effort: design.rows * design.columns,
      start: (context) => lossReplication({ ...experiment, name, noiseVariance: factor * noiseThreshold() }, context),
    });
  });
}

const overOne = property(ridgeBook, {
  name: "at the noise threshold the error is flat at ξ = 1; above it ξ* > 1, below it ξ* < 1",
  covers: ["noiseThreshold", "optimalXi"],
  problems: ridgeCases,
  runs: 60,
  measure: directError,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda }, errorAt, forms) => {
    const { noiseThreshold } = forms.optimalXi(problem, lambda);
    if (!(noiseThreshold >= 0 && Number.isFinite(noiseThreshold))) return `the noise threshold is ${noiseThreshold}`;
    const slope = weighted([
      [1 / 2, errorAt(2, noiseThreshold)],
      [-1 / 2, errorAt(0, noiseThreshold)],
    ]);
    const flat = disagreement("the slope at ξ = 1", 0, slope);
    if (flat !== null || noiseThreshold === 0) return flat;
    const optimalXiAt = (noiseVariance: number): number =>
      forms.optimalXi({ ...problem, noiseVariance }, lambda).optimalXi!;
    const [below, above] = [optimalXiAt(noiseThreshold * (1 - 1 / 8)), optimalXiAt(noiseThreshold * (1 + 1 / 8))];
    return below < 1 && above > 1 ? null : `ξ* is ${below} below the threshold and ${above} above it`;
  },
  show: showCase,
});

const everyOtherIsWorse = property(ridgeBook, {
  name: "at twice the threshold ξ = 1 loses (N − D)²/D to ξ*, and each smaller ξ more",
  covers: ["imitationLoss"],
  problems: ridgeCases,
  runs: 60,
  measure: directError,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda }, errorAt, forms) => {
    const noiseVariance = 2 * new ClosedForms().optimalXi(problem, lambda).noiseThreshold;
    if (noiseVariance === 0) return null;
    const noisy = { ...problem, noiseVariance };
    const { optimalXi } = forms.optimalXi(noisy, lambda);
    const lossAt = (xi: number): ReturnType<typeof errorAt> =>
      weighted([
        [1, errorAt(xi, noiseVariance)],
        [-1, errorAt(optimalXi!, noiseVariance)],
      ]);
    const losses = [1, 1 / 2, 0, -1].map(lossAt);
    const wrong = disagreement("the loss at ξ = 1", forms.scalar("imitationLoss", noisy, lambda, 0), losses[0]!);
    if (wrong !== null) return wrong;
    const falls = losses.findIndex(
      (each, i) => i > 0 && each.value + each.bound < losses[i - 1]!.value - losses[i - 1]!.bound,
    );
    return falls < 0
      ? null
      : `less imitation than ξ = 1 loses ${losses[falls]!.value}, less than ${losses[falls - 1]!.value}`;
  },
  show: showCase,
});

const withNoise = property(ridgeBook, {
  name: "ξ* is negative without noise, rises with it, stays below ξ_V and tends to it",
  covers: ["optimalXi", "varianceXi"],
  problems: ridgeCases,
  runs: 200,
  measure: () => null,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda }, _, forms) => {
    if (problem.signal.every((theta) => theta === 0)) return null;
    const xiAt = (noiseVariance: number): number => forms.optimalXi({ ...problem, noiseVariance }, lambda).optimalXi!;
    const limitXi = forms.scalar("varianceXi", problem, lambda, 0);
    const ladder = [0, 1, 10, 100, 1000].map((factor) => xiAt((factor * lambda) / 16));
    if (!(ladder[0]! < 0)) return `ξ* is ${ladder[0]} without noise`;
    const drop = ladder.findIndex((xi, i) => i > 0 && !(xi > ladder[i - 1]!));
    if (drop > 0) return `ξ* goes from ${ladder[drop - 1]} to ${ladder[drop]} with more noise`;
    if (!(ladder.at(-1)! < limitXi)) return `ξ* = ${ladder.at(-1)} is not below its limit ${limitXi}`;
    // At γ² = 10³⁰ what is missing, (u/r + q/p)/γ² relative to ξ_V, is below 10⁻²⁵ for these problems; the rest is rounding.
    const rounding = 4 * (30 + problem.signal.length) * Number.EPSILON * limitXi;
    const nearLimit = xiAt(1e30);
    return Math.abs(nearLimit - limitXi) <= rounding ? null : `ξ* tends to ${nearLimit} and ξ_V is ${limitXi}`;
  },
  show: showCase,
});

const noSignal = counterexample({
  without: SOME_SIGNAL,
  says: "ξ* is neither negative for little noise nor rising",
  problems: exactStudents(withoutSignal),
  tries: 20,
  fails: (student) => {
    const { problem } = student;
    const little = Fractions.multiply(problem.noiseVariance, ratio(1, 1000));
    const quiet = { ...student, problem: { ...problem, noiseVariance: little } };
    const [before, after] = [valueAt("optimalXi", quiet), valueAt("optimalXi", student)];
    if (Fractions.sign(before) < 0 || Fractions.compare(before, after) < 0) return null;
    return `ξ* is ${Fractions.show(before)} at a thousandth of the noise variance and ${Fractions.show(after)} at all of it`;
  },
  show: showExactStudent,
});

const chosenTogether = counterexample({
  without: FIXED_LAMBDA,
  says: "the best ξ may be ≤ 1 however large the noise",
  // The larger λ, the more noise for the signal: γ² is near λθ_j².
  problems: oracleStudents(smallFractions(1).map((lambda) => Fractions.multiply(lambda, ratio(1000)))),
  tries: 100,
  // No pair is below the oracle, so the student is a best pair. It is the only one: s(1 − g)/g is the Möbius function
  // λ((1 + ξ)s + λ)/(s + (1 − ξ)λ) of s, not constant for ξ ≠ 0, and its values at three s determine it and (λ, ξ).
  fails: (student) => {
    const [error, oracle] = [valueAt("error", student), valueAt("oracleError", student)];
    const noisiness = valueAt("noiseVariance/sum(theta_j^2)", student);
    const isLarge = Fractions.compare(noisiness, ratio(100)) > 0;
    if (!isLarge || !Fractions.equal(error, oracle) || Fractions.compare(student.xi, ratio(1)) > 0) return null;
    const noise = `γ²/Σθ² = ${Fractions.toNumber(noisiness).toFixed(0)}`;
    return `this (λ, ξ) has the error ${Fractions.show(error)}, the oracle's, with ${noise}`;
  },
  show: showExactStudent,
});

export const highNoise: Claim = {
  ...statement,
  dependsOn: ["ridge/optimal-xi", "ridge/bias-variance"],
  book: ridgeBook,
  checks: [
    threshold,
    loss,
    rises,
    limit,
    ...bothSides(experimentOn("tall")),
    ...bothSides(experimentOn("wide")),
    overOne,
    everyOtherIsWorse,
    withNoise,
    noSignal,
    chosenTogether,
  ],
};
