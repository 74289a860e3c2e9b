import fc from "fast-check";
import type { Matrix } from "ml-matrix";
import {
  certificate,
  type Check,
  type Claim,
  counterexample,
  derivation,
  property,
  simulation,
} from "../../src/evidence/index.ts";
import { enclose, type Fraction, Fractions, type Interval, Intervals, perMode } from "../../src/formula/index.ts";
import {
  exactProblems,
  type Experiment,
  metricBook,
  metricForms,
  showCase,
  showExactProblem,
  smallFractions,
} from "../../src/ridge/index.ts";
import {
  DESIGN,
  FIXED_METRIC,
  OVER_REGULARISED,
  POSITIVE_LAMBDA,
  SEMIDEFINITE_METRIC,
  WHITE_NOISE,
} from "./hypotheses.ts";
import { disagreement } from "./methods/direct-error.ts";
import { exactStudents, ratio, showExactStudent, valueAt, zero } from "./methods/exact-students.ts";
import { errorsInMetric, metricCases, randomFactor } from "./methods/metric-error.ts";
import { METRIC_COMPARISONS, metricReplication } from "./methods/metric-replication.ts";
import { experimentOn } from "./methods/on-designs.ts";

const statement = {
  id: "ridge/sign-rule",
  title:
    "The best imitation corrects the regularization: ξ* < 0 where the teacher's error rises in λ, > 0 where it falls",
  source: "Dang, Patil & Rinaldo 2026, the sign of the optimal mixing weight",
  statement:
    "In every fixed error metric M ≥ 0, N = −(λ/2) ∂e(λ, 0)/∂λ. So where D > 0, ξ*(λ) has the sign of −∂e(λ, 0)/∂λ, and is 0 at an interior optimal λ. Where D = 0, as may be for a singular M, N = 0 too: the error is the same for every ξ, and there is no ξ*.",
  hypotheses: [POSITIVE_LAMBDA, DESIGN, WHITE_NOISE, SEMIDEFINITE_METRIC, FIXED_METRIC, OVER_REGULARISED],
};

const euclidean = derivation(metricBook, {
  name: "N is minus half the slope of the teacher's error in log λ",
  covers: ["N", "teacherSlope"],
  hypotheses: { stationary: { says: "λ is stationary for the teacher's error", zero: "teacherSlope" } },
  steps: [
    { says: "λ de(λ, 0)/dλ = −2N", identity: ["lambda*teacherSlope", "-2*N"] },
    {
      says: "so at an interior optimal λ, N = 0 and ξ* = 0",
      identity: ["N", "0"],
      given: { hypothesis: "stationary", times: "-lambda/2" },
    },
  ],
});

const directional = ["directionError", "directionN", "directionD"];

// A positive semidefinite M is a sum of squares ⟨m, ·⟩²: what is shown here for one direction m adds up over them.
const anyMetric = derivation(metricBook, {
  name: "the same in one direction m, and so in every metric",
  covers: directional,
  prepare: (book) => book.declare({ w: perMode("w", "real", "the noise along the mode: ⟨u_j, η⟩/σ_j") }),
  hypotheses: { unmoved: { says: "the mean estimate does not move along m", zero: "sum(m_j*t_j*theta_j)" } },
  steps: [
    {
      says: "the error is the square of what the mean estimate lacks, and Σ E m²g²w², as the w_j are uncorrelated",
      expectation: {
        of: "(m_j*g_j*w_j)^2",
        over: "w_j",
        moments: ["1", "0", "noiseVariance/s_j"],
        equals: "directionError - (outside + sum(m_j*(theta_j - g_j*theta_j)))^2",
      },
    },
    {
      says: "the error is a quadratic in ξ",
      identity: ["directionError", "at(directionError, xi, 0) - 2*directionN*xi + directionD*xi^2"],
    },
    { says: "λ de_m(λ, 0)/dλ = −2N_m", identity: ["lambda*diff(at(directionError, xi, 0), lambda)", "-2*directionN"] },
    {
      says: "D_m is a square and terms",
      identity: ["directionD - sum(m_j*t_j*theta_j)^2", "sum(m_j^2*t_j^2*noiseVariance/s_j)"],
    },
    { says: "that are ≥ 0", sign: { of: "m_j^2*t_j^2*noiseVariance/s_j", is: "nonnegative" } },
    {
      says: "where D_m = 0 the square is 0, which leaves of N_m these terms",
      identity: ["directionN", "sum(m_j^2*a_j*t_j*noiseVariance/s_j)"],
      given: { hypothesis: "unmoved", times: "-(outside + sum(m_j*b_j*theta_j))" },
    },
    {
      says: "each a multiple of a term of D_m, which is 0: so N_m = 0",
      identity: ["m_j^2*a_j*t_j*noiseVariance/s_j", "(a_j/t_j)*(m_j^2*t_j^2*noiseVariance/s_j)"],
    },
  ],
});

