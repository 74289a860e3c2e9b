import fc from "fast-check";
import { type Check, type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { Fractions, scalar } from "../../src/formula/index.ts";
import {
  type Case,
  ClosedForms,
  closedFormRoundingBound,
  type ExactProblem,
  type ExactExpectation,
  exactProblems,
  lambdaBetweenPenalties,
  optimum,
  ridgeBook,
  ridgeCases,
  ridgeProblem,
  showCase,
  showOptimumCommand,
  smallFractions,
  spectralExperiment,
} from "../../src/ridge/index.ts";
import {
  DESIGN,
  SIGNAL_DOES_NOT_FALL,
  SIGNAL_DOES_NOT_RISE,
  SOME_NOISE,
  SOME_SIGNAL,
  WHITE_NOISE,
} from "./hypotheses.ts";
import { directError, disagreement } from "./methods/direct-error.ts";
import { GAP_COMPARISONS, gapReplication } from "./methods/gap-replication.ts";

const statement = {
  id: "ridge/ordering",
  title: "With noise, where θ² falls with s self-distillation only ties the best ridge; where it rises it wins",
  source: "new here",
  statement:
    "Let γ > 0 and θ ≠ 0, and take means of θ_j² over equal s_j. (i) If θ_j² does not rise with s_j, inf e(λ, ξ) = min e(λ, 0). (ii) If it does not fall with s_j and is not constant, S < 0 at every λ, so inf e(λ, ξ) < min e(λ, 0). (iii) If a pair with ξ ≠ 0 reaches the oracle, θ_j² rises strictly with s_j.",
  hypotheses: [DESIGN, SOME_NOISE, SOME_SIGNAL, SIGNAL_DOES_NOT_RISE, SIGNAL_DOES_NOT_FALL, WHITE_NOISE],
};

const penalties = derivation(ridgeBook, {
  name: "a student is ridge with a penalty per mode that falls as s grows",
  covers: ["penalty", "penalisedError"],
  prepare: (book) =>
    book.declare({
      p: scalar("p", "positive", "s_j + λ − ξλ"),
      q: scalar("q", "positive", "s_k + λ − ξλ"),
      d: scalar("d", "positive", "s_j − s_k"),
    }),
  steps: [
    { says: "the student shrinks each mode as ridge with penalty μ", identity: ["g_j", "s_j/(s_j + penalty_j)"] },
    { says: "and lacks as much", identity: ["h_j", "penalty_j/(s_j + penalty_j)"] },
    { says: "so it has the same error", identity: ["error", "penalisedError"] },
    {
      says: "the penalties of two modes differ by",
      identity: [
        "penalty_k - penalty_j",
        "xi^2*lambda^2*(s_j - s_k)/((s_j + lambda - xi*lambda)*(s_k + lambda - xi*lambda))",
      ],
    },
    {
      says: "which is not negative for s_j > s_k where both shrink by more than 0",
      sign: {
        of: "xi^2*lambda^2*(s_j - s_k)/((s_j + lambda - xi*lambda)*(s_k + lambda - xi*lambda))",
        at: { "s_j - s_k": "d", "s_j + lambda - xi*lambda": "p", "s_k + lambda - xi*lambda": "q" },
        is: "nonnegative",
      },
    },
    {
      says: "g ≤ 0 is s ≤ λ(ξ − 1): only in the modes with the smallest s, whose penalty is then set to ∞",
      identity: ["g_j", "s_j*(s_j + lambda - xi*lambda)/(s_j + lambda)^2"],
    },
    {
      says: "g ≥ 1 is s ≥ −λ/(1 + ξ) for ξ < −1: only in those with the largest s, whose penalty is then set to 0",
      identity: ["h_j", "lambda*(s_j + lambda + xi*s_j)/(s_j + lambda)^2"],
    },
  ],
});

const convexity = derivation(ridgeBook, {
  name: "moving a shrinkage towards the oracle's lowers the error",
  covers: ["oracleShrinkage"],
  prepare: (book) =>
    book.declare({
      x: scalar("x", "real", "a shrinkage"),
      z: scalar("z", "real", "another"),
      u: scalar("u", "nonnegative", "distance of the nearer shrinkage to the oracle's"),
      v: scalar("v", "nonnegative", "how much farther the other one is, on the same side"),
    }),
  steps: [
    {
      says: "a mode's error is its least value plus a square",
      identity: [
        "(1 - x)^2*theta_j^2 + x^2*noiseVariance/s_j",
        "theta_j^2*noiseVariance/(s_j*theta_j^2 + noiseVariance) + (theta_j^2 + noiseVariance/s_j)*(x - oracleShrinkage_j)^2",
      ],
    },
    { says: "that grows with the distance", identity: ["(u + v)^2 - u^2", "v*(v + 2*u)"] },
    { says: "by what is not negative", sign: { of: "v*(v + 2*u)", is: "nonnegative" } },
    {
      says: "the oracle is ridge with penalty γ²/θ² in each mode, between 0 and ∞",
      identity: ["oracleShrinkage_j", "s_j/(s_j + noiseVariance/theta_j^2)"],
    },
    {
      says: "and ridge shrinks more, the larger its penalty",
      identity: ["s_j/(s_j + x) - s_j/(s_j + z)", "s_j*(z - x)/((s_j + x)*(s_j + z))"],
    },
  ],
});

const termOfCondition = "s_j*s_k*(s_j - s_k)*(theta_j^2 - theta_k^2)/((s_j + lambda)^4*(s_k + lambda)^4)";

const everyTerm = derivation(ridgeBook, {
  name: "where θ² rises with s, no term of S is positive",
  covers: ["condition"],
  prepare: (book) =>
    book.declare({
      d: scalar("d", "positive", "s_j − s_k"),
      c: scalar("c", "nonnegative", "θ_j² − θ_k²"),
    }),
  steps: [
    {
      says: "S is minus a sum",
      identity: ["condition", `-pairs(${termOfCondition})`],
    },
    {
      says: "of terms ≥ 0, where s_j = s_k + d and θ_j² = θ_k² + c",
      sign: { of: termOfCondition, at: { "s_j - s_k": "d", "theta_j^2 - theta_k^2": "c" }, is: "nonnegative" },
    },
    {
      says: "and > 0 in a pair with c > 0, of which there is one",
      sign: {
        of: termOfCondition,
        at: { "s_j - s_k": "d", "theta_j^2 - theta_k^2": "c" },
        is: "positive",
        where: { c: "positive" },
      },
    },
  ],
});

const atTheOracle = derivation(ridgeBook, {
  name: "a student with ξ ≠ 0 that reaches the oracle needs θ² to rise strictly with s",
  covers: ["penalty"],
  prepare: (book) =>
    book.declare({
      p: scalar("p", "positive", "s_j + λ + ξs_j"),
      q: scalar("q", "positive", "s_k + λ + ξs_k"),
      d: scalar("d", "positive", "s_j − s_k"),
    }),
  steps: [
    {
      says: "its penalties are then γ²/θ², not negative, and 1 − g° > 0 as γ > 0, so s + λ + ξs > 0; θ_j² − θ_k² is γ² times",
      identity: ["1/penalty_j - 1/penalty_k", "xi^2*(s_j - s_k)/((s_j + lambda + xi*s_j)*(s_k + lambda + xi*s_k))"],
    },
    {
      says: "which is positive for s_j > s_k and ξ ≠ 0",
      sign: {
        of: "xi^2*(s_j - s_k)/((s_j + lambda + xi*s_j)*(s_k + lambda + xi*s_k))",
        at: { "s_j - s_k": "d", "s_j + lambda + xi*s_j": "p", "s_k + lambda + xi*s_k": "q" },
        is: "positive",
        where: { xi: "nonzero" },
      },
    },
  ],
});

const fallingSignal = { singularValues: [4, 2, 1, 0.5], signal: [0.5, 1, 1.5, 3], noiseVariance: 4 };

/** A student, and the ridge estimate that its penalties and the oracle's enclose. */
function simulate(lambda: number, xi: number): Check {
  const name = `a falling signal, 24 × 4: the student with λ = ${lambda}, ξ = ${xi} against one ridge`;
  const experiment = spectralExperiment({ name, rows: 24, problem: fallingSignal });
  return simulation(ridgeBook, {
    name,
    covers: ["penalty", "penalisedError"],
    comparisons: GAP_COMPARISONS,
    effort: 100,
    start: (context) => {
      const problem = ridgeProblem(fallingSignal);
      const own = new ClosedForms().perMode("penalty", problem, lambda, xi);
      const between = lambdaBetweenPenalties(problem, own)!;
      const students = [
        { lambda, xi },
        { lambda: between, xi: 0 },
      ] as const;
      return gapReplication(experiment, students, context, (forms, measured) => {
        const ridge = forms.errors(measured, between, 0).error;
        return [forms.scalar("penalisedError", measured, lambda, xi) - ridge, ridge];
      });
    },
  });
}

const samePenalties = property(ridgeBook, {
  name: "the direct student's error is that of ridge with penalty μ in each mode",
  covers: ["penalty", "penalisedError"],
  problems: ridgeCases,
  runs: 100,
  measure: directError,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda, xi }, errorAt, forms) => {
    // At s + λ = ξλ the penalty is ∞ and the shrinkage 0.
    if (problem.singularValues.some((sigma) => sigma * sigma + lambda === xi * lambda)) return null;
    const { value, bound } = errorAt(xi);
    // s + μ is off by (1 + |ξ|/2) times as many roundings as the student's shrinkage.
    const rounding = (1 + Math.abs(xi)) * closedFormRoundingBound(problem, lambda, xi);
    const closed = forms.scalar("penalisedError", problem, lambda, xi);
    return disagreement("the error with penalties", closed, { value, bound: bound + rounding });
  },
  show: showCase,
});

