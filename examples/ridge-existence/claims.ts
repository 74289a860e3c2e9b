import fc from "fast-check";
import { Matrix, SingularValueDecomposition } from "ml-matrix";
import {
  type Book,
  claim,
  type Comparison,
  compile,
  type Context,
  counterexample,
  derivation,
  deviation,
  evaluate,
  type Fraction,
  Fractions,
  meanEstimate,
  mergeMoments,
  momentsOf,
  noMoments,
  perMode,
  plannedReplicates,
  property,
  type Replication,
  simulation,
  Streams,
  type Values,
} from "sd-theorems";
import { type ExactProblem, exactError, type Setting, squaredErrors } from "./direct.ts";
import { book } from "./formulas.ts";

const fromMoments = derivation(book, {
  name: "the mean squared error of ridge, and of least squares",
  covers: ["error", "squaredBias", "variance", "leastSquaresError"],
  prepare: (written) => written.declare({ nu: perMode("\\nu", "real", "noise of least squares along the mode") }),
  steps: [
    {
      says: "ridge multiplies least squares, θ + ν, by s/(s + λ) in each mode; ν has mean 0 and variance σ²/s",
      expectation: {
        of: "(s_j*(theta_j + nu_j)/(s_j + lambda) - theta_j)^2",
        over: "nu_j",
        moments: ["1", "0", "noiseVariance/s_j"],
        equals: "error",
      },
    },
    { says: "without a penalty it is least squares", identity: ["at(error, lambda, 0)", "leastSquaresError"] },
  ],
});

const smallPenalties = derivation(book, {
  name: "a small penalty helps",
  covers: ["variance"],
  steps: [
    {
      says: "the slope of the error at λ = 0",
      identity: ["at(diff(error, lambda), lambda, 0)", "-2*sum(noiseVariance/s_j^2)"],
    },
    { says: "is negative: its terms are", sign: { of: "noiseVariance/s_j^2", is: "positive" } },
  ],
});

const termOfGain = "lambda*(s_j*(2*noiseVariance - lambda*theta_j^2) + lambda*noiseVariance)/(s_j*(s_j + lambda)^2)";

const howLarge = derivation(book, {
  name: "and so does every penalty up to 2σ²/max θ²",
  covers: ["gain", "error", "leastSquaresError"],
  prepare: (written) => written.declare({ room: perMode("\\rho", "nonnegative", "2σ² − λθ²") }),
  steps: [
    { says: "what ridge gains over least squares", identity: ["leastSquaresError - error", "gain"] },
    { says: "is a sum", identity: ["gain", `sum(${termOfGain})`] },
    {
      says: "whose term is positive in a mode with 2σ² − λθ² ≥ 0",
      sign: { of: termOfGain, at: { "2*noiseVariance - lambda*theta_j^2": "room_j" }, is: "positive" },
    },
  ],
});

/** Twenty-four noisy responses and eight predictors. */
const waves: Setting = {
  design: new Matrix(
    Array.from({ length: 24 }, (_, i) => Array.from({ length: 8 }, (_unused, j) => Math.cos(0.7 * i * (j + 1) + j))),
  ),
  truth: Matrix.columnVector([2, -1, 0.5, 1, -2, 0.5, 1, -1]),
  noiseVariance: 8,
  lambda: 3,
};

const BATCH = 1024;

/** The mean of ‖least squares − θ‖² − ‖ridge − θ‖² and of its first term, over the same draws. Margins are relative. */
function gainReplication(setting: Setting, { seed, claim: id, margin }: Context): Replication {
  const streams = new Streams({ seed, claim: id, problem: "eight predictors" });
  let [gain, error, done] = [noMoments, noMoments, 0];
  const compare = (written: Book): Comparison[] => {
    const expected = compile(written, ["gain", "leastSquaresError"])(spectrumOf(setting));
    const scale = margin * error.mean;
    return [
      { what: "what ridge gains", estimate: meanEstimate(gain), expected: expected.gain, margin: scale },
      {
        what: "the error of least squares",
        estimate: meanEstimate(error),
        expected: expected.leastSquaresError,
        margin: scale,
      },
    ];
  };
  return {
    extend: (replicates) => {
      for (; done < replicates; done += BATCH) {
        const { leastSquares, ridge } = squaredErrors(setting, streams, done, BATCH);
        error = mergeMoments(error, momentsOf(leastSquares));
        gain = mergeMoments(gain, momentsOf(leastSquares.map((value, draw) => value - ridge[draw]!)));
      }
    },
    plan: (written, z) => {
      const relative = compare(written).map(
        ({ estimate, margin: allowed }) => deviation({ count: done }, estimate) / allowed,
      );
      return plannedReplicates(Math.max(...relative), z);
    },
    compare,
  };
}

