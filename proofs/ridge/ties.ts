import { Matrix } from "ml-matrix";
import { type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { Fractions, scalar } from "../../src/formula/index.ts";
import {
  type Case,
  ClosedForms,
  closedFormRoundingBound,
  type Experiment,
  problemFromDesign,
  ridgeBook,
  ridgeCases,
  type RidgeProblem,
  showCase,
  singularBasis,
} from "../../src/ridge/index.ts";
import { DESIGN, EQUAL_SPECTRUM_OR_SIGNAL, NOISE_AND_SIGNAL, POSITIVE_LAMBDA, WHITE_NOISE } from "./hypotheses.ts";
import { directError, disagreement, weighted } from "./methods/direct-error.ts";
import { exactStudents, oracleStudents, showExactStudent, valueAt, withoutNoise } from "./methods/exact-students.ts";
import { meanReplication } from "./methods/mean-replication.ts";
import { experimentOn } from "./methods/on-designs.ts";

const statement = {
  id: "ridge/ties",
  title: "Where all s_j, or all θ_j², are equal, self-distillation cannot beat the best ridge",
  source: "new here",
  statement:
    "Let γ > 0 and θ ≠ 0. If all s_j are equal, the least error over all (λ, ξ) is that of ridge at λ = γ² r/Σ_j θ_j²: self-distillation ties, and is above the oracle unless the θ_j² are equal too. If all θ_j² = τ² > 0, ridge at λ = γ²/τ² is the oracle.",
  hypotheses: [POSITIVE_LAMBDA, DESIGN, WHITE_NOISE, NOISE_AND_SIGNAL, EQUAL_SPECTRUM_OR_SIGNAL],
};

const equalSpectrum = derivation(ridgeBook, {
  name: "where all s_j are equal there is one shrinkage, and ridge reaches the best one",
  covers: ["commonLambda", "commonError"],
  prepare: (book) =>
    book.declare({
      common: scalar("s", "positive", "the s_j of all modes"),
      x: scalar("x", "real", "the shrinkage of all modes"),
      p: scalar("p", "nonnegative", "Σ θ_j²"),
      q: scalar("q", "nonnegative", "Σ γ²/s_j"),
    }),
  steps: [
    {
      says: "the error is (1 − x)²p + x²q at the shrinkage x that all modes have",
      identity: [
        "at(error, s, common)",
        "residualSignal + at((1 - x)^2*sum(theta_j^2) + x^2*sum(noiseVariance/common), x, at(g_j, s, common))",
      ],
    },
    {
      says: "the least value is pq/(p + q), and any other x is worse by a square",
      identity: ["(1 - x)^2*p + x^2*q - p*q/(p + q)", "(p + q)*(x - p/(p + q))^2"],
    },
    {
      says: "with a factor > 0 where there is signal and noise",
      sign: { of: "p + q", is: "positive", where: { p: "positive", q: "positive" } },
    },
    {
      says: "that value is the closed form",
      identity: [
        "commonError - residualSignal",
        "sum(theta_j^2)*sum(noiseVariance/s_j)/(sum(theta_j^2) + sum(noiseVariance/s_j))",
      ],
    },
    {
      says: "ridge has the shrinkage p/(p + q) at λ = sq/p = γ² Σ1/Σθ²",
      identity: [
        "at(at(a_j, lambda, commonLambda), s, common)",
        "sum(theta_j^2)/(sum(theta_j^2) + sum(noiseVariance/common))",
      ],
    },
    {
      says: "that λ is > 0 where there is noise: so are the terms of q",
      sign: { of: "noiseVariance/common", is: "positive", where: { noiseVariance: "positive" } },
    },
    { says: "and those of p are ≥ 0 in every mode", sign: { of: "theta_j^2", is: "nonnegative" } },
    {
      says: "and > 0 in a mode with signal, of which there is one",
      sign: { of: "theta_j^2", is: "positive", where: { theta_j: "nonzero" } },
    },
  ],
});

const beyondReach = derivation(ridgeBook, {
  name: "one shrinkage for all modes is the oracle's only where the θ_j² are equal too",
  covers: ["oracleShrinkage", "oracleExcess"],
  prepare: (book) =>
    book.declare({
      common: scalar("s", "positive", "the s_j of all modes"),
      excess: scalar("d", "positive", "θ_j² − θ_k²"),
    }),
  steps: [
    {
      says: "what is lost against the oracle is a sum of squares",
      identity: ["error - oracleError", "oracleExcess"],
    },
    {
      says: "of g less the oracle's shrinkage",
      identity: ["oracleExcess", "sum((theta_j^2 + noiseVariance/s_j)*(g_j - oracleShrinkage_j)^2)"],
    },
    {
      says: "and two modes' oracles differ where their θ² do",
      identity: [
        "at(oracleShrinkage_j - oracleShrinkage_k, s, common)",
        "common*noiseVariance*(theta_j^2 - theta_k^2)/((common*theta_j^2 + noiseVariance)*(common*theta_k^2 + noiseVariance))",
      ],
    },
    {
      says: "where there is noise the larger θ² has the larger one",
      sign: {
        of: "oracleShrinkage_j - oracleShrinkage_k",
        at: { s_j: "common", s_k: "common", "theta_j^2": "theta_k^2 + excess" },
        is: "positive",
        where: { noiseVariance: "positive" },
      },
    },
  ],
});

const equalSignal = derivation(ridgeBook, {
  name: "where all θ_j² are equal, ridge at λ = γ²/τ² is the oracle",
  covers: ["oracleShrinkage", "oracleError"],
  prepare: (book) => book.declare({ tau: scalar("\\tau", "positive", "the size of every θ_j") }),
  steps: [
    {
      says: "its shrinkage is the oracle's, whatever the s_j",
      identity: ["at(a_j, lambda, noiseVariance/tau^2)", "at(oracleShrinkage_j, theta, tau)"],
    },
    {
      says: "and so is its error",
      identity: ["at(at(at(error, xi, 0), lambda, noiseVariance/tau^2), theta, tau)", "at(oracleError, theta, tau)"],
    },
    {
      says: "that λ is > 0 where there is noise",
      sign: { of: "noiseVariance/tau^2", is: "positive", where: { noiseVariance: "positive" } },
    },
    {
      says: "without equal θ² the oracle is no ridge: it is one where λ θ_j² = γ² for each j",
      identity: [
        "a_j - oracleShrinkage_j",
        "s_j*(noiseVariance - lambda*theta_j^2)/((s_j + lambda)*(s_j*theta_j^2 + noiseVariance))",
      ],
    },
  ],
});

/** The ξ with which the student at λ shrinks a mode by g. */
function xiFor(shrinkage: number, s: number, lambda: number): number {
  const b = lambda / (s + lambda);
  return (1 - shrinkage / (1 - b)) / b;
}

const bestRidge = (problem: RidgeProblem): number => new ClosedForms().scalar("commonLambda", problem, 1, 0);

/** The best ridge, and two pairs with ξ < 0 and ξ > 0 that shrink as much. */
function equalSpectrumSimulation(experiment: Experiment): ReturnType<typeof simulation> {
  const { design, parameter, noiseVariance } = experiment;
  const problem = problemFromDesign(design, parameter, noiseVariance);
  const s = problem.singularValues[0]! ** 2;
  const lambda = bestRidge(problem);
  const students = [1, 1 / 2, 2].map((factor) => {
    const xi = factor === 1 ? 0 : xiFor(s / (s + lambda), s, factor * lambda);
    return {
      who: xi === 0 ? "the best ridge" : `the student with ξ = ${xi.toPrecision(3)} that shrinks as much`,
      lambda: factor * lambda,
      xi,
      expected: (forms: ClosedForms) => forms.scalar("commonError", problem, lambda, 0),
    };
  });
  return simulation(ridgeBook, {
    name: experiment.name,
    covers: ["commonError"],
    comparisons: students.length,
    effort: design.rows * design.columns,
    start: (context) => meanReplication(experiment, students, context),
  });
}

/** Ridge at γ²/τ² on a design with any spectrum, where θ_j = ±τ. */
function equalSignalSimulation(experiment: Experiment): ReturnType<typeof simulation> {
  const { design, noiseVariance } = experiment;
  const { right } = singularBasis(design);
  const tau = 2;
  const signs = Array.from({ length: right.columns }, (_, j) => (j % 3 === 0 ? -tau : tau));
  const name = `${design.rows} × ${design.columns}, equal θ_j²`;
  const there = { ...experiment, name, parameter: right.mmul(Matrix.columnVector(signs)).to1DArray() };
  const lambda = noiseVariance / tau ** 2;
  const expected = (forms: ClosedForms, problem: RidgeProblem): number =>
    forms.scalar("oracleError", problem, lambda, 0);
  return simulation(ridgeBook, {
    name,
    covers: [],
    comparisons: 1,
    effort: design.rows * design.columns,
    start: (context) => meanReplication(there, [{ who: "ridge at λ = γ²/τ²", lambda, xi: 0, expected }], context),
  });
}

// With next to no noise the best λ is as small, and a system that is singular but for λ cannot be solved in floating point.
const noisyCases = ridgeCases.filter(({ problem }) => problem.noiseVariance >= 1 / 8);

const withEqualSpectrum = noisyCases
  .filter(({ problem }) => problem.signal.some((theta) => theta !== 0))
  .map((example): Case => {
    const { problem } = example;
    const singularValues = problem.singularValues.map(() => problem.singularValues[0]!);
    return { ...example, problem: { ...problem, singularValues } };
  });

const ridgeIsBest = property(ridgeBook, {
  name: "with equal s_j, direct ridge at λ = γ² Σ1/Σθ² has the error of the closed form, and no direct student less",
  covers: ["commonLambda", "commonError"],
  problems: withEqualSpectrum,
  runs: 100,
  measure: (example) => ({
    ridgeAt: (lambda: number) => directError({ ...example, lambda })(0),
    student: directError(example)(example.xi),
  }),
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda, xi }, { ridgeAt, student }, forms) => {
    const best = forms.scalar("commonLambda", problem, lambda, xi);
    if (!(best > 0 && best < Infinity)) return `the best λ is ${best}`;
    const least = forms.scalar("commonError", problem, lambda, xi);
    const exact = new ClosedForms().scalar("commonError", problem, lambda, xi);
    // All its terms are ≥ 0: some r + 10 roundings. λ is rounded too, which the error, flat there, sees in second order.
    const rounding = (problem.signal.length + 10) * Number.EPSILON * exact;
    const widened = ({ value, bound }: ReturnType<typeof ridgeAt>): ReturnType<typeof ridgeAt> =>
      weighted([
        [1, { value, bound }],
        [1, { value: 0, bound: rounding }],
      ]);
    const wrong = disagreement("the best ridge's error", least, widened(ridgeAt(best)));
    if (wrong !== null) return wrong;
    const { value, bound } = widened(student);
    return value + bound >= least ? null : `the student's error is ${value}, below ${least} of the best ridge`;
  },
  show: showCase,
});

