import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { type Check, type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { Fractions, perMode, scalar } from "../../src/formula/index.ts";
import {
  type Case,
  ClosedForms,
  exactProblems,
  exactValue,
  type Experiment,
  ridgeBook,
  ridgeCases,
  type RidgeProblem,
  showCase,
  showExactProblem,
  singularBasis,
  smallFractions,
  UNIT_ROUNDOFF,
} from "../../src/ridge/index.ts";
import { DESIGN, DIAGONAL_SHRINKAGE, FOR_UNIQUENESS, POSITIVE_LAMBDA, WHITE_NOISE } from "./hypotheses.ts";
import { directError } from "./methods/direct-error.ts";
import { one, ratio } from "./methods/exact-students.ts";
import { type ExpectedMean, meanReplication } from "./methods/mean-replication.ts";
import { experimentOn } from "./methods/on-designs.ts";

const statement = {
  id: "ridge/oracle",
  title: "No student's error is below the oracle's, which shrinks each mode best",
  source: "new here; the oracle is that of linear shrinkage, Hoerl & Kennard 1970",
  statement:
    "Every shrinkage that is diagonal in the singular basis, so every (λ, ξ), has e ≥ θ_⊥² + Σ_j θ_j²γ²/(s_jθ_j² + γ²), attained by g_j = s_jθ_j²/(s_jθ_j² + γ²) alone. Functions of s can reach that with θ_j² replaced by its mean over each group of equal s_j.",
  hypotheses: [POSITIVE_LAMBDA, DESIGN, WHITE_NOISE, DIAGONAL_SHRINKAGE, FOR_UNIQUENESS],
};

const formulas = ["oracleShrinkage", "oracleError"];
// Any shrinkage x_j of the labels' coordinates θ_j + w_j; mode j is off by x_j(θ_j + w_j) − θ_j.
const diagonalError = "residualSignal + sum((1 - x_j)^2*theta_j^2 + x_j^2*noiseVariance/s_j)";

const bound = derivation(ridgeBook, {
  name: "every diagonal shrinkage is worse than the oracle's by a sum of squares",
  covers: [...formulas, "oracleExcess"],
  prepare: (book) =>
    book.declare({
      x: perMode("x", "real", "any shrinkage of the mode"),
      w: perMode("w", "real", "the noise along the mode: ⟨u_j, η⟩/σ_j"),
    }),
  steps: [
    {
      says: "the expected error of a diagonal shrinkage, from the first two moments of the noise",
      expectation: {
        of: "(x_j*(theta_j + w_j) - theta_j)^2",
        over: "w_j",
        moments: ["1", "0", "noiseVariance/s_j"],
        equals: `${diagonalError} - residualSignal`,
      },
    },
    {
      says: "it exceeds the oracle's error by squares",
      identity: [`${diagonalError} - oracleError`, "sum((theta_j^2 + noiseVariance/s_j)*(x_j - oracleShrinkage_j)^2)"],
    },
    { says: "whose factors are ≥ 0", sign: { of: "theta_j^2 + noiseVariance/s_j", is: "nonnegative" } },
    {
      says: "and > 0 where there is noise",
      sign: { of: "theta_j^2 + noiseVariance/s_j", is: "positive", where: { noiseVariance: "positive" } },
    },
    {
      says: "or in a mode with signal, so only the oracle's shrinkage attains the bound there",
      sign: { of: "theta_j^2 + noiseVariance/s_j", is: "positive", where: { theta_j: "nonzero" } },
    },
    { says: "the oracle attains it", identity: [`at(${diagonalError}, x, oracleShrinkage_j)`, "oracleError"] },
    { says: "the student's excess is the case x = g", identity: ["error - oracleError", "oracleExcess"] },
  ],
});

// Within a group of equal s the singular vectors are any basis, and a function of s shrinks the whole group by one x.
const groupError = "sum((1 - x)^2*theta_j^2 + x^2*noiseVariance/common)";

const repeated = derivation(ridgeBook, {
  name: "among equal s, functions of s can reach the oracle of the root mean square signal, and no more",
  covers: formulas,
  prepare: (book) =>
    book.declare({
      x: scalar("x", "real", "one shrinkage for all modes of the group"),
      common: scalar("s", "positive", "the s_j of all modes of the group"),
      rms: scalar("\\bar\\theta", "real", "root mean square of θ_j over the group"),
    }),
  hypotheses: { mean: { says: "θ̄² is the mean of θ_j² over the group", zero: "rms^2*sum(1) - sum(theta_j^2)" } },
  steps: [
    {
      says: "the group's error is as if every θ_j² were their mean",
      identity: [groupError, `at(${groupError}, theta, rms)`],
      given: { hypothesis: "mean", times: "-(1 - x)^2" },
    },
    {
      says: "so it exceeds the oracle's of that signal by a square",
      identity: [
        `at(${groupError}, theta, rms) - at(at(oracleError - residualSignal, s, common), theta, rms)`,
        "(rms^2 + noiseVariance/common)*(x - at(at(oracleShrinkage_j, s, common), theta, rms))^2*sum(1)",
      ],
    },
    { says: "with a factor ≥ 0", sign: { of: "rms^2 + noiseVariance/common", is: "nonnegative" } },
    {
      says: "two modes of the group have the same oracle only where their θ² are the same (or γ = 0)",
      identity: [
        "at(oracleShrinkage_j - oracleShrinkage_k, s, common)",
        "common*noiseVariance*(theta_j^2 - theta_k^2)/((common*theta_j^2 + noiseVariance)*(common*theta_k^2 + noiseVariance))",
      ],
    },
  ],
});

/**
 * The experiment with the signal that makes the student with (λ, ξ) its oracle: θ_j² = γ² g_j/(s_j (1 − g_j)). Outside the
 * row space a quarter of the truth stays, so as not to hide the rest.
 */
function withOracleSignal(experiment: Experiment, lambda: number, xi: number): Experiment {
  const { design, noiseVariance } = experiment;
  const { singularValues, right } = singularBasis(design);
  const signal = singularValues.map((sigma) => {
    const b = lambda / (sigma ** 2 + lambda);
    const g = (1 - b) * (1 - xi * b);
    return Math.sqrt((noiseVariance * g) / (1 - g)) / sigma;
  });
  const kept = Matrix.columnVector([...experiment.parameter]).div(4);
  const change = Matrix.columnVector(signal).sub(right.transpose().mmul(kept));
  return { ...experiment, parameter: kept.add(right.mmul(change)).to1DArray() };
}

/** The pair that attains the oracle, and others at its λ that exceed it. */
function simulate(experiment: Experiment, best: number): Check {
  const { design } = experiment;
  const { singularValues } = singularBasis(design);
  const lambda = singularValues.reduce((sum, value) => sum + value ** 2, 0) / singularValues.length;
  const name = `${design.rows} × ${design.columns}, the student with ξ = ${best} is the oracle`;
  const there = { ...withOracleSignal(experiment, lambda, best), name };
  const attaining: ExpectedMean = {
    who: `the student that is the oracle, ξ = ${best}`,
    lambda,
    xi: best,
    expected: (forms, problem) => forms.scalar("oracleError", problem, lambda, best),
  };
  const others = [best - 2, best + 1].map((xi) => ({
    who: `another, ξ = ${xi}`,
    lambda,
    xi,
    expected: (forms: ClosedForms, problem: RidgeProblem) =>
      forms.scalar("oracleError", problem, lambda, xi) + forms.scalar("oracleExcess", problem, lambda, xi),
  }));
  return simulation(ridgeBook, {
    name,
    covers: [...formulas, "oracleExcess"],
    comparisons: 3,
    effort: design.rows * design.columns,
    start: (context) => meanReplication(there, [attaining, ...others], context),
  });
}

/**
 * A bound on the rounding of oracle error plus excess. With u the unit roundoff, g_j is off by at most 10u(1 + |ξ|) (see
 * `closedFormRoundingBound`) and g°_j by 5u, so a square (g_j − g°_j)² by (2|g_j − g°_j| + δ)δ, δ = 15u(1 + |ξ|); its
 * factor, the products and a sum of r terms add (10 + r)u of the total.
 */
function roundingBound(problem: RidgeProblem, lambda: number, xi: number): number {
  const forms = new ClosedForms();
  const off = 15 * UNIT_ROUNDOFF * (1 + Math.abs(xi));
  const g = forms.perMode("g", problem, lambda, xi);
  const oracle = forms.perMode("oracleShrinkage", problem, lambda, xi);
  const squares = problem.signal.map((theta, j) => {
    const factor = theta ** 2 + problem.noiseVariance / problem.singularValues[j]! ** 2;
    return factor * (2 * Math.abs(g[j]! - oracle[j]!) + off) * off;
  });
  const total = forms.scalar("oracleError", problem, lambda, xi) + forms.scalar("oracleExcess", problem, lambda, xi);
  return squares.reduce((sum, value) => sum + value, 0) + (10 + g.length) * UNIT_ROUNDOFF * total;
}

// Where γ and θ_j are both 0, mode j's error is 0 whatever its shrinkage, and the oracle's is 0/0.
const withOracle = ({ problem }: Case): boolean => problem.noiseVariance > 0 || !problem.signal.includes(0);

const neverBelow = property(ridgeBook, {
  name: "the direct error is the oracle's plus Σ (θ² + γ²/s)(g − g°)², so never below it",
  covers: [...formulas, "oracleExcess"],
  problems: ridgeCases.filter(withOracle),
  runs: 150,
  measure: (example) => {
    const { problem, lambda, xi } = example;
    const { value, bound: direct } = directError(example)(xi);
    return { value, allowed: direct + roundingBound(problem, lambda, xi) };
  },
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda, xi }, { value, allowed }, forms) => {
    const oracle = forms.scalar("oracleError", problem, lambda, xi);
    const excess = forms.scalar("oracleExcess", problem, lambda, xi);
    if (!(value >= oracle - allowed)) return `the direct error ${value} is below the oracle's ${oracle}`;
    if (Math.abs(value - (oracle + excess)) <= allowed) return null;
    return `the direct error is ${value}, and ${oracle + excess} from the oracle; rounding explains ${allowed}`;
  },
  show: showCase,
});

