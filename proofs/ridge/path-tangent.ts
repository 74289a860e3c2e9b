import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { type Claim, counterexample, derivation, property } from "../../src/evidence/index.ts";
import { Fractions } from "../../src/formula/index.ts";
import {
  type BoundedStudents,
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
  smallFractions,
} from "../../src/ridge/index.ts";
import { DESIGN, POSITIVE_LAMBDA, REAL_XI, SHARED_LAMBDA } from "./hypotheses.ts";
import { drawByDraw } from "./methods/draw-by-draw.ts";
import { exactStudents, showExactStudent, valueAt } from "./methods/exact-students.ts";

const statement = {
  id: "ridge/path-tangent",
  title: "Self-distillation moves along the tangent of the ridge path, by ξ in log λ",
  source: "new here; the shrinkage is Das & Sanghavi 2023's",
  statement: "θ_S(λ, ξ) = θ_T(λ) + ξ λ dθ_T/dλ.",
  hypotheses: [POSITIVE_LAMBDA, REAL_XI, DESIGN, SHARED_LAMBDA],
};

const alongThePath = derivation(ridgeBook, {
  name: "the shrinkage is the ridge path's value plus ξ times its slope in log λ",
  covers: ["a", "b", "g", "t", "tangent"],
  steps: [
    { says: "a_j solves the teacher's normal equation", identity: ["s_j*(1 - a_j)", "lambda*a_j"] },
    { says: "ridge shrinks by ab per unit of log λ", identity: ["lambda*diff(a_j, lambda)", "-t_j"] },
    { says: "a(1 − ξb) = a + ξλ da/dλ", identity: ["g_j", "tangent_j"] },
    { says: "the teacher is the student with ξ = 0", identity: ["at(g_j, xi, 0)", "a_j"] },
  ],
});

// The five-point difference in τ = log λ is off by h⁴/30 times the fifth derivative of the path. A mode's shrinkage is the
// logistic function of log s − τ, whose fifth derivative is at most 1/4.
const STEP = 2 ** -7;
const TRUNCATION = (STEP ** 2) ** 2 / 30 / 4;
const DIFFERENCE = [
  { at: -2, weight: 1 / 12 },
  { at: -1, weight: -8 / 12 },
  { at: 1, weight: 8 / 12 },
  { at: 2, weight: -1 / 12 },
];

/** The student and the point on the tangent, each from direct fits alone, for a unit of each label. */
interface OnTangent {
  readonly students: Matrix;
  readonly onTangent: Matrix;
  /** r × labels: ⟨u_j, y⟩/σ_j. */
  readonly coordinates: Matrix;
  readonly right: Matrix;
  readonly roundings: readonly number[];
  readonly bounds: readonly number[];
}

function fit(example: Case): OnTangent {
  const { lambda, xi } = example;
  const basis = realise(example);
  const equations = new NormalEquations(basis.design);
  const labels = Matrix.eye(basis.design.rows);
  const coordinates = labelCoordinates(basis, labels);
  const fitAt = (regularization: number, imitation: number): BoundedStudents =>
    boundedStudents(equations, basis.singularValues, labels, { lambda: regularization, xi: imitation });
  const student = fitAt(lambda, xi);
  const teacher = fitAt(lambda, 0);
  const onTangent = teacher.students.clone();
  const bounds = student.bounds.map((bound, label) => {
    const truncation = Math.abs(xi) * TRUNCATION * columnNorm(coordinates, label);
    return bound + teacher.bounds[label]! + truncation;
  });
  for (const { at, weight } of DIFFERENCE) {
    const neighbour = fitAt(lambda * Math.exp(at * STEP), 0);
    onTangent.add(Matrix.mul(neighbour.students, (xi * weight) / STEP));
    neighbour.bounds.forEach((bound, label) => (bounds[label]! += (Math.abs(xi * weight) / STEP) * bound));
  }
  return { students: student.students, onTangent, coordinates, right: basis.right, roundings: student.bounds, bounds };
}

const onEveryPath = property(ridgeBook, {
  name: "the direct student lies on the tangent of the direct ridge path, at ξ",
  covers: ["a", "tangent"],
  problems: ridgeCases,
  runs: 100,
  measure: fit,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda, xi }, { students, onTangent, coordinates, right, roundings, bounds }, forms) => {
    const closedForm = shrunkEstimates(right, forms.perMode("tangent", problem, lambda, xi), coordinates);
    for (let label = 0; label < students.columns; label++) {
      const fromPath = columnNorm(Matrix.sub(students, onTangent), label);
      if (!(fromPath <= bounds[label]!))
        return `the student is ${fromPath} off the path's tangent; errors explain ${bounds[label]}`;
      const fromForm = columnNorm(Matrix.sub(students, closedForm), label);
      if (!(fromForm <= roundings[label]!))
        return `the student is ${fromForm} off the closed form; rounding explains ${roundings[label]}`;
    }
    return null;
  },
  show: showCase,
});

const offTheTangent = counterexample({
  without: SHARED_LAMBDA,
  says: "the student leaves the tangents at both",
  problems: fc.record({ student: exactStudents({ modes: { least: 1, most: 1 } }), other: smallFractions(1) }),
  tries: 100,
  // The student's normal equation with a penalty λ′ of its own: (s + λ′)g = s(ξa + 1 − ξ).
  fails: ({ student, other }) => {
    const target = valueAt("sum(s_j*(xi*a_j + (1 - xi)))", student);
    const penalised = Fractions.add(student.problem.squaredSingularValues[0]!, other);
    const g = Fractions.multiply(target, Fractions.reciprocal(penalised));
    const tangents = [student, { ...student, lambda: other }].map((at) => valueAt("sum(tangent_j)", at));
    if (tangents.some((tangent) => Fractions.equal(tangent, g))) return null;
    const [ofTeacher, ofStudent] = tangents.map(Fractions.show);
    return `the student shrinks by ${Fractions.show(g)}, and the tangents by ${ofTeacher} and ${ofStudent}`;
  },
  show: ({ student, other }) => `${showExactStudent(student)}, and λ′ = ${Fractions.show(other)} for the student`,
});

export const pathTangent: Claim = {
  ...statement,
  dependsOn: ["ridge/student-estimator"],
  book: ridgeBook,
  checks: [alongThePath, drawByDraw("tangent", ["a", "tangent"]), onEveryPath, offTheTangent],
};
