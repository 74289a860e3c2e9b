import fc from "fast-check";
import { type Check, type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { Fractions, perMode, scalar } from "../../src/formula/index.ts";
import {
  type Case,
  ClosedForms,
  exactProblem,
  exactProblems,
  exactValue,
  optimum,
  problemFromDesign,
  ridgeBook,
  ridgeCases,
  roundedProblem,
  showCase,
  showOptimumCommand,
  spectralExperiment,
} from "../../src/ridge/index.ts";
import { DESIGN, NEGATIVE_CONDITION, SOME_NOISE, SOME_SIGNAL, WHITE_NOISE } from "./hypotheses.ts";
import { directError, disagreement, type ErrorAt, weighted } from "./methods/direct-error.ts";
import { GAP_COMPARISONS, gapReplication } from "./methods/gap-replication.ts";

const statement = {
  id: "ridge/distillation-beats-regularization",
  title: "Where S(λ°) < 0, some self-distilled student beats every ridge estimate",
  source: "Das & Sanghavi 2023, optimal self-distillation against optimal regularization; as a saddle point new here",
  statement:
    "For γ > 0 and θ ≠ 0 a best ridge λ° exists, 0 < λ° < ∞, between γ²/max θ_j² and γ²/min θ_j². If S(λ°) = Σ_{j<k} s_j s_k (s_j − s_k)(θ_k² − θ_j²)/((s_j + λ°)⁴(s_k + λ°)⁴) < 0 at one of them, (λ°, 0) is a saddle of e(λ, ξ), so inf e(λ, ξ) < min e(λ, 0).",
  hypotheses: [DESIGN, SOME_NOISE, SOME_SIGNAL, NEGATIVE_CONDITION, WHITE_NOISE],
};

const stationary = { says: "λ is stationary for the teacher's error", zero: "teacherSlope" };
const given = (times: string): { readonly given: { readonly hypothesis: string; readonly times: string } } => ({
  given: { hypothesis: "stationary", times },
});

const modeError = "((1 - x)^2*theta_j^2 + x^2*noiseVariance/s_j)";
const slopeInXi = "at(diff(error, xi), xi, 0)";
const curvatureInXi = "at(diff(diff(error, xi), xi), xi, 0)";
const mixed = "at(diff(diff(error, xi), lambda), xi, 0)";
const curvatureInLambda = "diff(teacherSlope, lambda)";

const saddle = derivation(ridgeBook, {
  name: "the Hessian of e(λ, ξ) at a stationary λ and ξ = 0 has determinant 2Q(2D − 2Q)/λ²",
  covers: ["modeSlope", "Q", "teacherSlope", "t", "D"],
  prepare: (book) => book.declare({ x: scalar("x", "real", "a shrinkage of the mode") }),
  hypotheses: { stationary },
  steps: [
    {
      says: "f′ is the slope of a mode's error at the teacher",
      identity: [`at(diff(${modeError}, x), x, a_j)`, "modeSlope_j"],
    },
    {
      says: "its curvature is 2(θ² + γ²/s)",
      identity: [`diff(diff(${modeError}, x), x)`, "2*(theta_j^2 + noiseVariance/s_j)"],
    },
    { says: "imitation takes ab from the shrinkage per unit of ξ", identity: ["diff(g_j, xi)", "-t_j"] },
    { says: "regularization takes ab from it per unit of log λ", identity: ["lambda*diff(a_j, lambda)", "-t_j"] },
    { says: "so e has slope −Σ f′ab in log λ", identity: ["lambda*teacherSlope", "-sum(modeSlope_j*t_j)"] },
    { says: "and the same slope in ξ, at ξ = 0: both vanish together", identity: [slopeInXi, "lambda*teacherSlope"] },
    { says: "ab changes by ab(a − b) per unit of log λ", identity: ["lambda*diff(t_j, lambda)", "t_j*(a_j - b_j)"] },
    { says: "the curvature in ξ is 2D", identity: [curvatureInXi, "2*D"] },
    { says: "the mixed derivative is (2D − 2Q)/λ", identity: [mixed, "(2*D - 2*Q)/lambda"], ...given("-1") },
    {
      says: "the curvature in λ is (2D − 2Q)/λ²",
      identity: [curvatureInLambda, "(2*D - 2*Q)/lambda^2"],
      ...given("-2/lambda"),
    },
    {
      says: "the determinant",
      identity: [`${curvatureInXi}*${curvatureInLambda} - ${mixed}^2`, "2*Q*(2*D - 2*Q)/lambda^2"],
      ...given("-4*Q/lambda - teacherSlope"),
    },
  ],
});

const downhill = derivation(ridgeBook, {
  name: "where Q < 0, the best student's error bends down at λ°",
  covers: [],
  prepare: (book) => book.opaque("D", "Q").declare({ q: scalar("q", "positive", "−Q") }),
  steps: [
    {
      says: "minimising over ξ leaves the curvature e_λλ − e_λξ²/e_ξξ = 2Q(2D − 2Q)/(2Dλ²)",
      identity: ["(2*D - 2*Q)/lambda^2 - ((2*D - 2*Q)/lambda)^2/(2*D)", "2*Q*(2*D - 2*Q)/(2*D*lambda^2)"],
    },
    {
      says: "for Q = −q < 0 that is negative: some λ near λ°, with its ξ*, has a smaller error than the best ridge",
      sign: { of: "-(2*Q*(2*D - 2*Q)/(2*D*lambda^2))", at: { Q: "-q" }, is: "positive", where: { D: "positive" } },
    },
  ],
});

const P = "sum(s_j/(s_j + lambda)^3)";
const R = "sum(s_j^2/(s_j + lambda)^4)";
const ofSignal = "sum(theta_j^2*s_j/(s_j + lambda)^3)";
const ofSignalSquared = "sum(theta_j^2*s_j^2/(s_j + lambda)^4)";

const pairwise = derivation(ridgeBook, {
  name: "at a stationary λ, Q has the sign of a sum over pairs of modes",
  covers: ["Q", "modeSlope", "condition", "teacherSlope"],
  hypotheses: { stationary },
  steps: [
    {
      says: "f′ = 2(γ² − λθ²)/(s + λ)",
      identity: ["modeSlope_j", "2*(noiseVariance - lambda*theta_j^2)/(s_j + lambda)"],
    },
    {
      says: "Q as a sum over modes",
      identity: ["Q", "2*lambda*sum((noiseVariance - lambda*theta_j^2)*s_j^2/(s_j + lambda)^4)"],
    },
    {
      says: "stationarity balances noise and signal",
      identity: [`noiseVariance*${P}`, `lambda*${ofSignal}`],
      ...given("-1/2"),
    },
    {
      says: "so γ² can be eliminated from Q",
      identity: [`Q*${P}`, `2*lambda^2*(${ofSignal}*${R} - ${P}*${ofSignalSquared})`],
      ...given(`-lambda*${R}`),
    },
    {
      says: "the difference of products is a sum over pairs",
      identity: [`${ofSignal}*${R} - ${P}*${ofSignalSquared}`, "lambda*condition"],
    },
    { says: "Q Σ s/(s + λ)³ = 2λ³S", identity: [`Q*${P}`, "2*lambda^3*condition"], ...given(`-lambda*${R}`) },
    { says: "whose factors are positive, as λ is", sign: { of: "s_j/(s_j + lambda)^3", is: "positive" } },
  ],
});

const termOfSlope = "(noiseVariance - lambda*theta_j^2)*s_j/(s_j + lambda)^3";

const existence = derivation(ridgeBook, {
  name: "the best ridge λ lies between γ²/max θ² and γ²/min θ²",
  covers: ["teacherSlope"],
  prepare: (book) =>
    book.declare({
      y: scalar("y", "positive", "1/λ"),
      margin: scalar("d", "positive", "by how much λ misses the bound, times θ²"),
      slack: perMode("c", "nonnegative", "how far θ_j² is from the extreme one"),
    }),
  steps: [
    { says: "the slope is −2 times a sum", identity: ["teacherSlope", `-2*sum(${termOfSlope})`] },
    {
      says: "for λ max θ² < γ² every term is positive: the error still falls",
      sign: { of: termOfSlope, at: { noiseVariance: "lambda*(theta_j^2 + slack_j) + margin" }, is: "positive" },
    },
    {
      says: "as λ → ∞, with y = 1/λ, it has the sign of a sum that tends to Σ sθ² > 0: it rises, also where some θ_j are 0",
      identity: ["at(teacherSlope, lambda, 1/y)", "2*y^2*sum((theta_j^2 - noiseVariance*y)*s_j/(1 + s_j*y)^3)"],
    },
    {
      says: "for λ min θ² > γ² every term is negative: it rises from there on",
      sign: { of: `-(${termOfSlope})`, at: { noiseVariance: "lambda*(theta_j^2 - slack_j) - margin" }, is: "positive" },
    },
  ],
});

/** Problems whose signal rises with the singular value, by much and by less. */
const rising = [
  { name: "24 × 3, a strongly rising signal", singularValues: [4, 2, 1], signal: [3, 1, 0.25], noiseVariance: 4 },
  {
    name: "30 × 5, a rising signal",
    singularValues: [8, 4, 2, 1, 0.5],
    signal: [2, 1.5, 1, 0.5, 0.25],
    noiseVariance: 9,
  },
];

function simulate({ name, ...problem }: (typeof rising)[number]): Check {
  const experiment = spectralExperiment({ name, rows: 8 * problem.singularValues.length, problem });
  return simulation(ridgeBook, {
    name: `the best student against the best ridge: ${name}`,
    covers: ["gain", "N", "D"],
    comparisons: GAP_COMPARISONS,
    effort: 1000,
    start: (context) => {
      const { design, parameter, noiseVariance } = experiment;
      const { ridge, distillation } = optimum(exactProblem(problemFromDesign(design, parameter, noiseVariance)));
      const best = { lambda: distillation.lambda!, xi: distillation.xi! };
      return gapReplication(experiment, [{ lambda: ridge.lambda!, xi: 0 }, best], context, (forms, measured) => {
        const error = forms.errors(measured, best.lambda, 0).error - forms.scalar("gain", measured, best.lambda, 0);
        return [forms.errors(measured, ridge.lambda!, 0).error - error, error];
      });
    },
  });
}

// Five-point differences in log λ. Mode j adds b²θ² + a²γ²/s to the error, with a and b logistic in log λ; the fifth and
// sixth derivatives of a squared logistic function, polynomials in it, are at most 0.53 and 1.14.
const STEP = 2 ** -6;
const SLOPE = [1 / 12, -8 / 12, 0, 8 / 12, -1 / 12].map((weight) => weight / STEP);
const CURVATURE = [-1 / 12, 16 / 12, -30 / 12, 16 / 12, -1 / 12].map((weight) => weight / STEP ** 2);
const SLOPE_TRUNCATION = (0.53 * (STEP ** 2) ** 2) / 30;
const CURVATURE_TRUNCATION = (1.14 * (STEP ** 2) ** 2) / 90;

/** Slope, and curvature, of the teacher's error in log λ, and the curvature in ξ: from direct fits alone. */
function differences(example: Case): Record<"slope" | "curvature" | "inXi", ReturnType<ErrorAt>> {
  const { signal, singularValues, noiseVariance } = example.problem;
  const errors = [-2, -1, 0, 1, 2].map((i) => directError({ ...example, lambda: example.lambda * Math.exp(i * STEP) }));
  const scale = signal.reduce((sum, theta, j) => sum + theta ** 2 + noiseVariance / singularValues[j]! ** 2, 0);
  const difference = (weights: readonly number[], truncation: number): ReturnType<ErrorAt> => {
    // λ e^{iSTEP} is off by a few roundings, and the error by as many relative to its scale.
    const rounding = 8 * Number.EPSILON * weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
    const { value, bound } = weighted(weights.map((weight, i) => [weight, errors[i]!(0)] as const));
    return { value, bound: bound + (truncation + rounding) * scale };
  };
  const at = errors[2]!;
  return {
    slope: difference(SLOPE, SLOPE_TRUNCATION),
    curvature: difference(CURVATURE, CURVATURE_TRUNCATION),
    inXi: weighted([
      [1, at(-1)],
      [-2, at(0)],
      [1, at(1)],
    ]),
  };
}

const fromCurvature = property(ridgeBook, {
  name: "2λ³S is what the direct errors' slopes and curvatures say, at every λ",
  covers: ["condition", "Q", "modeSlope"],
  problems: ridgeCases,
  runs: 80,
  measure: differences,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda }, { slope, curvature, inXi }, forms) => {
    // Away from stationary points the curvature in log λ is 2D − 2Q − slope, and Q Σ s/(s+λ)³ = 2λ³S − slope Σ s²/(s+λ)⁴.
    const Q = weighted([
      [1 / 2, inXi],
      [-1 / 2, slope],
      [-1 / 2, curvature],
    ]);
    const summed = (term: (s: number) => number): number =>
      problem.singularValues.reduce((sum, sigma) => sum + term(sigma * sigma), 0);
    const pairs = weighted([
      [summed((s) => s / ((s + lambda) ** 2 * (s + lambda))), Q],
      [summed((s) => (s / (s + lambda) ** 2) ** 2), slope],
    ]);
    // A sum over pairs of differences is rounded relative to the sum of its terms' sizes.
    const sizes = ofSizes(problem, lambda);
    const rounding = (60 + problem.signal.length ** 2) * Number.EPSILON * sizes;
    const S = 2 * lambda * lambda * lambda * forms.scalar("condition", problem, lambda, 0);
    return (
      disagreement("Q", forms.scalar("Q", problem, lambda, 0), Q) ??
      disagreement("2λ³S", S, { value: pairs.value, bound: pairs.bound + rounding })
    );
  },
  show: showCase,
});