/** Each θ_j² replaced by its mean over the modes with the same singular value, which all get the sign +. */
function withGroupMeans(problem: RidgeProblem): RidgeProblem {
  const signal = problem.singularValues.map((value) => {
    const squares = problem.signal.filter((_, k) => problem.singularValues[k] === value).map((theta) => theta ** 2);
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  });
  return { ...problem, signal };
}

const groupMeans = property(ridgeBook, {
  name: "direct students cannot tell equal s apart: their error is as if each θ_j² were its group's mean, and not below that oracle",
  covers: [],
  problems: ridgeCases.filter(({ problem }) => problem.noiseVariance > 0),
  runs: 60,
  measure: (example) => {
    const averaged = { ...example, problem: withGroupMeans(example.problem) };
    return { averaged, original: directError(example)(example.xi), grouped: directError(averaged)(example.xi) };
  },
  read: (book) => new ClosedForms(book),
  violation: ({ lambda, xi }, { averaged: { problem }, original, grouped }, forms) => {
    // The means, their roots and squares take r + 4 roundings each, which move the error by no more than those of θ_j² do.
    const means = (problem.signal.length + 4) * UNIT_ROUNDOFF * (1 + Math.abs(xi)) ** 2;
    const moved = means * problem.signal.reduce((sum, theta) => sum + theta ** 2, 0);
    const allowed = original.bound + grouped.bound + moved;
    if (!(Math.abs(original.value - grouped.value) <= allowed)) {
      return `the error is ${original.value}, and ${grouped.value} with the means; rounding explains ${allowed}`;
    }
    const oracleError = forms.scalar("oracleError", problem, lambda, xi);
    const rounding = allowed + (problem.signal.length + 10) * UNIT_ROUNDOFF * oracleError;
    return original.value >= oracleError - rounding
      ? null
      : `the error ${original.value} is below ${oracleError}, the oracle's for the means`;
  },
  show: showCase,
});