/** Cases whose signal falls as the singular value grows: the largest |θ| goes to the smallest σ. */
const falling: fc.Arbitrary<Case> = ridgeCases
  .filter(({ problem }) => problem.noiseVariance > 0 && problem.signal.some((theta) => theta !== 0))
  .map((example) => {
    const singularValues = example.problem.singularValues.toSorted((one, other) => other - one);
    const signal = example.problem.signal.toSorted((one, other) => Math.abs(one) - Math.abs(other));
    return { ...example, problem: ridgeProblem({ ...example.problem, singularValues, signal }) };
  });

/** The direct error of ridge at a λ that may be infinite: then the estimate is 0 and its error the squared truth. */
function ridgeError(example: Case, lambda: number): ExactExpectation {
  if (lambda < Infinity) return directError({ ...example, lambda })(0);
  const { signal, residualSignal } = example.problem;
  return { value: signal.reduce((sum, theta) => sum + theta * theta, residualSignal), bound: 0 };
}

const oneRidge = property(ridgeBook, {
  name: "where θ² falls with s, a ridge penalty between the student's and the oracle's does as well as the student",
  covers: ["penalty"],
  problems: falling,
  runs: 150,
  measure: directError,
  read: (book) => new ClosedForms(book),
  violation: (example, errorAt, forms) => {
    const { problem, lambda, xi } = example;
    const between = lambdaBetweenPenalties(problem, forms.perMode("penalty", problem, lambda, xi));
    if (between === null) return "no penalty lies between the student's and the oracle's in every mode";
    const [ridge, student] = [ridgeError(example, between), errorAt(xi)];
    if (ridge.value - ridge.bound <= student.value + student.bound) return null;
    return `ridge at λ = ${between} has error ${ridge.value}, the student ${student.value}`;
  },
  show: showCase,
});

