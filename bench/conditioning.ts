import { Matrix } from "ml-matrix";
import { Streams } from "../src/random/index.ts";
import {
  boundedStudents,
  ClosedForms,
  closedFormRoundingBound,
  columnNorm,
  designFromBasis,
  exactExpectedError,
  labelCoordinates,
  NormalEquations,
  orthonormalColumns,
  ridgeBook,
  type RidgeProblem,
  ridgeProblem,
  shrunkEstimates,
} from "../src/ridge/index.ts";
import { evaluate, type RationalPoint } from "../src/formula/exact/evaluate.ts";
import { fromNumber, multiply, toNumber } from "../src/formula/exact/fraction.ts";
import { printTable } from "./table.ts";

const spectrum = [1e6, 1e5, 1e4, 1e3, 1e2, 1e1, 1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6];
const ROWS = 20;

/**
 * What `ridge` computes beside direct fits, for singular values over 12 orders of magnitude: the student's estimate for a
 * unit of each label, and the expected error. Returns what exceeds its bound.
 */
export function benchConditioning(): string[] {
  const random = new Streams({ seed: 1, claim: "bench", problem: "conditioning" }).replicate(0);
  const left = orthonormalColumns(ROWS, spectrum.length, random);
  const right = orthonormalColumns(spectrum.length, spectrum.length, random);
  const equations = new NormalEquations(designFromBasis(left, spectrum, right));
  const signal = spectrum.map((_, j) => (j % 2 === 0 ? 1 : -1));
  const problem = ridgeProblem({ singularValues: spectrum, signal, noiseVariance: 1 });
  const parameter = right.mmul(Matrix.columnVector(signal));
  const labels = Matrix.eye(ROWS);
  const coordinates = labelCoordinates({ left, singularValues: spectrum }, labels);
  const forms = new ClosedForms();
  const misses: string[] = [];
  const rows = [1e12, 1e6, 1, 1e-2].flatMap((lambda) =>
    [0, 1, 3].map((xi) => {
      const { students, bounds } = boundedStudents(equations, spectrum, labels, { lambda, xi });
      const closed = shrunkEstimates(right, forms.perMode("g", problem, lambda, xi), coordinates);
      const difference = closed.clone().sub(students);
      const estimates = bounds.map((bound, label) => ({ off: columnNorm(difference, label), bound }));
      const estimate = estimates.reduce((worst, each) =>
        each.off / each.bound > worst.off / worst.bound ? each : worst,
      );
      const { error } = forms.errors(problem, lambda, xi);
      const exact = toNumber(evaluate(ridgeBook.expand("error"), pointOf(problem, lambda, xi)));
      const direct = exactExpectedError(equations, spectrum, parameter, 1, { lambda, xi });
      const off = Math.abs(direct.value - error);
      const bound = direct.bound + closedFormRoundingBound(problem, lambda, xi);
      if (!(estimate.off <= estimate.bound))
        misses.push(`the student at λ = ${lambda}, ξ = ${xi} is off by more than its bound`);
      if (!(Math.abs(error - exact) <= closedFormRoundingBound(problem, lambda, xi)))
        misses.push(`the closed form at λ = ${lambda}, ξ = ${xi} is off by more than its bound`);
      if (!(off <= bound)) misses.push(`the error at λ = ${lambda}, ξ = ${xi} is off by more than its bound`);
      const scale = Math.max(...Array.from({ length: ROWS }, (_, label) => columnNorm(students, label)));
      return [
        lambda.toExponential(0),
        String(xi),
        (estimate.off / scale).toExponential(1),
        (estimate.bound / scale).toExponential(1),
        (off / error).toExponential(1),
        (bound / error).toExponential(1),
        (Math.abs(error - exact) / exact).toExponential(1),
        (closedFormRoundingBound(problem, lambda, xi) / exact).toExponential(1),
      ];
    }),
  );
  printTable(
    "Conditioning: singular values from 10⁶ to 10⁻⁶, θ = ±1, γ² = 1. Relative differences and their bounds: closed form and direct fit, for the student and for the expected error; the closed form of the error in floating point and in exact rational arithmetic.",
    ["λ", "ξ", "student", "its bound", "expected error", "its bound", "from exact arithmetic", "its bound"],
    rows,
  );
  return misses;
}

function pointOf(
  { singularValues, signal, noiseVariance, residualSignal }: RidgeProblem,
  lambda: number,
  xi: number,
): RationalPoint {
  const scalars = { lambda, xi, noiseVariance, residualSignal };
  const values = singularValues.map(fromNumber);
  return {
    modes: values.length,
    scalars: Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, fromNumber(value)])),
    perMode: { s: values.map((value) => multiply(value, value)), theta: signal.map(fromNumber) },
  };
}