const number = (value: number): Interval => Intervals.interval(value);
// Rounded to nearest, so √2 lies between the neighbours.
const rootOfTwo = Intervals.interval(Intervals.below(Math.SQRT2), Intervals.above(Math.SQRT2));

// λ in each of these intervals, before and after each λ at which the teacher's error is stationary.
const SIGNS = [
  { from: 10.3, to: 10.3001, sign: 1 },
  { from: 10.32, to: 10.3201, sign: -1 },
  { from: 122.76, to: 122.7601, sign: -1 },
  { from: 122.77, to: 122.7701, sign: 1 },
  { from: 1324.6, to: 1324.601, sign: 1 },
  { from: 1324.7, to: 1324.701, sign: -1 },
] as const;

const alternates = certificate(metricBook, {
  name: "for s = (200, 1), θ² = (0, 2), γ² = 20 the sign of ξ* is +, −, +, − as λ grows",
  covers: ["N"],
  certify: (book) => {
    const N = book.expand("N");
    for (const { from, to, sign } of SIGNS) {
      const { lower, upper } = enclose(N, {
        modes: 2,
        scalars: { lambda: Intervals.interval(from, to), noiseVariance: number(20) },
        perMode: { s: [number(200), number(1)], theta: [number(0), rootOfTwo] },
      });
      if (sign > 0 ? !(lower > 0) : !(upper < 0)) {
        return { verdict: "refuted", detail: `N lies in [${lower}, ${upper}] for λ in [${from}, ${to}]` };
      }
    }
    const places = SIGNS.map(({ from, sign }) => `${sign > 0 ? "+" : "−"} at λ = ${from}`);
    return { verdict: "supported", detail: `N is ${places.join(", ")}, on a box of λ each` };
  },
});

function simulate(experiment: Experiment, metric: string, factor: Matrix, covers: readonly string[]): Check {
  const { design } = experiment;
  const there = { ...experiment, name: `${design.rows} × ${design.columns}, ${metric}` };
  return simulation(metricBook, {
    name: there.name,
    covers,
    comparisons: METRIC_COMPARISONS,
    effort: design.rows * design.columns,
    start: (context) => metricReplication(there, factor, context),
  });
}

const tall = experimentOn("tall");
const wide = experimentOn("wide");

const inEveryMetric = property(metricBook, {
  name: "in random metrics that do not commute with XᵀX, N = −½ de/d log λ of direct teachers, and ξ* has its sign",
  covers: directional,
  problems: metricCases,
  runs: 60,
  measure: errorsInMetric,
  read: (book) => metricForms(book),
  violation: ({ problem, lambda, xi }, { directions, commutes, error, teacherError, N, D, slope }, forms) => {
    if (commutes) return "the metric commutes with XᵀX";
    const closed = forms(problem, lambda, xi, directions);
    const { directionN, directionD } = closed;
    const wrong =
      disagreement("the error", closed.directionError, error) ??
      disagreement("N", directionN, N) ??
      disagreement("D", directionD, D) ??
      disagreement("the slope in log λ is −2N, which", -2 * directionN, slope);
    if (wrong !== null) return wrong;
    // N² ≤ eD is the Cauchy–Schwarz inequality of the two parts of the error, u and v: where D = 0, N = 0 too.
    const most = Math.sqrt((teacherError.value + teacherError.bound) * Math.max(0, D.value + D.bound));
    if (!(Math.abs(N.value) - N.bound <= most)) return `N is ${N.value} where D is ${D.value}`;
    // Where the slope is seen, ξ* = N/D has the other sign.
    if (Math.abs(slope.value) <= slope.bound || Math.sign(directionN / directionD) === -Math.sign(slope.value))
      return null;
    return `ξ* is ${directionN / directionD} where the slope is ${slope.value}`;
  },
  show: showCase,
});