const rankOne = counterexample({
  without: DIAGONAL_SHRINKAGE,
  says: "a linear map that knows the signal beats the oracle",
  problems: exactProblems({ modes: { least: 2, most: 3 }, squaredSignal: smallFractions(1) }),
  tries: 100,
  // θ⟨c, z⟩ with c_j = κ s_j θ_j/γ² and κ = 1/(1 + Σ sθ²/γ²), of labels with coordinates z = θ + w: its bias is
  // (κ Σ sθ²/γ² − 1)θ and its variance ‖θ‖² κ² Σ sθ²/γ².
  fails: (problem) => {
    const value = (formula: string): ReturnType<typeof exactValue> => exactValue(formula, problem, { lambda: one });
    const strength = value("sum(s_j*theta_j^2)/noiseVariance");
    const kappa = Fractions.reciprocal(Fractions.add(one, strength));
    const missing = Fractions.subtract(one, Fractions.multiply(kappa, strength));
    const relative = Fractions.add(
      Fractions.power(missing, 2),
      Fractions.multiply(Fractions.power(kappa, 2), strength),
    );
    const error = Fractions.multiply(value("sum(theta_j^2)"), relative);
    const oracle = value("oracleError");
    if (Fractions.compare(error, oracle) >= 0) return null;
    return `the map onto the signal has the error ${Fractions.show(error)}, below the oracle's ${Fractions.show(oracle)}`;
  },
  show: showExactProblem,
});

const notUnique = counterexample({
  without: FOR_UNIQUENESS,
  says: "students with different shrinkage attain the oracle’s error",
  problems: exactProblems({
    modes: { least: 1, most: 2 },
    noiseVariance: fc.constant(ratio(0)),
    squaredSignal: fc.constant(ratio(0)),
  }),
  tries: 20,
  fails: (problem) => {
    const [teacher, student] = [ratio(0), one].map((xi) => ({
      error: exactValue("error", problem, { lambda: one, xi }),
      shrinkage: exactValue("sum(g_j)", problem, { lambda: one, xi }),
    }));
    if (!Fractions.equal(teacher!.error, student!.error)) return null;
    if (Fractions.equal(teacher!.shrinkage, student!.shrinkage)) return null;
    const shrinkages = `Σ g = ${Fractions.show(teacher!.shrinkage)} and ${Fractions.show(student!.shrinkage)}`;
    return `teacher and student at λ = 1, ξ = 1 have ${shrinkages}, and the same error ${Fractions.show(teacher!.error)}`;
  },
  show: showExactProblem,
});

export const oracle: Claim = {
  ...statement,
  dependsOn: ["ridge/expected-error"],
  book: ridgeBook,
  checks: [
    bound,
    repeated,
    simulate(experimentOn("tall"), -1 / 2),
    simulate(experimentOn("wide"), 3 / 4),
    neverBelow,
    groupMeans,
    rankOne,
    notUnique,
  ],
};
