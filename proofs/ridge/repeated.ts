import fc from "fast-check";
import { Matrix } from "ml-matrix";
import {
  certificate,
  type Claim,
  counterexample,
  derivation,
  type Finding,
  property,
  simulation,
} from "../../src/evidence/index.ts";
import { type Book, type Fraction, Fractions, perMode, scalar } from "../../src/formula/index.ts";
import {
  bestRounds,
  boundedRounds,
  type Case,
  columnNorm,
  distinctModes,
  type ExactExpectation,
  exactExpectedRoundsError,
  exactParameters,
  type ExactProblem,
  exactProblem,
  exactRoundError,
  exactRounds,
  exactValue,
  gaussianExperiments,
  labelCoordinates,
  levelled,
  NormalEquations,
  oneMoreTail,
  oracleTails,
  realise,
  RepeatedForms,
  repeatedRoundingBound,
  ridgeBook,
  ridgeCases,
  showExactProblem,
  shrunkEstimates,
  smallFractions,
} from "../../src/ridge/index.ts";
import { disagreement } from "./direct-error.ts";
import { repeatedComparisons, repeatedReplication } from "./repeated-replication.ts";

const NO_TAIL_VANISHES = "no tail T_i is 0 before one that is not, for the oracle in as many rounds as distinct s_j";
const CONTRACTS = "|ξ| max a < 1, for constant ξ";

const oneRound = ["nextShrinkage", "nextLack"];

// In the singular basis the objective falls apart into one per mode, in the estimate's coordinate x. The estimate that is
// imitated has the coordinate (1 − lack_j) z_j.
const roundObjective = "(s_j*(xi*((1 - lack_j)*z_j - x)^2 + (1 - xi)*(z_j - x)^2) + lambda*x^2)/2";

const fromNormalEquation = derivation(ridgeBook, {
  name: "one round, from the normal equation of a student that imitates any estimate",
  covers: oneRound,
  prepare: (book) =>
    book.declare({
      x: scalar("x", "real", "coordinate of a candidate estimate along the mode"),
      z: perMode("z", "real", "coordinate of the labels: ⟨u_j, y⟩/σ_j = θ_j + ⟨u_j, η⟩/σ_j"),
    }),
  steps: [
    {
      says: "the normal equation holds at the next shrinkage times z_j",
      identity: [`at(diff(${roundObjective}, x), x, nextShrinkage_j*z_j)`, "0"],
    },
    {
      says: "away from it the objective grows like a square, for every ξ",
      identity: [
        `${roundObjective} - at(${roundObjective}, x, nextShrinkage_j*z_j)`,
        "(s_j + lambda)*(x - nextShrinkage_j*z_j)^2/2",
      ],
    },
    { says: "what it lacks to 1", identity: ["nextShrinkage_j + nextLack_j", "1"] },
    { says: "imitating the teacher gives the student", identity: ["at(nextShrinkage_j, lack, b_j)", "g_j"] },
    { says: "with ξ = 0 it starts again from the teacher", identity: ["at(nextShrinkage_j, xi, 0)", "a_j"] },
  ],
});

const inTails = derivation(ridgeBook, {
  name: "k rounds lack b(1 + T_1 a + … + T_k aᵏ) to 1, with T_i = ξ_k ⋯ ξ_{k−i+1}",
  covers: ["nextLack"],
  prepare: (book) =>
    book.declare({
      polynomial: perMode("P", "real", "what the rounds before made of it: 1 + T_1 a + … at the mode's a"),
      first: scalar("\\xi_1", "real", "imitation parameter of round 1"),
      second: scalar("\\xi_2", "real", "imitation parameter of round 2"),
      third: scalar("\\xi_3", "real", "imitation parameter of round 3"),
    }),
  steps: [
    {
      says: "the induction step: a round makes b(1 + ξaP) of bP, so that every tail is multiplied by ξ and T_0 = 1 put before",
      identity: ["at(nextLack_j, lack, b_j*polynomial_j)", "b_j*(1 + xi*a_j*polynomial_j)"],
    },
    {
      says: "two rounds",
      identity: [
        "at(at(nextLack_j, lack, at(at(nextLack_j, lack, b_j), xi, first)), xi, second)",
        "b_j*(1 + second*a_j + second*first*a_j^2)",
      ],
    },
    {
      says: "three rounds",
      identity: [
        "at(at(nextLack_j, lack, at(at(nextLack_j, lack, at(at(nextLack_j, lack, b_j), xi, first)), xi, second)), xi, third)",
        "b_j*(1 + third*a_j + third*second*a_j^2 + third*second*first*a_j^3)",
      ],
    },
  ],
});