/** 2λ³ times the sum of the sizes of the two halves of each term of S. */
function ofSizes({ singularValues, signal }: Case["problem"], lambda: number): number {
  const s = singularValues.map((sigma) => sigma * sigma);
  let sum = 0;
  for (const [j, sj] of s.entries()) {
    for (const [k, sk] of s.entries()) {
      sum += (sj * sk * (sj + sk) * (signal[j]! ** 2 + signal[k]! ** 2)) / (((sj + lambda) * (sk + lambda)) ** 2) ** 2;
    }
  }
  return lambda * lambda * lambda * sum;
}

const generic = exactProblems({ modes: { least: 2, most: 5 } });

const wins = property(ridgeBook, {
  name: "whenever S < 0 at the best ridge λ, the best student's error lies below every ridge's; a tie has S ≥ 0",
  covers: ["condition"],
  problems: generic,
  runs: 150,
  measure: (problem) => optimum(problem),
  read: (book) => new ClosedForms(book),
  violation: (problem, { ridge, distillation, strictlyBetter }, forms) => {
    if (ridge.lambda === null || ridge.lambda === 0) return null;
    const S = forms.scalar("condition", roundedProblem(problem), ridge.lambda, 0);
    // S is a sum over at most 10 pairs of terms: a value within rounding of 0 decides nothing.
    const rounding =
      100 *
      Number.EPSILON *
      (ofSizes(roundedProblem(problem), ridge.lambda) / (ridge.lambda * ridge.lambda * ridge.lambda));
    if (S > -rounding) return null;
    if (strictlyBetter === false) return `S is ${S} although self-distillation only ties the best ridge`;
    const [, most] = distillation.error;
    return most < ridge.error[0]
      ? null
      : `S is ${S} but the best student's error ${most} is not below ${ridge.error[0]}`;
  },
  show: showOptimumCommand,
});

