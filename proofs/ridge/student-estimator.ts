import { Matrix } from "ml-matrix";
import { type Claim, counterexample, derivation, property } from "../../src/evidence/index.ts";
import { evaluate, Fractions, perMode, scalar } from "../../src/formula/index.ts";
import {
  boundedStudents,
  type Case,
  ClosedForms,
  columnNorm,
  labelCoordinates,
  NormalEquations,
  realise,
  ridgeBook,
  ridgeCases,
  showCase,
  shrunkEstimates,
} from "../../src/ridge/index.ts";
import { DESIGN, POSITIVE_LAMBDA } from "./hypotheses.ts";
import { drawByDraw } from "./methods/draw-by-draw.ts";
import { exactStudents, ratio, showExactStudent } from "./methods/exact-students.ts";
import { studentObjective, teacherObjective } from "./methods/objectives.ts";

const statement = {
  id: "ridge/student-estimator",
  title: "The student shrinks each mode by g = a(1 − ξb)",
  source: "Das & Sanghavi 2023, the student's solution in linear regression",
  statement:
    "For every real ξ the student's problem is strictly convex, and its solution is Σ_j g_j (θ_j + ⟨u_j, η⟩/σ_j) v_j with g_j = a_j(1 − ξ b_j).",
  hypotheses: [POSITIVE_LAMBDA, DESIGN, "X = Σ_j σ_j u_j v_jᵀ with σ_j > 0", "y = Xθ* + η"],
};

const formulas = ["a", "b", "g"];

const candidate = {
  x: scalar("x", "real", "coordinate of a candidate estimate along the mode"),
  z: perMode("z", "real", "coordinate of the labels: ⟨u_j, y⟩/σ_j = θ_j + ⟨u_j, η⟩/σ_j"),
};

const fromNormalEquations = derivation(ridgeBook, {
  name: "the shrinkage from the student's normal equations",
  covers: formulas,
  prepare: (book) => book.declare(candidate),
  steps: [
    {
      says: "the teacher's coordinate is a_j z_j",
      identity: [`at(diff(${teacherObjective}, x), x, a_j*z_j)`, "0"],
    },
    { says: "b_j is what a_j lacks to 1", identity: ["a_j + b_j", "1"] },
    {
      says: "the student's normal equation holds at g_j z_j",
      identity: [`at(diff(${studentObjective}, x), x, g_j*z_j)`, "0"],
    },
    {
      says: "away from g_j z_j the student's objective grows like a square, for every ξ",
      identity: [`${studentObjective} - at(${studentObjective}, x, g_j*z_j)`, "(s_j + lambda)*(x - g_j*z_j)^2/2"],
    },
    { says: "that square has a positive factor", sign: { of: "s_j + lambda", is: "positive" } },
  ],
});

/** Students fitted directly to the columns of labels, with what the closed form needs to be held against them. */
interface Fitted {
  readonly coordinates: Matrix;
  readonly right: Matrix;
  readonly students: Matrix;
  readonly bounds: readonly number[];
}

function fit(example: Case): Fitted {
  const basis = realise(example);
  const labels = Matrix.eye(basis.design.rows);
  const students = boundedStudents(new NormalEquations(basis.design), basis.singularValues, labels, example);
  return { ...students, coordinates: labelCoordinates(basis, labels), right: basis.right };
}

const onEveryProblem = property(ridgeBook, {
  name: "the direct student has shrinkage g in every singular basis",
  covers: formulas,
  problems: ridgeCases,
  runs: 200,
  measure: fit,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda, xi }, { coordinates, right, students, bounds }, forms) => {
    const shrinkage = forms.perMode("g", problem, lambda, xi);
    const difference = shrunkEstimates(right, shrinkage, coordinates).sub(students);
    const off = bounds.findIndex((bound, label) => !(columnNorm(difference, label) <= bound));
    if (off < 0) return null;
    const distance = columnNorm(difference, off);
    return `label ${off} moves the student by ${distance} more or less than g says; rounding explains ${bounds[off]}`;
  },
  show: showCase,
});

const linear = property(ridgeBook, {
  name: "the student is linear in the labels",
  covers: [],
  problems: ridgeCases,
  runs: 200,
  measure: (example) => {
    const { design, singularValues } = realise(example);
    const first = Matrix.columnVector(Array.from({ length: design.rows }, (_, i) => Math.sin(i + example.rotation)));
    const second = Matrix.columnVector(Array.from({ length: design.rows }, (_, i) => Math.cos(2 * i) - example.xi));
    const combined = Matrix.add(Matrix.mul(first, 3), Matrix.mul(second, -2));
    const labels = new Matrix([first, second, combined].map((column) => column.to1DArray())).transpose();
    return boundedStudents(new NormalEquations(design), singularValues, labels, example);
  },
  read: () => null,
  violation: (_, { students, bounds }) => {
    const [one, two, both] = [0, 1, 2].map((column) => students.getColumnVector(column));
    const difference = Matrix.mul(one!, 3).add(Matrix.mul(two!, -2)).sub(both!);
    const bound = 3 * bounds[0]! + 2 * bounds[1]! + bounds[2]!;
    const distance = columnNorm(difference, 0);
    return distance <= bound
      ? null
      : `3y₁ − 2y₂ moves the student off 3θ₁ − 2θ₂ by ${distance}; rounding explains ${bound}`;
  },
  show: showCase,
});

const bendsDown = counterexample({
  without: POSITIVE_LAMBDA,
  says: "the student's problem need not be convex",
  problems: exactStudents({ modes: { least: 1, most: 2 } }).map((student) => ({
    ...student,
    lambda: Fractions.negate(student.lambda),
  })),
  tries: 100,
  fails: ({ problem, lambda, xi }) => {
    const { squaredSingularValues: s } = problem;
    if (s.some((value) => Fractions.equal(value, Fractions.negate(lambda)))) return null; // there is no teacher
    const book = ridgeBook.declare(candidate);
    const at = (x: number): string => `at(${studentObjective}, x, ${x})`;
    const point = { modes: s.length, scalars: { lambda, xi }, perMode: { s, z: s.map(() => ratio(1)) } };
    const curvatures = s.map((_, j) => evaluate(book.expand(`${at(1)} - 2*${at(0)} + ${at(-1)}`), point, { j }));
    const down = curvatures.find((curvature) => Fractions.sign(curvature) < 0);
    if (down === undefined) return null;
    return `the student's objective has the curvature ${Fractions.show(down)} in a mode, so no least value`;
  },
  show: showExactStudent,
});

export const studentEstimator: Claim = {
  ...statement,
  dependsOn: [],
  book: ridgeBook,
  checks: [fromNormalEquations, drawByDraw("g", formulas), onEveryProblem, linear, bendsDown],
};