const pureImitation = derivation(ridgeBook, {
  name: "with ξ = 1 in every round the shrinkage after k rounds is aᵏ⁺¹",
  covers: ["nextShrinkage"],
  prepare: (book) => book.declare({ power: perMode("a^i", "real", "the shrinkage of the round before") }),
  steps: [
    {
      says: "the induction step: a round multiplies the shrinkage by a",
      identity: ["at(at(nextShrinkage_j, lack, 1 - power_j), xi, 1)", "a_j*power_j"],
    },
    { says: "a < 1, so each round shrinks more: 1 − a is b", identity: ["1 - a_j", "b_j"] },
    { says: "and b > 0", sign: { of: "b_j", is: "positive" } },
  ],
});

const constantXi = derivation(ridgeBook, {
  name: "with constant ξ each round multiplies the distance to a fixed shrinkage by aξ exactly",
  covers: [...oneRound, "limitShrinkage"],
  prepare: (book) =>
    book.declare({
      excess: scalar("\\xi - 1", "positive", "by how much ξ exceeds 1"),
      slack: perMode("c", "positive", "what s_j(ξ − 1) lacks to λ where the rounds converge"),
    }),
  steps: [
    {
      says: "the distance of the shrinkage to the fixed one is multiplied by aξ",
      identity: ["nextShrinkage_j - limitShrinkage_j", "a_j*xi*((1 - lack_j) - limitShrinkage_j)"],
    },
    {
      says: "and so is that of what it lacks to 1",
      identity: ["nextLack_j - (1 - limitShrinkage_j)", "a_j*xi*(lack_j - (1 - limitShrinkage_j))"],
    },
    {
      says: "the fixed shrinkage is that of ridge with λ/(1 − ξ)",
      identity: ["limitShrinkage_j", "at(a_j, lambda, lambda/(1 - xi))"],
    },
    { says: "0 for ξ = 1", identity: ["at(limitShrinkage_j, xi, 1)", "0"] },
    {
      says: "for ξ > 1 it is s/(s − λ/(ξ − 1))",
      identity: ["at(limitShrinkage_j, xi, 1 + excess)", "s_j/(s_j - lambda/excess)"],
    },
    {
      says: "aξ < 1 is s(ξ − 1) < λ: with λ = s(ξ − 1) + c, c > 0, one is the other over λ + s",
      identity: ["at(1 - a_j*(1 + excess), lambda, s_j*excess + slack_j)", "slack_j/(s_j + s_j*excess + slack_j)"],
    },
    {
      says: "and the fixed shrinkage is then minus s(ξ − 1)/c",
      identity: ["at(at(limitShrinkage_j, xi, 1 + excess), lambda, s_j*excess + slack_j)", "-(s_j*excess/slack_j)"],
    },
    { says: "which is negative", sign: { of: "s_j*excess/slack_j", is: "positive" } },
  ],
});

const leastSquares = derivation(ridgeBook, {
  name: "the best tails solve a linear least-squares problem, and r of them reach the oracle",
  covers: ["slope", "weight", "oracleExcess"],
  // Any shrinkage whatever, as long as h is what it lacks to 1.
  prepare: (book) =>
    book.opaque("g", "h").declare({
      change: perMode("d", "real", "a change of h: b times a polynomial in a that vanishes at 0"),
      tail: scalar("x", "real", "a change of one tail"),
      monomial: perMode("a^i", "real", "what the tail is multiplied by"),
    }),
  hypotheses: {
    stationary: {
      says: "the error is stationary along the change",
      zero: "sum(at(slope_j, g, 1 - h_j)*change_j)",
    },
  },
  steps: [
    {
      says: "the error exceeds the oracle's by a sum of squares",
      identity: ["at(error - oracleError - oracleExcess, g, 1 - h_j)", "0"],
    },
    {
      says: "each is the weight times a squared distance, linear in the tails, to the oracle's shrinkage",
      identity: ["at(slope_j^2/weight_j, g, 1 - h_j)", "weight_j*(1 - h_j - oracleShrinkage_j)^2"],
    },
    {
      says: "its slope in one tail is twice Σ p b aⁱ",
      identity: [
        "at(diff(at(at(error, g, 1 - h_j), h, h_j + tail*b_j*monomial_j), tail), tail, 0)",
        "2*sum(at(slope_j, g, 1 - h_j)*b_j*monomial_j)",
      ],
    },
    {
      says: "where the error is stationary along every change of the tails, each change adds Σ w d²",
      identity: ["at(at(error, g, 1 - h_j), h, h_j + change_j) - at(error, g, 1 - h_j)", "sum(weight_j*change_j^2)"],
      given: { hypothesis: "stationary", times: "2" },
    },
    {
      says: "which is ≥ 0, so the stationary tails are the best",
      sign: { of: "weight_j*change_j^2", is: "nonnegative" },
    },
  ],
});