const withoutNoise = counterexample({
  without: SOME_NOISE,
  says: "S may be negative at the best λ = 0, where both reach the truth and self-distillation only ties",
  problems: exactProblems({ modes: { least: 2, most: 3 }, noiseVariance: fc.constant(Fractions.fraction(0n)) }),
  tries: 500,
  fails: (problem) => {
    const S = exactValue("condition", problem, { lambda: Fractions.fraction(0n) });
    if (Fractions.sign(S) >= 0) return null;
    return `S(0) = ${Fractions.show(S)}, and both errors fall to θ_⊥² = 0 as λ → 0`;
  },
  show: showOptimumCommand,
});

const withoutCondition = counterexample({
  without: NEGATIVE_CONDITION,
  says: "self-distillation may only tie the best ridge",
  problems: generic,
  tries: 500,
  fails: (problem) => {
    const { strictlyBetter, reason } = optimum(problem);
    return strictlyBetter === false ? reason : null;
  },
  show: showOptimumCommand,
});

/*
 * How often, over 10 000 random problems for each number of modes r (`npm run how-often`, docs/ridge-optimum.md):
 *
 *    r   S(λ°) < 0   self-distillation wins   wins without S < 0   median gain
 *    2     49.77 %                  49.77 %               0.00 %        2.47 %
 *    3     53.28 %                  55.47 %               2.19 %        3.74 %
 *    5     55.16 %                  59.30 %               4.14 %        3.11 %
 *   10     57.24 %                  61.77 %               4.53 %        2.08 %
 */
export const distillationBeatsRegularization: Claim = {
  ...statement,
  dependsOn: ["ridge/path-tangent", "ridge/expected-error", "ridge/optimal-xi"],
  book: ridgeBook,
  checks: [
    existence,
    saddle,
    downhill,
    pairwise,
    ...rising.map(simulate),
    fromCurvature,
    wins,
    withoutNoise,
    withoutCondition,
  ],
};