// The spectrum of a design, which the formulas are written in.
function spectrumOf({ design, truth, noiseVariance, lambda }: Setting): Values {
  const svd = new SingularValueDecomposition(design);
  return {
    lambda,
    noiseVariance,
    s: Float64Array.from(svd.diagonal, (value) => value ** 2),
    theta: Float64Array.from(svd.rightSingularVectors.transpose().mmul(truth).to1DArray()),
  };
}

const { compare, equal, multiply, negate, power, show, sign, subtract } = Fractions;
const whole = (value: number): Fraction => Fractions.fraction(BigInt(value));

const sizes: fc.Arbitrary<Fraction> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 4 }))
  .map(([above, below]) => Fractions.fraction(BigInt(above), BigInt(below)));
const anySign: fc.Arbitrary<Fraction> = fc
  .tuple(sizes, fc.constantFrom(-1, 0, 1))
  .map(([size, direction]) => multiply(size, whole(direction)));

interface Example extends ExactProblem {
  readonly lambda: Fraction;
}

const examples: fc.Arbitrary<Example> = fc.record({
  singularValues: fc.tuple(sizes, sizes),
  theta: fc.tuple(anySign, anySign),
  leftTurn: anySign,
  rightTurn: anySign,
  noiseVariance: sizes,
  lambda: sizes,
});

const showExample = ({ singularValues, theta, leftTurn, rightTurn, noiseVariance, lambda }: Example): string => {
  const list = (values: readonly Fraction[]): string => `(${values.map(show).join(", ")})`;
  const turns = `turned by ${show(leftTurn)} and ${show(rightTurn)}`;
  return `σ = ${list(singularValues)}, θ = ${list(theta)}, ${turns}, σ² = ${show(noiseVariance)}, λ = ${show(lambda)}`;
};

// λθ_j² ≤ 2σ² for every j.
const isSmall = ({ theta, noiseVariance, lambda }: Example): boolean =>
  theta.every((value) => compare(multiply(lambda, power(value, 2)), multiply(whole(2), noiseVariance)) <= 0);

const gainOf = (example: Example): Fraction =>
  subtract(exactError(example, whole(0)), exactError(example, example.lambda));

const exactly = property(book, {
  name: "the gain is that of the estimators, by exact matrix algebra, and positive for small penalties",
  covers: ["gain"],
  problems: examples,
  runs: 60,
  measure: gainOf,
  read: (written) => written.expand("gain"),
  violation: (example, measured, formula) => {
    const { singularValues, theta, noiseVariance, lambda } = example;
    const value = evaluate(formula, {
      modes: 2,
      scalars: { lambda, noiseVariance },
      perMode: { s: singularValues.map((each) => power(each, 2)), theta },
    });
    if (!equal(value, measured)) return `the gain is ${show(measured)} and its formula says ${show(value)}`;
    return isSmall(example) && sign(measured) <= 0 ? `λ is small and ridge gains ${show(measured)}` : null;
  },
  show: showExample,
});

const SMALL = "0 < λ ≤ 2σ²/θ_j² for every j with θ_j ≠ 0";

const largePenalties = counterexample({
  without: SMALL,
  says: "ridge may lose to least squares",
  problems: examples,
  tries: 100,
  fails: (example) => {
    const gain = gainOf(example);
    return sign(gain) < 0 ? `least squares is better by ${show(negate(gain))}` : null;
  },
  show: showExample,
});

export const claims = [
  claim({
    id: "ridge-existence/small-penalties",
    title: "Some ridge estimator always beats least squares",
    source: "Hoerl & Kennard 1970, the existence theorem; the range of λ for every design is Theobald's 1974",
    statement:
      "E‖θ̂(λ) − θ‖² has a negative slope at λ = 0, so some λ > 0 beats least squares; every λ with λθ_j² ≤ 2σ² for all j does.",
    hypotheses: ["X has full column rank", "E ε = 0, Cov ε = σ² I, σ > 0", SMALL],
    dependsOn: [],
    book,
    checks: [
      fromMoments,
      smallPenalties,
      howLarge,
      simulation(book, {
        name: "eight predictors",
        covers: ["gain", "leastSquaresError"],
        comparisons: 2,
        effort: 1,
        start: (context) => gainReplication(waves, context),
      }),
      exactly,
      largePenalties,
    ],
  }),
];