const withEqualSignal = noisyCases.map((example): Case => {
  const { problem } = example;
  const tau = Math.abs(problem.signal[0]!) + 1 / 8;
  const signal = problem.signal.map((theta) => (theta < 0 ? -tau : tau));
  return { ...example, problem: { ...problem, signal } };
});

const ridgeIsOracle = property(ridgeBook, {
  name: "with equal θ_j², direct ridge at λ = γ²/τ² has the oracle's error, and no direct student less",
  covers: [],
  problems: withEqualSignal,
  runs: 100,
  measure: (example) => {
    const lambda = example.problem.noiseVariance / example.problem.signal[0]! ** 2;
    return { lambda, best: directError({ ...example, lambda })(0), student: directError(example)(example.xi) };
  },
  read: (book) => new ClosedForms(book),
  violation: ({ problem }, { lambda, best, student }, forms) => {
    const least = forms.scalar("oracleError", problem, lambda, 0);
    // Terms ≥ 0 again; the direct error's bound has the closed form's for the same student.
    const rounding = closedFormRoundingBound(problem, lambda, 0);
    const wrong = disagreement("ridge's error at γ²/τ²", least, { ...best, bound: best.bound + rounding });
    if (wrong !== null || student.value + student.bound + rounding >= least) return wrong;
    return `the student's error is ${student.value}, below ${least} of ridge`;
  },
  show: showCase,
});