/** s = (1, 2), γ² = 1, θ² = (3/5, 7/13): at λ = 1 the oracle is 2 rounds away from being reached. */
const example: ExactProblem = {
  squaredSingularValues: [Fractions.fraction(1n), Fractions.fraction(2n)],
  squaredSignal: [Fractions.fraction(3n, 5n), Fractions.fraction(7n, 13n)],
  noiseVariance: Fractions.fraction(1n),
  residualSignal: Fractions.fraction(0n),
};

const list = (values: readonly Fraction[]): string => `(${values.map(Fractions.show).join(", ")})`;

// The error holds the squares of the shrinkage and of what it lacks to 1; that they add up to 1 settles their signs.
function reachesOracle(lambda: Fraction, xis: readonly Fraction[], book: Book): boolean {
  const round = exactRounds(example, lambda, xis, book);
  const one = Fractions.fraction(1n);
  const complete = round.shrinkage.every((value, j) => Fractions.equal(Fractions.add(value, round.lack[j]!), one));
  const oracle = exactValue("oracleError", example, { lambda });
  return complete && Fractions.equal(exactRoundError(example, round, book), oracle);
}

const byExample = certificate(ridgeBook, {
  name: "in rational numbers: two rounds reach the oracle of s = (1, 2), γ² = 1, θ² = (3/5, 7/13) at λ = ½, 2, 3 and not at 1, where three do",
  covers: oneRound,
  certify: (book): Finding => {
    const reached: string[] = [];
    for (const lambda of [Fractions.fraction(1n, 2n), Fractions.fraction(2n), Fractions.fraction(3n)]) {
      const { xis } = exactParameters(oracleTails(example, lambda));
      const where = `λ = ${Fractions.show(lambda)}, ξ = ${list(xis ?? [])}`;
      if (xis === null || !reachesOracle(lambda, xis, book)) return { verdict: "refuted", detail: `not at ${where}` };
      reached.push(where);
    }
    const one = Fractions.fraction(1n);
    const tails = oracleTails(example, one);
    if (exactParameters(tails).xis !== null)
      return { verdict: "refuted", detail: `at λ = 1 with tails ${list(tails)}` };
    const { xis } = exactParameters(oneMoreTail(tails, example, one));
    if (xis === null || !reachesOracle(one, xis, book))
      return { verdict: "refuted", detail: "nor with three at λ = 1" };
    // A first tail of 10⁻³ in place of 0 misses by the order of its square.
    const near = exactParameters([Fractions.fraction(1n, 1000n), tails[1]!]).xis!;
    const error = exactRoundError(example, exactRounds(example, one, near, book), book);
    const missing = Fractions.subtract(error, exactValue("oracleError", example, { lambda: one }));
    if (Fractions.compare(missing, Fractions.fraction(1n, 1_000_000n)) > 0 || Fractions.sign(missing) <= 0) {
      return { verdict: "refuted", detail: `ξ = ${list(near)} misses by ${Fractions.show(missing)}` };
    }
    const atOne = `at λ = 1 the tails ${list(tails)} are out of reach, ξ = ${list(near)} misses by ${Fractions.show(missing)}`;
    return {
      verdict: "supported",
      detail: `reached at ${reached.join("; ")}; ${atOne}, three rounds ξ = ${list(xis)} reach it`,
    };
  },
});

/** A case with the imitation parameters of several rounds. */
interface Repeated {
  readonly example: Case;
  readonly xis: readonly number[];
}