const sorted = (order: 1 | -1): fc.Arbitrary<ExactProblem> =>
  exactProblems({ modes: { least: 2, most: 6 } }).map((problem) => ({
    ...problem,
    squaredSignal: problem.squaredSignal.toSorted((one, other) => order * Fractions.compare(one, other)),
  }));

const constant = ({ squaredSignal }: ExactProblem): boolean =>
  squaredSignal.every((square) => Fractions.equal(square, squaredSignal[0]!));

const decideWithoutSearch = property(ridgeBook, {
  name: "the two orderings decide: a falling θ² ties and a rising one wins, by enclosures found without them",
  covers: [],
  problems: fc
    .record({ order: fc.constantFrom<1 | -1>(1, -1) })
    .chain(({ order }) => sorted(order).map((problem) => ({ order, problem }))),
  runs: 150,
  // Without the theorems, which are what is checked here.
  measure: ({ problem }) => ({ searched: optimum(problem, { theorems: false }), decided: optimum(problem) }),
  read: () => null,
  violation: ({ order, problem }, { searched, decided }) => {
    const tie = order === 1 || constant(problem);
    if (decided.strictlyBetter !== !tie) return `strictlyBetter is ${decided.strictlyBetter}`;
    if (searched.strictlyBetter === tie) return `the enclosures alone say ${searched.strictlyBetter}`;
    const [, most] = searched.distillation.error;
    const [least] = searched.ridge.error;
    if (tie) return most >= least ? null : `a tie, yet ${most} lies below ${least}`;
    if (most < least || searched.condition.impliesBetter) return null;
    return `a win, yet neither does ${most} lie below ${least} nor is S < 0 shown`;
  },
  show: ({ problem }) => showOptimumCommand(problem),
});

