import fc from "fast-check";
import { type Check, type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { type Book, evaluate, type Fraction, Fractions, scalar } from "../../src/formula/index.ts";
import {
  type ExactProblem,
  exactProblems,
  optimum,
  ridgeBook,
  showExactProblem,
  showOptimumCommand,
  smallFractions,
  spectralExperiment,
  twoModesBook,
} from "../../src/ridge/index.ts";
import { DESIGN, LARGER_FIRST_SIGNAL, SOME_NOISE, TWO_MODES, WHITE_NOISE } from "./hypotheses.ts";
import { bestErrorReplication, COMPARISONS_OF_ONE } from "./methods/replications.ts";
import { atTheEnds, wedge } from "./methods/two-modes-wedge.ts";

const statement = {
  id: "ridge/two-modes",
  title: "With two modes, s₁ > s₂, and noise, self-distillation beats every ridge exactly where θ₁² > θ₂²",
  source: "new here",
  statement:
    "For r = 2, s_1 > s_2 and γ > 0, inf e(λ, ξ) < inf e(λ, 0) iff θ_1² > θ_2². Then the infimum is the oracle's error unless both α and δ are negative, when it is above. It is attained where α > 0 or δ > 0, at the positive roots of αλ² − 2βλ + γ²δ, [α > 0] + [δ > 0] of them; for α, δ ≤ 0 the oracle lies in a wedge that no tangent of the ridge path enters, and the infimum is only approached, as λ → 0 or λ → ∞.",
  hypotheses: [DESIGN, TWO_MODES, SOME_NOISE, LARGER_FIRST_SIGNAL, WHITE_NOISE],
};

const gap = scalar("d", "positive", "s₁ − s₂");

const excess = scalar("c", "positive", "θ₁² − θ₂²");

const picture = derivation(twoModesBook, {
  name: "the ridge path is convex, and self-distillation sweeps its tangents",
  covers: ["path", "a1", "a2", "g1", "g2"],
  prepare: (book) =>
    book.declare({
      gap,
      z: scalar("x_0", "real", "where the tangent touches"),
      w: scalar("w", "nonnegative", "1 − x"),
      v: scalar("v", "real", "x − x₀"),
      y: scalar("y", "positive", "the denominator at x₀"),
    }),
  steps: [
    { says: "the teacher's two shrinkages lie on the path", identity: ["at(path, x, a1)", "a2"] },
    {
      says: "the path's curvature",
      identity: ["diff(diff(path, x), x)", "2*s1*s2*(s1 - s2)/(s2*x + s1*(1 - x))^3"],
    },
    {
      says: "is positive for x ≤ 1: with s₁ = s₂ + d and x = 1 − w",
      sign: {
        of: "2*s1*s2*(s1 - s2)/(s2*x + s1*(1 - x))^3",
        at: { s1: "s2 + gap", x: "1 - w" },
        is: "positive",
      },
    },
    {
      says: "the student lies on the tangent at its teacher",
      identity: ["g2 - a2", "at(diff(path, x), x, a1)*(g1 - a1)"],
    },
    {
      says: "a tangent leaves the path by a square",
      identity: [
        "path - at(path, x, z) - at(diff(path, x), x, z)*(x - z)",
        "s1*s2*(s1 - s2)*(x - z)^2/((s2*x + s1*(1 - x))*(s2*z + s1*(1 - z))^2)",
      ],
    },
    {
      says: "with a factor that is not negative: tangents lie under the path, for x ≤ 1",
      sign: {
        of: "s1*s2*(s1 - s2)*(x - z)^2/((s2*x + s1*(1 - x))*(s2*z + s1*(1 - z))^2)",
        at: { "x - z": "v", "s2*z + s1*(1 - z)": "y", s1: "s2 + gap", x: "1 - w" },
        is: "nonnegative",
      },
    },
  ],
});

const whoWins = derivation(twoModesBook, {
  name: "the oracle lies under the path exactly where θ₁² > θ₂²",
  covers: ["oracle1", "oracle2", "path"],
  prepare: (book) => book.declare({ excess }),
  steps: [
    {
      says: "the oracle's depth under the path has the sign of θ₁² − θ₂²",
      identity: [
        "at(path, x, oracle1) - oracle2",
        "s2*noiseVariance*(theta1^2 - theta2^2)/((s2*theta1^2 + noiseVariance)*(s2*theta2^2 + noiseVariance))",
      ],
    },
    {
      says: "as it is positive for θ₁² > θ₂²",
      sign: {
        of: "s2*noiseVariance*(theta1^2 - theta2^2)/((s2*theta1^2 + noiseVariance)*(s2*theta2^2 + noiseVariance))",
        at: { "theta1^2 - theta2^2": "excess" },
        is: "positive",
        where: { noiseVariance: "positive" },
      },
    },
  ],
});

const reach = derivation(twoModesBook, {
  name: "the λ whose tangents pass through the oracle are the positive roots of αλ² − 2βλ + γ²δ",
  covers: ["xi1", "xi2", "quadratic", "alpha", "beta", "delta", "oracle1", "oracle2"],
  prepare: (book) => book.declare({ gap, excess }),
  steps: [
    { says: "the first mode is at the oracle for ξ = ξ₁", identity: ["at(g1, xi, xi1)", "oracle1"] },
    { says: "the second for ξ = ξ₂", identity: ["at(g2, xi, xi2)", "oracle2"] },
    {
      says: "ξ₁ = ξ₂ exactly where the quadratic vanishes",
      identity: ["xi1 - xi2", "quadratic/(lambda*(s1*theta1^2 + noiseVariance)*(s2*theta2^2 + noiseVariance))"],
    },
    {
      says: "at λ = γ²/θ₁², which is positive where θ₁² > θ₂²,",
      identity: [
        "at(quadratic, lambda, noiseVariance/theta1^2)*theta1^4",
        "-((s2*theta1^2 + noiseVariance)*noiseVariance*(theta1^2 - theta2^2)*(s1*theta1^2 + noiseVariance))",
      ],
    },
    {
      says: "the quadratic is negative: so for α > 0 it has a root above, for δ > 0 one below",
      sign: {
        of: "(s2*theta1^2 + noiseVariance)*noiseVariance*(theta1^2 - theta2^2)*(s1*theta1^2 + noiseVariance)",
        at: { "theta1^2 - theta2^2": "excess" },
        is: "positive",
        where: { noiseVariance: "positive" },
      },
    },
    {
      says: "β > 0 where s₁ = s₂ + d and θ₁² = θ₂² + c",
      sign: {
        of: "beta",
        at: { s1: "s2 + gap", "theta1^2": "theta2^2 + excess" },
        is: "positive",
        where: { noiseVariance: "positive" },
      },
    },
  ],
});

const distance = derivation(twoModesBook, {
  name: "at any λ the best student's error exceeds the oracle's by a multiple of the quadratic's square",
  covers: ["weight1", "weight2", "missing", "quadratic"],
  prepare: (book) => book.declare({ p: scalar("p", "positive", "D₁"), q: scalar("q", "positive", "D₂") }),
  steps: [
    {
      says: "a mode's distance to the oracle is its part of D times (ξ − ξ_i)²: the first",
      identity: ["(s1*theta1^2 + noiseVariance)/s1*(g1 - oracle1)^2", "weight1*(xi - xi1)^2"],
    },
    {
      says: "the second",
      identity: ["(s2*theta2^2 + noiseVariance)/s2*(g2 - oracle2)^2", "weight2*(xi - xi2)^2"],
    },
    {
      says: "two such squares add up to a square and a rest",
      identity: [
        "p*(xi - xi1)^2 + q*(xi - xi2)^2",
        "(p + q)*(xi - (p*xi1 + q*xi2)/(p + q))^2 + p*q*(xi1 - xi2)^2/(p + q)",
      ],
    },
    { says: "which is the rest", identity: ["weight1*weight2*(xi1 - xi2)^2/(weight1 + weight2)", "missing"] },
  ],
});

const noOther = derivation(twoModesBook, {
  name: "there are no other roots: none for α, δ ≤ 0",
  covers: ["quadratic"],
  prepare: (book) =>
    book
      .opaque("alpha", "beta", "delta")
      .declare({ u: scalar("u", "nonnegative", "−α"), v: scalar("v", "nonnegative", "−δ") }),
  steps: [
    {
      says: "for α = −u and δ = −v the quadratic is negative, as β > 0",
      sign: { of: "-quadratic", at: { alpha: "-u", delta: "-v" }, is: "positive", where: { beta: "positive" } },
    },
  ],
});

const designs = [
  { name: "16 × 2, two tangents through the oracle", singularValues: [3, 1.5], signal: [1.5, 1.2], noiseVariance: 3 },
  { name: "16 × 2, the oracle over the path", singularValues: [2, 1.25], signal: [0.75, 1.75], noiseVariance: 1.5 },
  { name: "16 × 2, the oracle in the wedge", singularValues: [2, 0.75], signal: [3, 0.5], noiseVariance: 5 },
];

/** The measured error of the best student at each λ against the oracle's plus what the quadratic says is missing. */
function simulate({ name, ...problem }: (typeof designs)[number]): Check {
  const experiment = spectralExperiment({ name, rows: 16, problem });
  const [[s1, s2], [theta1, theta2]] = [problem.singularValues.map((value) => value ** 2), problem.signal];
  return simulation(twoModesBook, {
    name: `the best student at each λ: ${name}`,
    covers: ["alpha", "beta", "delta", "quadratic", "missing", "weight1", "weight2"],
    comparisons: COMPARISONS_OF_ONE,
    effort: 100,
    start: (context) =>
      bestErrorReplication(experiment, context, (forms, measured, lambda) => {
        const inputs = { s1: s1!, s2: s2!, theta1: theta1!, theta2: theta2!, noiseVariance: problem.noiseVariance };
        const { missing } = forms.values(["missing"], { ...inputs, lambda });
        return forms.scalar("oracleError", measured, lambda, 0) + missing!;
      }),
  });
}

/** Two modes in rational numbers, with a rational signal. */
interface TwoModes {
  readonly s1: Fraction;
  readonly s2: Fraction;
  readonly theta1: Fraction;
  readonly theta2: Fraction;
  readonly noiseVariance: Fraction;
  readonly lambda: Fraction;
}

const SMALL = Fractions.fraction(1n, 32n);

const twoModes = (noiseVariance = smallFractions(1)): fc.Arbitrary<TwoModes> =>
  fc
    .record({
      s2: smallFractions(1),
      over: smallFractions(1),
      theta1: smallFractions(0),
      theta2: smallFractions(0),
      noiseVariance,
      lambda: fc.oneof(
        smallFractions(1),
        smallFractions(1).map((value) => Fractions.multiply(value, SMALL)),
      ),
    })
    .map(({ over, ...rest }) => ({ ...rest, s1: Fractions.add(rest.s2, over) }));

const problemOf = ({ s1, s2, theta1, theta2, noiseVariance }: TwoModes): ExactProblem => ({
  squaredSingularValues: [s1, s2],
  squaredSignal: [theta1, theta2].map((theta) => Fractions.power(theta, 2)),
  noiseVariance,
  residualSignal: Fractions.fraction(0n),
});

/** The exact value of a scalar formula; null where a broken one divides by zero. */
function valueOf(book: Book, formula: string, modes: TwoModes): Fraction | null {
  const { s1, s2, theta1, theta2, noiseVariance, lambda } = modes;
  const scalars = { s1, s2, theta1, theta2, noiseVariance, lambda };
  try {
    return evaluate(book.expand(formula), { modes: 0, scalars, perMode: {} });
  } catch (error) {
    if (error instanceof Fractions.DivisionByZero) return null;
    throw error;
  }
}

const show = (modes: TwoModes): string => showOptimumCommand(problemOf(modes));

/**
 * How far the oracle lies above the tangent at the teacher, Δ₂t₁ − Δ₁t₂ with Δ = g° − a, times the positive factor
 * λ(s₁θ₁² + γ²)(s₂θ₂² + γ²)/(t₁t₂): from the theory's formulas mode by mode, exactly.
 */
function heightOverTangent({ s1, s2, theta1, theta2, noiseVariance, lambda }: TwoModes): Fraction {
  const point = { modes: 2, scalars: { lambda, noiseVariance }, perMode: { s: [s1, s2], theta: [theta1, theta2] } };
  const [first, second] = [0, 1].map((j) => {
    const value = (formula: string): Fraction => evaluate(ridgeBook.expand(formula), point, { j });
    return { ratio: value("(oracleShrinkage_j - a_j)/t_j"), factor: value("s_j*weight_j") };
  });
  const height = Fractions.subtract(second!.ratio, first!.ratio);
  return [lambda, first!.factor, second!.factor].reduce(Fractions.multiply, height);
}

const tangents = property(twoModesBook, {
  name: "the quadratic is, exactly, how far the oracle lies above the tangent at λ, times a positive factor",
  covers: ["alpha", "beta", "delta", "quadratic"],
  problems: twoModes(),
  runs: 400,
  measure: heightOverTangent,
  read: (book) => book,
  violation: (modes, measured, book) => {
    const q = valueOf(book, "quadratic", modes);
    if (q !== null && Fractions.equal(q, measured)) return null;
    const said = q === null ? "undefined" : Fractions.show(q);
    return `the quadratic is ${said} and the height ${Fractions.show(measured)} at λ = ${Fractions.show(modes.lambda)}`;
  },
  show,
});

const decided = property(twoModesBook, {
  name: "the best student's enclosure lies below the best ridge's where θ₁² > θ₂² alone, and is attained where α > 0 or δ > 0",
  covers: ["alpha", "delta"],
  problems: twoModes(),
  runs: 120,
  // Without the theorems, this claim among them.
  measure: (modes) => optimum(problemOf(modes), { theorems: false }),
  read: (book) => book,
  violation: (modes, { ridge, distillation, condition }, book) => {
    const better = Fractions.compare(Fractions.power(modes.theta1, 2), Fractions.power(modes.theta2, 2)) > 0;
    const wins = distillation.error[1] < ridge.error[0] || condition.impliesBetter;
    if (wins !== better) return `the enclosures say ${wins ? "" : "not "}that self-distillation wins`;
    if (!better || distillation.attained === null) return null;
    const [alpha, delta] = ["alpha", "delta"].map((name) => valueOf(book, name, modes));
    if (alpha === null || delta === null) return "α or δ is undefined";
    const attained = Fractions.sign(alpha!) > 0 || Fractions.sign(delta!) > 0;
    return distillation.attained === attained
      ? null
      : `α is ${Fractions.show(alpha!)}, δ is ${Fractions.show(delta!)}, and attained is ${distillation.attained}`;
  },
  show,
});

const equalSignals = counterexample({
  without: LARGER_FIRST_SIGNAL,
  says: "self-distillation only ties the best ridge",
  problems: twoModes(),
  tries: 200,
  fails: (modes) => {
    const { strictlyBetter, reason } = optimum(problemOf(modes));
    return strictlyBetter === false ? reason : null;
  },
  show,
});

const thirdMode = counterexample({
  without: TWO_MODES,
  says: "the infimum need not be the oracle's error where self-distillation wins",
  problems: exactProblems({ modes: { least: 3, most: 3 }, squaredSignal: smallFractions(1) }),
  tries: 500,
  fails: (problem) => {
    const { distillation, oracleOfGroups, strictlyBetter } = optimum(problem);
    if (strictlyBetter !== true || distillation.error[0] <= oracleOfGroups * (1 + 1e-6)) return null;
    return `the best student has error ${distillation.error[0]} and the oracle ${oracleOfGroups} for ${showExactProblem(problem)}`;
  },
  show: showOptimumCommand,
});

/*
 * What the steps leave to words. Where the oracle is not attained the infimum is the lesser of the two limits, so for α, δ < 0 it is
 * above the oracle. For α > 0 and δ > 0 the quadratic is positive at λ = 0 and as λ → ∞ and negative between: two
 * positive roots. For α > 0 ≥ δ it is convex and not positive at 0: one; for δ > 0 ≥ α it is positive at 0, negative later and
 * bends down: one. The tangent at x₀ meets the one at 0 between 0 and x₀, and the one at 1 between x₀ and 1; so it is
 * nowhere below both: it does not enter the wedge. In the wedge no pair attains the infimum, as the point outside it that is
 * nearest to the oracle lies inside one of its two faces, not at the tip (the wedge is convex, and the error is a squared
 * distance), and a tangent that met a face there would cross into the wedge.
 */
export const twoModesClaim: Claim = {
  ...statement,
  dependsOn: ["ridge/path-tangent", "ridge/expected-error", "ridge/oracle", "ridge/ordering"],
  book: twoModesBook,
  checks: [
    picture,
    whoWins,
    reach,
    distance,
    noOther,
    wedge,
    atTheEnds,
    ...designs.map(simulate),
    tangents,
    decided,
    equalSignals,
    thirdMode,
  ],
};