const parameters = fc.integer({ min: -16, max: 24 }).map((eighth) => eighth / 8);
const repeatedCases: fc.Arbitrary<Repeated> = fc.record({
  example: ridgeCases,
  xis: fc.array(parameters, { minLength: 1, maxLength: 5 }),
});

const showRepeated = ({ example: { problem, lambda }, xis }: Repeated): string =>
  `echo '${JSON.stringify(problem)}' | sd-theorems repeated --problem - --lambda ${lambda} --xi ${xis.join(",")}`;
const showBest = ({ problem, lambda }: Case): string =>
  `echo '${JSON.stringify(problem)}' | sd-theorems repeated --problem - --lambda ${lambda} --rounds ${MOST_ROUNDS}`;

/** Students of the last round fitted directly to each unit label, in a basis in which shrinkages can be held against them. */
function fit({ example: given, xis }: Repeated): {
  readonly distance: (
    shrinkage: Float64Array,
  ) => { readonly label: number; readonly by: number; readonly bound: number } | null;
} {
  const basis = realise(given);
  const labels = Matrix.eye(basis.design.rows);
  const rounds = { lambda: given.lambda, xis };
  const { students, bounds } = boundedRounds(new NormalEquations(basis.design), basis.singularValues, labels, rounds);
  const coordinates = labelCoordinates(basis, labels);
  return {
    distance: (shrinkage) => {
      const difference = shrunkEstimates(basis.right, shrinkage, coordinates).sub(students);
      const label = bounds.findIndex((bound, i) => !(columnNorm(difference, i) <= bound));
      return label < 0 ? null : { label, by: columnNorm(difference, label), bound: bounds[label]! };
    },
  };
}

const everyRound = property(ridgeBook, {
  name: "students of one to five direct rounds have the shrinkage of the closed form in every singular basis",
  covers: oneRound,
  problems: repeatedCases,
  runs: 150,
  measure: fit,
  read: (book) => new RepeatedForms(book),
  violation: ({ example: { problem, lambda }, xis }, { distance }, forms) => {
    const off = distance(forms.last(problem, lambda, xis).shrinkage);
    if (off === null) return null;
    return `label ${off.label} moves the student by ${off.by} more or less than it should; rounding explains ${off.bound}`;
  },
  show: showRepeated,
});

const ROUNDS_TO_LIMIT = 60;

// After 60 rounds at |ξ| ≤ ½ what is left of the way, (aξ)⁶⁰(a − g), is below 4a·2⁻⁶⁰: less than the roundings allowed for.
const limit = property(ridgeBook, {
  name: "after sixty direct rounds with a constant ξ between −½ and ½ the students have the fixed shrinkage",
  covers: ["limitShrinkage"],
  problems: fc
    .record({ example: ridgeCases, eighths: fc.integer({ min: -4, max: 4 }) })
    .map((given) => ({ example: given.example, xis: Array<number>(ROUNDS_TO_LIMIT).fill(given.eighths / 8) })),
  runs: 60,
  measure: fit,
  read: (book) => new RepeatedForms(book),
  violation: ({ example: { problem, lambda }, xis }, { distance }, forms) => {
    const off = distance(forms.limit(problem, lambda, xis[0]!));
    if (off === null) return null;
    return `label ${off.label} moves the student by ${off.by} more or less than the limit; rounding explains ${off.bound}`;
  },
  show: showRepeated,
});

/** The direct expected error after given rounds, with a bound that covers the closed form's rounding. */
function directRounds(given: Case): (xis: readonly number[]) => ExactExpectation {
  const { design, singularValues, parameter } = realise(given);
  const equations = new NormalEquations(design);
  const { problem, lambda } = given;
  return (xis) => {
    const rounds = { lambda, xis };
    const error = exactExpectedRoundsError(equations, singularValues, parameter, problem.noiseVariance, rounds);
    return { value: error.value, bound: error.bound + repeatedRoundingBound(problem, lambda, xis) };
  };
}

const errorOfRounds = property(ridgeBook, {
  name: "their expected error is that of the closed form, exactly averaged over noise",
  covers: oneRound,
  problems: repeatedCases,
  runs: 100,
  measure: ({ example: given, xis }) => directRounds(given)(xis),
  read: (book) => new RepeatedForms(book),
  violation: ({ example: { problem, lambda }, xis }, direct, forms) =>
    disagreement("the error", forms.errors(problem, forms.last(problem, lambda, xis)).error, direct),
  show: showRepeated,
});