const neitherOrder = counterexample({
  without: SIGNAL_DOES_NOT_RISE,
  says: "self-distillation may strictly beat every ridge",
  problems: exactProblems({ modes: { least: 2, most: 3 } }),
  tries: 300,
  fails: (problem) => {
    const { strictlyBetter, ridge, distillation } = optimum(problem);
    if (strictlyBetter !== true || !(distillation.error[1] < ridge.error[0])) return null;
    return `the best student's error is below ${distillation.error[1]}, every ridge's above ${ridge.error[0]}`;
  },
  show: showOptimumCommand,
});

const withoutNoise = counterexample({
  without: SOME_NOISE,
  says: "a rising θ² only ties: both reach the truth as λ → 0",
  problems: exactProblems({ modes: { least: 2, most: 3 }, noiseVariance: fc.constant(Fractions.fraction(0n)) }),
  tries: 300,
  fails: (problem) => {
    const [first, ...rest] = problem.squaredSignal;
    const rises = rest.length > 0 && rest.every((square) => Fractions.compare(first!, square) > 0);
    const { strictlyBetter, reason } = optimum(problem);
    return rises && strictlyBetter === false ? reason : null;
  },
  show: showOptimumCommand,
});

const constantSignal = counterexample({
  without: SIGNAL_DOES_NOT_FALL,
  says: "an equal θ² only ties: ridge attains the oracle",
  problems: smallFractions(1).chain((square) =>
    exactProblems({ modes: { least: 2, most: 3 }, squaredSignal: fc.constant(square) }),
  ),
  tries: 100,
  fails: (problem) => {
    const { strictlyBetter, reason } = optimum(problem);
    return strictlyBetter === false ? reason : null;
  },
  show: showOptimumCommand,
});

/*
 * The proof of (i) from its steps. In each mode the student is ridge with a penalty μ_j that falls with s_j, the oracle is ridge
 * with a penalty γ²/θ_j² that does not. So one λ′ lies between the two in every mode: up to the last mode, by falling s, where
 * μ_j < γ²/θ_j², below its γ²/θ_j², and from the next mode on below μ_j. Moving each mode from μ_j towards γ²/θ_j² lowers its
 * error, so ridge at λ′ is no worse than the student.
 */
export const ordering: Claim = {
  ...statement,
  dependsOn: ["ridge/expected-error", "ridge/oracle", "ridge/distillation-beats-regularization"],
  book: ridgeBook,
  checks: [
    penalties,
    convexity,
    everyTerm,
    atTheOracle,
    simulate(1, 1.5),
    simulate(4, -1.25),
    samePenalties,
    oneRidge,
    decideWithoutSearch,
    neitherOrder,
    withoutNoise,
    constantSignal,
  ],
};
