import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { property } from "../../../src/evidence/index.ts";
import {
  bestRounds,
  boundedRounds,
  type Case,
  columnNorm,
  type ExactExpectation,
  exactExpectedRoundsError,
  exactProblem,
  labelCoordinates,
  NormalEquations,
  realise,
  RepeatedForms,
  repeatedRoundingBound,
  ridgeBook,
  ridgeCases,
  shrunkEstimates,
} from "../../../src/ridge/index.ts";
import { disagreement } from "./direct-error.ts";

/* The rounds of ridge/repeated, each fitted directly to what the one before it predicts. */

const oneRound = ["nextShrinkage", "nextShortfall"];

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

export const everyRound = property(ridgeBook, {
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
export const limit = property(ridgeBook, {
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

export const errorOfRounds = property(ridgeBook, {
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
// its sums: no more than the closed form's own rounding again. A solution by orthogonal columns is best for a matrix off by
// 4rk units, which costs at most 2r times that rounding bound (its entries are below the root of the teacher's error).
export const bestOfRounds = property(ridgeBook, {
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
      const rounding = (1 + 2 * problem.signal.length) * repeatedRoundingBound(problem, lambda, xis);
      const allowed = own.bound + rounding;
      if (!(error <= own.value + allowed))
        return `ξ = ${xis.join(", ")} have error ${own.value}, below the least, ${error}`;
      if (warning !== undefined) continue;
      const wrong = disagreement(`the best error of ${rounds} rounds`, error, { ...own, bound: allowed });
      if (wrong !== null) return wrong;
      if (rounds >= distinct && error !== oracleError)
        return `${rounds} rounds have error ${error}, not ${oracleError}`;
      for (const [i, xi] of xis.entries()) {
        for (const change of CHANGES) {
          const rival = errorAt(xis.with(i, xi + change * Math.max(1, Math.abs(xi))));
          if (!(own.value <= rival.value + rival.bound + allowed))
            return `in ${rounds} rounds ξ_${i + 1} = ${xi} is not the best`;
        }
      }
    }
    return null;
  },
  show: showBest,
});