const MOST_ROUNDS = 4;
const CHANGES = [-1, -1 / 16, 1 / 16, 1];

// The error at the tails differs from that at the ξ they give by the rounding of these, 5k units in each shrinkage, and of
// its sums: no more than the closed form's own rounding again. A solution by Householder's QR is best for a matrix off by
// 4rk units, which costs at most 2r times that rounding bound (its entries are below the root of the teacher's error).
const bestOfRounds = property(ridgeBook, {
  name: "the best direct error falls with every round, down to the oracle's, and no change of one ξ lowers it",
  covers: ["slope", "weight", "oracleExcess"],
  problems: ridgeCases,
  runs: 60,
  measure: directRounds,
  read: (book) => new RepeatedForms(book),
  violation: ({ problem, lambda }, errorAt, forms) => {
    const { best, oracleError, distinct } = bestRounds(exactProblem(problem), lambda, MOST_ROUNDS, forms);
    for (const { rounds, error, xis, warning } of best) {
      if (rounds > 0 && !(error <= best[rounds - 1]!.error)) return `the error rises to ${error} in round ${rounds}`;
      if (xis === null) continue;
      const own = errorAt(xis);
      const rounding = repeatedRoundingBound(problem, lambda, xis);
      const wrong = disagreement(`the best error of ${rounds} rounds`, error, { ...own, bound: own.bound + rounding });
      if (wrong !== null) return wrong;
      if (rounds >= distinct && !(error - oracleError <= 2 * rounding)) {
        return `${rounds} rounds have error ${error} and the oracle ${oracleError}`;
      }
      if (warning !== undefined) continue;
      for (const [i, xi] of xis.entries()) {
        for (const change of CHANGES) {
          const rival = errorAt(xis.with(i, xi + change * Math.max(1, Math.abs(xi))));
          const allowed = own.bound + rival.bound + 2 * problem.signal.length * rounding;
          if (!(own.value <= rival.value + allowed)) return `in ${rounds} rounds ξ_${i + 1} = ${xi} is not the best`;
        }
      }
    }
    return null;
  },
  show: showBest,
});

/** A problem with two modes, a λ, and the tails of its oracle in two rounds. */
interface TwoRounds {
  readonly problem: ExactProblem;
  readonly lambda: Fraction;
}

const two = Fractions.fraction(2n);
const sum = (...values: readonly Fraction[]): Fraction => values.reduce(Fractions.add);
const ratio = (numerator: Fraction, denominator: Fraction): Fraction =>
  Fractions.multiply(numerator, Fractions.reciprocal(denominator));

/**
 * Problems made from tails: with h = b(1 + T_1 a + T_2 a²) in (0, 1), the oracle lacks h to 1 where θ² = γ²(1 − h)/(s h).
 * Half of the first tails are 0.
 */
const fromTails: fc.Arbitrary<TwoRounds> = fc
  .record({
    s: smallFractions(1),
    gap: smallFractions(1),
    lambda: smallFractions(1),
    noiseVariance: smallFractions(1),
    first: fc.oneof(fc.constant(Fractions.fraction(0n)), smallFractions(1)),
    second: smallFractions(1),
  })
  .map(({ s, gap, lambda, noiseVariance, first, second }) => {
    const squaredSingularValues = [sum(s, gap), s];
    const lacks = squaredSingularValues.map((value) => {
      const a = ratio(value, sum(value, lambda));
      const tails = sum(
        Fractions.fraction(1n),
        Fractions.multiply(first, a),
        ratio(Fractions.multiply(second, Fractions.power(a, 2)), two),
      );
      return Fractions.multiply(ratio(lambda, sum(value, lambda)), tails);
    });
    const squaredSignal = lacks.map((h, j) =>
      ratio(
        Fractions.multiply(noiseVariance, Fractions.subtract(Fractions.fraction(1n), h)),
        Fractions.multiply(squaredSingularValues[j]!, h),
      ),
    );
    return {
      lambda,
      problem: { squaredSingularValues, squaredSignal, noiseVariance, residualSignal: Fractions.fraction(0n) },
    };
  })
  .filter(({ problem }) => problem.squaredSignal.every((square) => Fractions.sign(square) > 0));

