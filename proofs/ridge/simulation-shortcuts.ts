import fc from "fast-check";
import { type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { evaluate, type Fraction, Fractions, perMode, scalar } from "../../src/formula/index.ts";
import { noises, Streams } from "../../src/random/index.ts";
import {
  type Case,
  ClosedForms,
  type Experiment,
  realise,
  ridgeCases,
  shortcutBook,
  showCase,
  smallFractions,
} from "../../src/ridge/index.ts";
import { DESIGN, GAUSSIAN_COORDINATES, POSITIVE_LAMBDA, REAL_XI } from "./hypotheses.ts";
import { ratio, signedFractions } from "./methods/exact-students.ts";
import { studentObjective, teacherObjective } from "./methods/objectives.ts";
import { experimentOn } from "./methods/on-designs.ts";
import { errorComparisons, errorReplication } from "./methods/replications.ts";
import { drawsOf, largestExcess, sumsDrawByDraw } from "./methods/shortcut-draws.ts";

const statement = {
  id: "ridge/simulation-shortcuts",
  title: "Three sums over modes are every student's squared distance, draw by draw",
  source: "new here, from Das & Sanghavi 2023's solution in the singular basis",
  statement:
    "For every draw of the noise, with w_j = ⟨u_j, η⟩/σ_j: θ_S − θ* = u + ξv, with u = θ_T − θ*, which is a_j w_j − b_j θ_j in mode j and −θ*_⊥ outside the row space, and v_j = −a_j b_j(θ_j + w_j) in mode j, 0 outside; so ‖θ_S − θ*‖² = ‖u‖² + 2ξ⟨u, v⟩ + ξ²‖v‖², where the noise enters through Xᵀη alone. For independent Gaussian η_i of one variance the ⟨u_j, η⟩ are independent with that variance, so r of them may be drawn in place of n.",
  hypotheses: [POSITIVE_LAMBDA, REAL_XI, DESIGN, "E η = 0, Cov η = γ² I for the expectation", GAUSSIAN_COORDINATES],
};

const sufficient = derivation(shortcutBook, {
  name: "fits see the labels only through Xᵀy, whose coordinates ⟨v_j, Xᵀy⟩ are s_j z_j",
  covers: ["a", "b"],
  prepare: (book) =>
    book.declare({
      x: scalar("x", "real", "coordinate of a candidate estimate along the mode"),
      z: perMode("z", "real", "coordinate of the labels: ⟨u_j, y⟩/σ_j"),
    }),
  steps: [
    {
      says: "the teacher's objective holds the labels in s_j z_j, but for what no candidate changes",
      identity: [`${teacherObjective} - (s_j + lambda)*x^2/2 + s_j*z_j*x`, "s_j*z_j^2/2"],
    },
    {
      says: "so does the student's, whose targets are predictions and labels",
      identity: [
        `${studentObjective} - (s_j + lambda)*x^2/2 + (xi*a_j + 1 - xi)*s_j*z_j*x`,
        "s_j*(xi*a_j^2 + 1 - xi)*z_j^2/2",
      ],
    },
    { says: "where a_j z_j, the teacher, solves its normal equation", identity: ["(s_j + lambda)*a_j", "s_j"] },
    { says: "and b_j is what a_j lacks to 1", identity: ["a_j + b_j", "1"] },
  ],
});

const quadratic = derivation(shortcutBook, {
  name: "every ξ from three sums over modes",
  covers: ["a", "b", "off", "turn", "atZero", "cross", "curvature", "squaredDistance"],
  prepare: (book) =>
    book.declare({ base: scalar("\\xi_0", "real", "the imitation parameter that others are counted from") }),
  steps: [
    { says: "b_j is what a_j lacks to 1", identity: ["a_j + b_j", "1"] },
    {
      says: "the teacher is u off the truth: its normal equation holds at θ_j + u_j",
      identity: ["(s_j + lambda)*(theta_j + off_j)", "s_j*(theta_j + w_j)"],
    },
    {
      says: "the student with ξ = 1 is the teacher and v: its normal equation has the teacher for labels",
      identity: ["(s_j + lambda)*(theta_j + off_j + turn_j)", "s_j*(theta_j + off_j)"],
    },
    {
      says: "the student is affine in ξ: the normal equation holds at θ_j + u_j + ξ v_j",
      identity: [
        "(s_j + lambda)*(theta_j + off_j + xi*turn_j)",
        "s_j*(xi*(theta_j + off_j) + (1 - xi)*(theta_j + w_j))",
      ],
    },
    { says: "‖u‖² is a sum over w_j² and w_j", identity: ["atZero", "residualSignal + sum(off_j^2)"] },
    { says: "and so is ⟨u, v⟩", identity: ["cross", "sum(off_j*turn_j)"] },
    { says: "and ‖v‖²", identity: ["curvature", "sum(turn_j^2)"] },
    {
      says: "the squared distance of the student is their quadratic in ξ",
      identity: ["squaredDistance", "residualSignal + sum((off_j + xi*turn_j)^2)"],
    },
    {
      says: "ξ may be counted from any base",
      identity: [
        "squaredDistance",
        "at(squaredDistance, xi, base) + 2*(xi - base)*sum((off_j + base*turn_j)*turn_j) + (xi - base)^2*curvature",
      ],
    },
    {
      says: "its expectation is the expected error",
      expectation: {
        of: "(off_j + xi*turn_j)^2",
        over: "w_j",
        moments: ["1", "0", "noiseVariance/s_j"],
        equals: "error - residualSignal",
      },
    },
  ],
});

/*
 * Every rotation is a product of rotations in planes, and every orthogonal matrix one of these and at most one reflection,
 * which changes the sign of a coordinate. The density of Gaussian noise depends on the noise through ‖η‖² alone.
 */
const rotations = derivation(shortcutBook, {
  name: "rotations in a plane keep distances, and the distribution of Gaussian noise",
  covers: [],
  prepare: (book) =>
    book.declare({
      c: scalar("c", "real", "cosine"),
      d: scalar("d", "real", "sine"),
      x: scalar("x", "real", "a coordinate"),
      y: scalar("y", "real", "another"),
    }),
  hypotheses: { angle: { says: "c and d are cosine and sine of an angle", zero: "c^2 + d^2 - 1" } },
  steps: [
    {
      says: "the squared length stays: so the error is the same in any orthonormal basis, and so is the density's exponent",
      identity: ["(c*x - d*y)^2 + (d*x + c*y)^2", "x^2 + y^2"],
      given: { hypothesis: "angle", times: "x^2 + y^2" },
    },
    {
      says: "volumes stay, so that the density of the rotated noise is that of the noise",
      identity: ["diff(c*x - d*y, x)*diff(d*x + c*y, y) - diff(c*x - d*y, y)*diff(d*x + c*y, x)", "1"],
      given: { hypothesis: "angle", times: "1" },
    },
    { says: "a reflection keeps squared lengths", identity: ["(-x)^2 + y^2", "x^2 + y^2"] },
  ],
});

const measured = ["a", "b", "atZero", "cross", "curvature", "squaredDistance"];

// The noise of every label, as the expected error of Gaussian noise is simulated from the coordinates alone elsewhere.
const tall = experimentOn("tall");
const allLabels = simulation(shortcutBook, {
  name: `${tall.name}, drawn for every label: the error and its variance are those of drawn coordinates`,
  covers: ["error", "errorVariance"],
  comparisons: errorComparisons(tall),
  effort: tall.design.rows * tall.design.columns,
  start: (context) => errorReplication(tall, context, { drawLabels: true }),
});

function experimentOf(example: Case): Experiment {
  const { design, parameter } = realise(example);
  const noise = noises[example.rotation % noises.length]!;
  const { noiseVariance } = example.problem;
  return { name: "a random problem", design, parameter: parameter.to1DArray(), noiseVariance, noise };
}

const onEveryProblem = property(shortcutBook, {
  name: "the sums of every draw are the squared distance of the direct student, in every singular basis",
  covers: measured,
  problems: ridgeCases,
  runs: 150,
  measure: (example) => {
    const streams = new Streams({ seed: example.rotation, claim: "ridge", problem: "shortcuts" });
    return drawsOf(experimentOf(example), streams, { lambdas: [example.lambda], xis: [example.xi], count: 3 });
  },
  read: (book) => new ClosedForms(book),
  violation: (_, draws, forms) => {
    const off = draws.find((draw) => !(largestExcess(draw, forms) <= 1));
    if (off === undefined) return null;
    const many = Number(largestExcess(off, forms).toPrecision(3));
    return `a squared distance of ${off.direct} is off by ${many} times what rounding explains`;
  },
  show: showCase,
});

const squareOf = (value: Fraction): Fraction => Fractions.multiply(value, value);

const meanOf = (values: readonly Fraction[]): Fraction =>
  Fractions.multiply(values.reduce(Fractions.add), ratio(1, values.length));

// Labels of X = U diag(σ), U a rotation by the angle of a Pythagorean triple; the noise of each label is ±1.
const otherCoordinates = counterexample({
  without: GAUSSIAN_COORDINATES,
  says: "drawn coordinates may give the squared distance another variance",
  problems: fc.record({
    s: fc.array(smallFractions(1), { minLength: 2, maxLength: 2 }),
    theta: fc.array(signedFractions, { minLength: 2, maxLength: 2 }),
    lambda: smallFractions(1),
    xi: signedFractions,
  }),
  tries: 100,
  fails: ({ s: sigma, theta, lambda, xi }) => {
    const signs = [-1, 1].flatMap((first) => [-1, 1].map((second) => [ratio(first), ratio(second)]));
    const rotated = signs.map(([x, y]) => [turned(x!, y!, 3, -4), turned(x!, y!, 4, 3)]);
    const [drawn, labels] = [signs, rotated].map((noise) => {
      const distances = noise.map((coordinates) =>
        evaluate(shortcutBook.expand("squaredDistance"), {
          modes: 2,
          scalars: { lambda, xi, noiseVariance: ratio(1), residualSignal: ratio(0) },
          perMode: {
            s: sigma.map(squareOf),
            theta,
            w: coordinates.map((value, j) => Fractions.multiply(value, Fractions.reciprocal(sigma[j]!))),
          },
        }),
      );
      return Fractions.add(meanOf(distances.map(squareOf)), Fractions.negate(squareOf(meanOf(distances))));
    });
    if (Fractions.equal(drawn!, labels!)) return null;
    return `the variance is ${Fractions.show(labels!)} for labels and ${Fractions.show(drawn!)} for drawn coordinates`;
  },
  show: ({ s: sigma, theta, lambda, xi }) => {
    const list = (values: readonly Fraction[]): string => `(${values.map(Fractions.show).join(", ")})`;
    return `σ = ${list(sigma)}, u_1 = (3/5, -4/5), θ = ${list(theta)}, λ = ${Fractions.show(lambda)}, ξ = ${Fractions.show(xi)}`;
  },
});

function turned(x: Fraction, y: Fraction, first: number, second: number): Fraction {
  return Fractions.add(Fractions.multiply(x, ratio(first, 5)), Fractions.multiply(y, ratio(second, 5)));
}

export const simulationShortcuts: Claim = {
  ...statement,
  dependsOn: ["ridge/student-estimator"],
  book: shortcutBook,
  checks: [sufficient, quadratic, rotations, allLabels, sumsDrawByDraw(measured), onEveryProblem, otherCoordinates],
};
