import fc from "fast-check";
import { type Check, type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { Book, evaluate, type Fraction, Fractions, perMode, scalar } from "../../src/formula/index.ts";
import {
  boundedStudents,
  type Case,
  ClosedForms,
  closedFormRoundingBound,
  exactValue,
  type ExactExpectation,
  exactExpectedError,
  type Experiment,
  gaussianExperiments,
  NormalEquations,
  otherNoiseExperiments,
  realise,
  ridgeBook,
  ridgeCases,
  ridgeProblem,
  showCase,
  smallFractions,
  UNIT_ROUNDOFF,
} from "../../src/ridge/index.ts";
import { DESIGN, POSITIVE_LAMBDA, WHITE_NOISE } from "./hypotheses.ts";
import { ratio, signedFractions } from "./methods/exact-students.ts";
import { errorComparisons, errorReplication } from "./methods/replications.ts";

const statement = {
  id: "ridge/expected-error",
  title: "The expected error is squared bias plus variance, mode by mode",
  source: "Das & Sanghavi 2023, bias and variance of the student in linear regression",
  statement:
    "e(λ, ξ) = E‖θ_S − θ*‖² = θ_⊥² + Σ_j (1 − g_j)² θ_j² + Σ_j g_j² γ²/s_j, for any uncorrelated noise of equal variance.",
  hypotheses: [POSITIVE_LAMBDA, DESIGN, WHITE_NOISE, "Gaussian η for the variance of the squared distance only"],
};

// w_j = ⟨u_j, η⟩/σ_j has mean 0 and variance γ²/s_j, and w_j, w_k are uncorrelated, as the u_j are orthonormal.
const secondMoments = ["1", "0", "noiseVariance/s_j"];
const gaussianMoments = [...secondMoments, "0", "3*(noiseVariance/s_j)^2"];

const byMoments = derivation(ridgeBook, {
  name: "squared bias and variance from the first two moments of the noise",
  covers: ["a", "b", "g", "h", "squaredBias", "variance", "error", "errorVariance"],
  prepare: (book) => book.declare({ w: perMode("w", "real", "the noise along the mode: ⟨u_j, η⟩/σ_j") }),
  steps: [
    { says: "a solves the teacher's normal equation", identity: ["s_j*(1 - a_j)", "lambda*a_j"] },
    { says: "b is what a lacks to 1", identity: ["a_j + b_j", "1"] },
    { says: "g solves the student's normal equation", identity: ["(s_j + lambda)*g_j", "s_j*(xi*a_j + (1 - xi))"] },
    { says: "h is what g lacks to 1", identity: ["g_j + h_j", "1"] },
    {
      says: "the squared bias is the squared distance of the mean estimate to the truth",
      identity: ["squaredBias", "residualSignal + sum((g_j*theta_j - theta_j)^2)"],
    },
    {
      says: "the variance is the expected squared deviation from the mean estimate",
      expectation: {
        of: "(g_j*(theta_j + w_j) - g_j*theta_j)^2",
        over: "w_j",
        moments: secondMoments,
        equals: "variance",
      },
    },
    { says: "the error is the two together", identity: ["error", "squaredBias + variance"] },
    {
      says: "the expected squared distance to the truth",
      expectation: {
        of: "(g_j*(theta_j + w_j) - theta_j)^2",
        over: "w_j",
        moments: secondMoments,
        equals: "error - residualSignal",
      },
    },
    {
      says: "for Gaussian noise, the variance of the squared distance from its fourth moment",
      expectation: {
        of: "((g_j*(theta_j + w_j) - theta_j)^2 - h_j^2*theta_j^2 - g_j^2*noiseVariance/s_j)^2",
        over: "w_j",
        moments: gaussianMoments,
        equals: "errorVariance",
      },
    },
  ],
});

const simulated = ["a", "b", "g", "h", "squaredBias", "variance", "error"];
// The error holds the squares of g and h alone; ridge/student-estimator checks g itself, and a property below h.
const averaged = ["a", "b", "squaredBias", "variance", "error"];

function simulate(experiment: Experiment, covers: readonly string[]): Check {
  return simulation(ridgeBook, {
    name: experiment.name,
    covers,
    comparisons: errorComparisons(experiment),
    effort: experiment.design.rows * experiment.design.columns,
    start: (context) => errorReplication(experiment, context),
  });
}

/** The direct expected error in a case's design, with another rotation if asked. */
function expected(example: Case, rotation = example.rotation, factors = { design: 1, labels: 1 }): ExactExpectation {
  const { design, singularValues, parameter } = realise({ ...example, rotation });
  return exactExpectedError(
    new NormalEquations(design.mul(factors.design)),
    singularValues.map((value) => value * factors.design),
    parameter.mul(factors.labels / factors.design),
    example.problem.noiseVariance * factors.labels ** 2,
    { lambda: example.lambda * factors.design ** 2, xi: example.xi },
  );
}

const exactly = property(ridgeBook, {
  name: "the error is the exact average over noise that is uncorrelated but not independent",
  covers: averaged,
  problems: ridgeCases,
  runs: 150,
  measure: (example) => expected(example),
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda, xi }, { value, bound }, forms) => {
    const { error } = forms.errors(problem, lambda, xi);
    const allowed = bound + closedFormRoundingBound(problem, lambda, xi);
    if (Math.abs(error - value) <= allowed) return null;
    return `the closed form gives ${error} and the average over all noise ${value}; rounding explains ${allowed}`;
  },
  show: showCase,
});