const LADDER = Array.from({ length: 14 }, (_, exponent) => ratio(2 ** Math.trunc(exponent)));

const overOptimal = counterexample({
  without: OVER_REGULARISED,
  says: "ξ* can be > 0 although λ exceeds an optimal one",
  problems: fc
    .record({
      first: fc.integer({ min: 100, max: 400 }),
      square: smallFractions(1),
      noiseVariance: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ first, square, noiseVariance }) => ({
      squaredSingularValues: [ratio(first), ratio(1)],
      squaredSignal: [zero, square],
      noiseVariance: ratio(noiseVariance),
      residualSignal: zero,
    })),
  tries: 200,
  // N > 0, N < 0, N > 0 as λ grows: the error falls to a minimum, rises, and falls again.
  fails: (problem) => {
    const values = LADDER.map((lambda) => ({ lambda, N: valueAt("N", { problem, lambda, xi: zero }) }));
    const under = values.find(({ N }) => Fractions.sign(N) > 0);
    const over = values.find(({ lambda, N }) => under && isAbove(lambda, under.lambda) && Fractions.sign(N) < 0);
    const beyond = values.find(({ lambda, N }) => over && isAbove(lambda, over.lambda) && Fractions.sign(N) > 0);
    if (beyond === undefined) return null;
    const [low, middle, high] = [under!, over!, beyond].map(({ lambda }) => Fractions.show(lambda));
    const N = Fractions.show(beyond.N);
    return `the error falls at λ = ${low} and rises at ${middle}, with a minimum between; yet at λ = ${high} N = ${N} > 0`;
  },
  show: showExactProblem,
});

function isAbove(left: Fraction, right: Fraction): boolean {
  return Fractions.compare(left, right) > 0;
}

const indefinite = counterexample({
  without: SEMIDEFINITE_METRIC,
  says: "ξ* = N/D need not be a minimum",
  problems: exactProblems({ modes: { least: 2, most: 2 } }),
  tries: 100,
  // M = v₁v₁ᵀ − v₂v₂ᵀ: N and D are those of the first mode less those of the second.
  fails: (problem) => {
    const inMode = (formula: string, j: number): Fraction => {
      const squaredSingularValues = [problem.squaredSingularValues[j]!];
      const alone = { ...problem, squaredSingularValues, squaredSignal: [problem.squaredSignal[j]!] };
      return valueAt(formula, { problem: alone, lambda: ratio(1), xi: zero });
    };
    const [N, D] = ["N", "D"].map((formula) => Fractions.subtract(inMode(formula, 0), inMode(formula, 1)));
    if (Fractions.sign(D!) >= 0 || Fractions.sign(N!) === 0) return null;
    const quadratic = `N = ${Fractions.show(N!)} and D = ${Fractions.show(D!)} < 0`;
    return `with M = v₁v₁ᵀ − v₂v₂ᵀ, ${quadratic} at λ = 1: the error has no least value`;
  },
  show: showExactProblem,
});

const changing = counterexample({
  without: FIXED_METRIC,
  says: "the slope of the teacher's error can have the sign of ξ*",
  problems: exactStudents({ modes: { least: 1, most: 2 } }),
  tries: 100,
  // M = λI: the error is λe, of slope e + λe′, and ξ* is that of e.
  fails: (student) => {
    const slope = valueAt("at(error, xi, 0) + lambda*teacherSlope", student);
    const xi = valueAt("optimalXi", student);
    if (Fractions.sign(slope) === 0 || Fractions.sign(slope) !== Fractions.sign(xi)) return null;
    return `with M = λI the slope is ${Fractions.show(slope)} and ξ* = ${Fractions.show(xi)}`;
  },
  show: showExactStudent,
});

export const signRule: Claim = {
  ...statement,
  dependsOn: ["ridge/optimal-xi"],
  book: metricBook,
  checks: [
    euclidean,
    anyMetric,
    alternates,
    simulate(tall, "a random metric of rank 5", randomFactor(5, 12, 0), directional),
    simulate(tall, "the prediction error XᵀX", tall.design, []),
    simulate(wide, "a random metric of rank 10", randomFactor(10, 40, 0), directional),
    inEveryMetric,
    overOptimal,
    indefinite,
    changing,
  ],
};