const onlyInTheLimit = counterexample({
  without: NOISE_AND_SIGNAL,
  says: "some student is perfect where ridge is so in the limit λ → 0 alone",
  // One mode, so that all s_j are equal. 1 − g = b(1 + ξa) vanishes at ξ = −1/a = −(s + λ)/s, while b > 0.
  problems: exactStudents({ ...withoutNoise, modes: { least: 1, most: 1 } }).map((student) => ({
    ...student,
    xi: valueAt("-(sum(1/a_j))", student),
  })),
  tries: 20,
  fails: (student) => {
    const [error, ridge] = [valueAt("error", student), valueAt("at(error, xi, 0)", student)];
    if (Fractions.sign(error) !== 0 || Fractions.sign(ridge) <= 0) return null;
    return `the student has the error 0, and ridge λ²θ²/(s + λ)² > 0 at every λ, here ${Fractions.show(ridge)}`;
  },
  show: showExactStudent,
});

const ridgeLoses = counterexample({
  without: EQUAL_SPECTRUM_OR_SIGNAL,
  says: "some student beats every ridge",
  problems: oracleStudents(),
  tries: 100,
  // The student's error is the oracle's. A ridge with that error has the oracle's shrinkage in every mode, so
  // λ = γ²/θ_j² for each; in the limits λ → 0 and λ → ∞ its shrinkage is 1 and 0, which is no mode's oracle.
  fails: (student) => {
    const error = valueAt("error", student);
    const { squaredSignal, noiseVariance } = student.problem;
    const needed = squaredSignal.map((square) => Fractions.multiply(noiseVariance, Fractions.reciprocal(square)));
    if (!Fractions.equal(error, valueAt("oracleError", student))) return null;
    if (needed.every((lambda) => Fractions.equal(lambda, needed[0]!))) return null;
    const lambdas = needed.map(Fractions.show).join(", ");
    return `the student has the oracle's error, ${Fractions.show(error)}, where ridge would need λ = ${lambdas} at once`;
  },
  show: showExactStudent,
});

export const ties: Claim = {
  ...statement,
  dependsOn: ["ridge/oracle"],
  book: ridgeBook,
  checks: [
    equalSpectrum,
    beyondReach,
    equalSignal,
    equalSpectrumSimulation({ ...experimentOn("equal"), noiseVariance: 4 }),
    equalSignalSimulation(experimentOn("tall")),
    ridgeIsBest,
    ridgeIsOracle,
    ridgeLoses,
    onlyInTheLimit,
  ],
};