const biased = property(ridgeBook, {
  name: "without noise the direct student falls short of the truth by h times the signal, mode by mode",
  covers: ["a", "b", "h"],
  problems: ridgeCases,
  runs: 150,
  measure: (example) => {
    const { design, singularValues, parameter, right } = realise(example);
    const { students, bounds } = boundedStudents(
      new NormalEquations(design),
      singularValues,
      design.mmul(parameter),
      example,
    );
    const coordinates = right.transpose().mmul(students).to1DArray();
    // The truth and the coordinates are rounded too, in a basis that is orthonormal up to rounding.
    const rotation = 40 * Math.max(design.rows, design.columns) * UNIT_ROUNDOFF * parameter.norm("frobenius");
    return { coordinates, bound: bounds[0]! + rotation };
  },
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda, xi }, { coordinates, bound }, forms) => {
    const lacking = forms.perMode("h", problem, lambda, xi);
    const off = problem.signal.findIndex(
      (theta, j) => !(Math.abs(theta - coordinates[j]! - lacking[j]! * theta) <= bound),
    );
    if (off < 0) return null;
    const shortfall = problem.signal[off]! - coordinates[off]!;
    return `mode ${off} falls short by ${shortfall} and the closed form says ${lacking[off]! * problem.signal[off]!}`;
  },
  show: showCase,
});

const rotated = property(ridgeBook, {
  name: "rotating the design, its labels and the truth leaves the error unchanged",
  covers: [],
  problems: ridgeCases,
  runs: 100,
  measure: (example) => [expected(example), expected(example, example.rotation + 1)] as const,
  read: () => null,
  violation: (_, [one, other]) => {
    const allowed = one.bound + other.bound;
    if (Math.abs(one.value - other.value) <= allowed) return null;
    return `the error is ${one.value} in one pair of bases and ${other.value} in another; rounding explains ${allowed}`;
  },
  show: showCase,
});

// Powers of two scale floating-point numbers without rounding, so equality is exact.
const scaled = property(ridgeBook, {
  name: "rescaling X by c, λ by c², labels and noise by k rescales the error by (k/c)², exactly",
  covers: [],
  problems: ridgeCases,
  runs: 100,
  measure: (example) => ({
    direct: expected(example).value,
    rescaled: expected(example, example.rotation, { design: 4, labels: 1 / 2 }).value,
  }),
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda, xi }, { direct, rescaled }, forms) => {
    const other = ridgeProblem({
      singularValues: problem.singularValues.map((value) => 4 * value),
      signal: problem.signal.map((value) => value / 8),
      noiseVariance: problem.noiseVariance / 4,
      residualSignal: problem.residualSignal / 64,
    });
    const closed = forms.errors(problem, lambda, xi).error;
    const closedRescaled = forms.errors(other, 16 * lambda, xi).error;
    if (64 * closedRescaled !== closed) return `the closed form gives ${closed} and, rescaled, ${64 * closedRescaled}`;
    return 64 * rescaled === direct ? null : `direct fits give ${direct} and, rescaled, ${64 * rescaled}`;
  },
  show: showCase,
});

