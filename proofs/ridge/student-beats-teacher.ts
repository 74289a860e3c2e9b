import { type Claim, counterexample, derivation, property } from "../../src/evidence/index.ts";
import { Fractions } from "../../src/formula/index.ts";
import { ClosedForms, ridgeBook, ridgeCases, showCase } from "../../src/ridge/index.ts";
import { DESIGN, NOISE_OR_SIGNAL, POSITIVE_LAMBDA, WHITE_NOISE } from "./hypotheses.ts";
import { directError, disagreement, weighted } from "./methods/direct-error.ts";
import { exactStudents, showExactStudent, valueAt, withNothing } from "./methods/exact-students.ts";
import { onDesigns } from "./methods/on-designs.ts";
import { COMPARISONS_OF_ONE, imitationReplication } from "./methods/replications.ts";

const statement = {
  id: "ridge/student-beats-teacher",
  title: "Pure imitation beats the teacher exactly where ξ* > ½",
  source: "new here; the quadratic in ξ is Das & Sanghavi 2023's",
  statement:
    "For γ > 0 or some θ_j ≠ 0, e(λ, 0) − e(λ, 1) = 2N − D = 2D(ξ*(λ) − ½) with D > 0: at ξ = 1 the student beats the teacher iff ξ*(λ) > ½, and ties iff ξ*(λ) = ½.",
  hypotheses: [POSITIVE_LAMBDA, DESIGN, WHITE_NOISE, NOISE_OR_SIGNAL],
};

const fromTheQuadratic = derivation(ridgeBook, {
  name: "what pure imitation gains, from the quadratic in ξ",
  covers: ["imitationGain", "N", "D"],
  steps: [
    {
      says: "e(λ, 0) − e(λ, 1) = 2N − D",
      identity: ["at(error, xi, 0) - at(error, xi, 1)", "imitationGain"],
    },
  ],
});

const byTheSign = derivation(ridgeBook, {
  name: "its sign is that of ξ* − ½",
  covers: ["imitationGain", "optimalXi"],
  // Any N and D whatever, as ridge/optimal-xi shows that D > 0.
  prepare: (book) => book.opaque("N", "D"),
  steps: [{ says: "2N − D = 2D(ξ* − ½)", identity: ["imitationGain", "2*D*(optimalXi - 1/2)"] }],
});

const simulated = onDesigns(["tall", "wide"], {
  covers: ["imitationGain", "N", "D"],
  comparisons: COMPARISONS_OF_ONE,
  start: imitationReplication,
});

const exactly = property(ridgeBook, {
  name: "the direct student at ξ = 1 gains 2N − D over the direct teacher, and 2D(ξ* − ½)",
  covers: ["imitationGain", "optimalXi"],
  problems: ridgeCases,
  runs: 100,
  measure: (example) => {
    const errorAt = directError(example);
    return weighted([
      [1, errorAt(0)],
      [-1, errorAt(1)],
    ]);
  },
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda }, measured, forms) => {
    const gain = forms.scalar("imitationGain", problem, lambda, 0);
    const { optimalXi } = forms.optimalXi(problem, lambda);
    const D = forms.scalar("D", problem, lambda, 0);
    const fromOptimum = optimalXi === null ? 0 : 2 * D * (optimalXi - 1 / 2);
    return (
      disagreement("the gain of pure imitation", gain, measured) ??
      disagreement("the gain of pure imitation, from ξ*,", fromOptimum, measured)
    );
  },
  show: showCase,
});

const whoWins = property(ridgeBook, {
  name: "the student at ξ = 1 beats the teacher where ξ* > ½, and loses where ξ* < ½",
  covers: ["optimalXi"],
  problems: ridgeCases,
  runs: 200,
  measure: directError,
  read: (book) => new ClosedForms(book),
  violation: ({ problem, lambda }, errorAt, forms) => {
    const { optimalXi } = forms.optimalXi(problem, lambda);
    if (optimalXi === null) return null;
    const { value, bound } = weighted([
      [1, errorAt(0)],
      [-1, errorAt(1)],
    ]);
    if (Math.abs(value) <= bound || Math.sign(value) === Math.sign(optimalXi - 1 / 2)) return null;
    return `pure imitation gains ${value} while ξ* is ${optimalXi}`;
  },
  show: showCase,
});

const noXi = counterexample({
  without: NOISE_OR_SIGNAL,
  says: "student and teacher tie although there is no ξ*",
  problems: exactStudents(withNothing),
  tries: 20,
  fails: (student) => {
    const [gain, D] = [valueAt("at(error, xi, 0) - at(error, xi, 1)", student), valueAt("D", student)];
    if (Fractions.sign(gain) !== 0 || Fractions.sign(D) !== 0) return null;
    return `e(λ, 0) − e(λ, 1) = ${Fractions.show(gain)}, and ξ* = N/D has D = ${Fractions.show(D)}`;
  },
  show: showExactStudent,
});

export const studentBeatsTeacher: Claim = {
  ...statement,
  dependsOn: ["ridge/optimal-xi"],
  book: ridgeBook,
  checks: [fromTheQuadratic, byTheSign, ...simulated, exactly, whoWins, noXi],
};