const unattained = counterexample({
  without: NO_TAIL_VANISHES,
  says: "no two rounds reach the oracle of two modes",
  problems: fromTails,
  tries: 300,
  fails: ({ problem, lambda }) => {
    const tails = oracleTails(distinctModes(levelled(problem)), lambda);
    if (exactParameters(tails).xis !== null) return null;
    const error = Fractions.show(exactValue("oracleError", problem, { lambda }));
    return `the error ${error} asks for ξ_2 = T_1 = 0 and ξ_2 ξ_1 = T_2 = ${Fractions.show(tails[1]!)}`;
  },
  show: ({ problem, lambda }) => `${showExactProblem(problem)}, λ = ${Fractions.show(lambda)}`,
});

const diverging = counterexample({
  without: CONTRACTS,
  says: "the rounds run away from their fixed shrinkage",
  problems: fc.record({ s: smallFractions(1), lambda: smallFractions(1), xi: smallFractions(1) }),
  tries: 300,
  fails: ({ s, lambda, xi }) => {
    const factor = Fractions.multiply(xi, ratio(s, sum(s, lambda)));
    if (Fractions.compare(factor, Fractions.fraction(1n)) <= 0) return null;
    const problem = { ...example, squaredSingularValues: [s], squaredSignal: [Fractions.fraction(1n)] };
    const after = [1, 2, 3, 4].map((k) => exactRounds(problem, lambda, Array<Fraction>(k).fill(xi)).shrinkage[0]!);
    const grows = [2, 3].every((i) => {
      const [step, before] = [
        Fractions.subtract(after[i]!, after[i - 1]!),
        Fractions.subtract(after[i - 1]!, after[i - 2]!),
      ];
      return Fractions.equal(step, Fractions.multiply(factor, before)) && Fractions.sign(step) !== 0;
    });
    return grows
      ? `rounds 1 to 4 shrink by ${after.map(Fractions.show).join(", ")}, each step aξ = ${Fractions.show(factor)} times the last`
      : null;
  },
  show: ({ s, lambda, xi }) => `s = ${Fractions.show(s)}, λ = ${Fractions.show(lambda)}, ξ = ${Fractions.show(xi)}`,
});

export const repeated: Claim = {
  id: "ridge/repeated",
  title: "Rounds of self-distillation reach the oracle: as many as there are distinct s_j",
  source:
    "Pareek, Du & Oh 2024, repeated self-distillation; Mobahi et al. 2020 and Borup & Andersen 2021 for ξ ≡ 1; which λ fail, and the extra round that always reaches the oracle, are new here",
  statement:
    "With g⁽⁰⁾ = a and g⁽ⁱ⁾ = a(1 − ξ_i(1 − g⁽ⁱ⁻¹⁾)), k rounds lack b(1 + T_1 a + … + T_k aᵏ) to 1, T_i = ξ_k ⋯ ξ_{k−i+1}; the infimum of their error is a linear least-squares minimum in T, which falls weakly in k and is the oracle's at r rounds, the number of distinct s_j. It is attained iff no tail of its T vanishes before a later one, and r + 1 rounds always attain the oracle. With ξ ≡ 1, g⁽ᵏ⁾ = aᵏ⁺¹; with constant ξ the distance to the fixed shrinkage, that of ridge with λ/(1 − ξ), is multiplied by aξ in each round.",
  hypotheses: ["λ > 0", "E η = 0, Cov η = γ² I", NO_TAIL_VANISHES, CONTRACTS],
  dependsOn: ["ridge/expected-error"],
  book: ridgeBook,
  checks: [
    fromNormalEquation,
    inTails,
    pureImitation,
    constantXi,
    leastSquares,
    byExample,
    ...gaussianExperiments()
      .slice(0, 2)
      .map((experiment) =>
        simulation(ridgeBook, {
          name: experiment.name,
          covers: [...oneRound, "limitShrinkage"],
          comparisons: repeatedComparisons(experiment),
          effort: experiment.design.rows * experiment.design.columns,
          start: (context) => repeatedReplication(experiment, context),
        }),
      ),
    everyRound,
    errorOfRounds,
    limit,
    bestOfRounds,
    unattained,
    diverging,
  ],
};