// A design with σ_1, …, σ_d on its diagonal: one label per mode, and the normal equations solved mode by mode.
const diagonalBook = Book.define(
  {
    sigma: perMode("\\sigma", "positive", "entry of the diagonal design"),
    theta: perMode("\\theta", "real", "the truth"),
    y: perMode("y", "real", "label"),
    lambda: scalar("\\lambda", "positive", "regularization"),
    xi: scalar("\\xi", "real", "imitation parameter"),
  },
  {
    teacher: { latex: "\\theta_T", meaning: "teacher", text: "sigma_j*y_j/(sigma_j^2 + lambda)" },
    student: {
      latex: "\\theta_S",
      meaning: "student",
      text: "sigma_j*(xi*sigma_j*teacher_j + (1 - xi)*y_j)/(sigma_j^2 + lambda)",
    },
    distance: { latex: "\\delta", meaning: "squared distance to the truth", text: "sum((student_j - theta_j)^2)" },
  },
);

const list = (values: readonly Fraction[]): string => `(${values.map(Fractions.show).join(", ")})`;
const twice = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { minLength: 2, maxLength: 2 });

const unequalVariances = counterexample({
  without: WHITE_NOISE,
  says: "labels whose variances differ, with the mean γ², have another error",
  problems: fc.record({
    sigma: twice(smallFractions(1)),
    theta: twice(signedFractions),
    deviations: twice(smallFractions(0)),
    lambda: smallFractions(1),
    xi: signedFractions,
  }),
  tries: 100,
  fails: ({ sigma, theta, deviations, lambda, xi }) => {
    // The noise is ± its deviation in each label: four labellings, equally probable.
    const signs = [-1, 1].flatMap((first) => [-1, 1].map((second) => [ratio(first), ratio(second)]));
    const distances = signs.map((sign) => {
      const y = sigma.map((value, j) =>
        Fractions.add(Fractions.multiply(value, theta[j]!), Fractions.multiply(sign[j]!, deviations[j]!)),
      );
      return evaluate(diagonalBook.expand("distance"), {
        modes: 2,
        scalars: { lambda, xi },
        perMode: { sigma, theta, y },
      });
    });
    const square = (value: Fraction): Fraction => Fractions.power(value, 2);
    const mean = (values: readonly Fraction[]): Fraction =>
      Fractions.multiply(values.reduce(Fractions.add), ratio(1, values.length));
    const problem = {
      squaredSingularValues: sigma.map(square),
      squaredSignal: theta.map(square),
      noiseVariance: mean(deviations.map(square)),
      residualSignal: ratio(0),
    };
    const [average, closed] = [mean(distances), exactValue("error", problem, { lambda, xi })];
    if (Fractions.equal(average, closed)) return null;
    return `the average over all labels is ${Fractions.show(average)} and the closed form ${Fractions.show(closed)}`;
  },
  show: ({ sigma, theta, deviations, lambda, xi }) =>
    `X = diag${list(sigma)}, θ* = ${list(theta)}, deviations ${list(deviations)}, λ = ${Fractions.show(lambda)}, ξ = ${Fractions.show(xi)}`,
});

export const expectedError: Claim = {
  ...statement,
  dependsOn: ["ridge/student-estimator"],
  book: ridgeBook,
  checks: [
    byMoments,
    ...gaussianExperiments().map((experiment) => simulate(experiment, [...simulated, "errorVariance"])),
    ...otherNoiseExperiments().map((experiment) => simulate(experiment, simulated)),
    exactly,
    biased,
    rotated,
    scaled,
    unequalVariances,
  ],
};
