import { type Claim, counterexample, derivation, property } from "../../src/evidence/index.ts";
import { Fractions, scalar } from "../../src/formula/index.ts";
import { ClosedForms, ridgeBook, ridgeCases, showCase } from "../../src/ridge/index.ts";
import { DESIGN, NOISE_OR_SIGNAL, POSITIVE_LAMBDA, WHITE_NOISE } from "./hypotheses.ts";
import { directError, disagreement, weighted } from "./methods/direct-error.ts";
import { exactStudents, sameForEveryXi, showExactStudent, valueAt, withNothing } from "./methods/exact-students.ts";
import { onDesigns } from "./methods/on-designs.ts";
import { OPTIMUM_COMPARISONS, optimumReplication } from "./methods/replications.ts";

const statement = {
  id: "ridge/optimal-xi",
  title: "The best imitation parameter is ξ* = N/D, and gains N²/D over the teacher",
  source: "Das & Sanghavi 2023, the optimal imitation parameter in linear regression",
  statement:
    "For γ > 0 or some θ_j ≠ 0, e(λ, ξ) = e(λ, 0) − 2Nξ + Dξ² with D > 0, so ξ*(λ) = N/D gains N²/D ≥ 0 over the teacher.",
  hypotheses: [POSITIVE_LAMBDA, DESIGN, WHITE_NOISE, NOISE_OR_SIGNAL],
};

const quadratic = derivation(ridgeBook, {
  name: "the error is a quadratic in ξ with slope −2N and curvature D > 0",
  covers: ["t", "N", "D"],
  steps: [
    { says: "e(λ, ξ) = e(λ, 0) − 2Nξ + Dξ²", identity: ["error", "at(error, xi, 0) - 2*N*xi + D*xi^2"] },
    { says: "t is what a unit of imitation takes from the shrinkage", identity: ["g_j", "at(g_j, xi, 0) - xi*t_j"] },
    { says: "D ≥ 0, term by term", sign: { of: "t_j^2*(theta_j^2 + noiseVariance/s_j)", is: "nonnegative" } },
    {
      says: "every term of D is > 0 where there is noise",
      sign: { of: "t_j^2*(theta_j^2 + noiseVariance/s_j)", is: "positive", where: { noiseVariance: "positive" } },
    },
    {
      says: "the term of a mode with signal is > 0 without noise as well",
      sign: { of: "t_j^2*(theta_j^2 + noiseVariance/s_j)", is: "positive", where: { theta_j: "nonzero" } },
    },
    { says: "those are the terms of D", identity: ["D", "sum(t_j^2*(theta_j^2 + noiseVariance/s_j))"] },
  ],
});

const minimum = derivation(ridgeBook, {
  name: "the minimum of that quadratic",
  covers: ["optimalXi", "gain"],
  // Any N, D and e(λ, 0) whatever: what they are made of does not matter here.
  prepare: (book) => book.opaque("N", "D").declare({ teacherError: scalar("e_0", "real", "e(λ, 0)") }),
  steps: [
    {
      says: "e(λ, ξ*) = e(λ, 0) − N²/D",
      identity: ["teacherError - 2*N*optimalXi + D*optimalXi^2", "teacherError - gain"],
    },
    {
      says: "every other ξ is worse by a square times D",
      identity: ["teacherError - 2*N*xi + D*xi^2 - (teacherError - gain)", "D*(xi - optimalXi)^2"],
    },
    { says: "the gain is a square over D", identity: ["gain*D", "N^2"] },
  ],
});

const simulated = onDesigns(["tall", "wide"], {
  covers: ["t", "N", "D", "optimalXi", "gain"],
  comparisons: OPTIMUM_COMPARISONS,
  start: optimumReplication,
});

const slopeAndCurvature = property(ridgeBook, {
  name: "N and D are a fourth and a half of what three direct students' errors say",
  covers: ["t", "N", "D"],
  problems: ridgeCases,
  runs: 100,
  measure: (example) => {
    const at = directError(example);
    const [minus, zero, plus] = [at(-1), at(0), at(1)];
    return {
      N: weighted([
        [1 / 4, minus],
        [-1 / 4, plus],
      ]),
      D: weighted([
        [1 / 2, minus],
        [-1, zero],
        [1 / 2, plus],
      ]),
    };
  },
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda }, { N, D }, forms) =>
    disagreement("N", forms.scalar("N", problem, lambda, 0), N) ??
    disagreement("D", forms.scalar("D", problem, lambda, 0), D),
  show: showCase,
});

const gainOfTheBest = property(ridgeBook, {
  name: "the student at ξ* gains N²/D ≥ 0 over the teacher",
  covers: ["optimalXi", "gain"],
  problems: ridgeCases,
  runs: 100,
  measure: directError,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda }, errorAt, forms) => {
    const { optimalXi, gain } = forms.optimalXi(problem, lambda);
    if (!(gain >= 0)) return `the gain is ${gain}`;
    return disagreement(
      "the gain",
      gain,
      weighted([
        [1, errorAt(0)],
        [-1, errorAt(optimalXi ?? 0)],
      ]),
    );
  },
  show: showCase,
});

const RIVALS = Array.from({ length: 25 }, (_, i) => 2 ** Math.trunc(i - 18)).flatMap((size) => [size, -size]);

const bestOfAll = property(ridgeBook, {
  name: "ξ* beats 50 other ξ, near and far",
  covers: ["optimalXi"],
  problems: ridgeCases,
  runs: 40,
  measure: directError,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda }, errorAt, forms) => {
    const { optimalXi } = forms.optimalXi(problem, lambda);
    if (optimalXi === null) return null;
    const best = errorAt(optimalXi);
    for (const offset of RIVALS) {
      const xi = optimalXi + offset * Math.max(1, Math.abs(optimalXi));
      const rival = errorAt(xi);
      if (!(best.value <= rival.value + best.bound + rival.bound)) {
        return `ξ = ${xi} has error ${rival.value}, below ${best.value} at ξ* = ${optimalXi}`;
      }
    }
    return null;
  },
  show: showCase,
});

const noBest = counterexample({
  without: NOISE_OR_SIGNAL,
  says: "D = 0 and no ξ is best",
  problems: exactStudents(withNothing),
  tries: 20,
  fails: (student) => {
    const [D, error] = [valueAt("D", student), sameForEveryXi("error", student)];
    if (Fractions.sign(D) !== 0 || error === null) return null;
    return `D = ${Fractions.show(D)}, and every ξ has the error ${Fractions.show(error)}`;
  },
  show: showExactStudent,
});

export const optimalXi: Claim = {
  ...statement,
  dependsOn: ["ridge/expected-error"],
  book: ridgeBook,
  checks: [quadratic, minimum, ...simulated, slopeAndCurvature, gainOfTheBest, bestOfAll, noBest],
};
