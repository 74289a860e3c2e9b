import { Matrix } from "ml-matrix";
import type { Check, Context } from "../../../src/evidence/index.ts";
import type { Book } from "../../../src/formula/index.ts";
import { noises, Streams } from "../../../src/random/index.ts";
import {
  boundedStudents,
  ClosedForms,
  columnNorm,
  type Experiment,
  gaussianExperiments,
  labelCoordinates,
  lambdaGrid,
  NormalEquations,
  problemFromDesign,
  ridgeBook,
  type RidgeProblem,
  shrunkEstimates,
  singularBasis,
} from "../../../src/ridge/index.ts";

const XIS = [-3, -1, 0, 0.5, 1, 1.5, 3, 5];
const DRAWS = 4;

/** Students fitted directly to a few draws of labels, in one setting. */
interface Fits {
  readonly where: string;
  readonly problem: RidgeProblem;
  readonly lambda: number;
  readonly xi: number;
  /** r × draws: θ_j + ⟨u_j, η⟩/σ_j. */
  readonly coordinates: Matrix;
  /** d × r. */
  readonly right: Matrix;
  readonly students: Matrix;
  readonly bounds: readonly number[];
}

/** What is measured on drawn labels, to be held against formulas: the two may differ by rounding alone. */
export interface DrawnEvidence<Measured> {
  readonly name: string;
  readonly covers: readonly string[];
  readonly book: Book;
  /** How many draws of labels each measurement is of. */
  readonly drawsEach: number;
  readonly measure: (experiment: Experiment, context: Context) => readonly Measured[];
  /** The largest difference, in units of the bound on its rounding. */
  readonly excess: (measured: Measured, forms: ClosedForms) => number;
}

/** Evidence from measurements on all designs, draw by draw. */
export function onEveryDesign<Measured extends { readonly where: string }>({
  name,
  covers,
  book,
  drawsEach,
  measure,
  excess,
}: DrawnEvidence<Measured>): Check {
  return {
    kind: "simulation",
    name,
    covers,
    comparisons: 0,
    effort: 1,
    run: (context) => {
      const measured = gaussianExperiments().flatMap((experiment) => measure(experiment, context));
      const exact = new ClosedForms(book);
      const excesses = measured.map((each) => excess(each, exact));
      const largest = excesses.reduce((most, each) => Math.max(most, each), 0);
      const where = measured.find((_, i) => !(excesses[i]! <= 1))?.where;
      const draws = `${measured.length * drawsEach} draws`;
      const detail = `${draws}: the largest difference is ${Number(largest.toPrecision(2))} of its rounding bound`;
      return {
        finding:
          where === undefined
            ? { verdict: "supported", detail }
            : { verdict: "refuted", detail: `${where}: ${detail}` },
        notices: (broken) => {
          const forms = new ClosedForms(broken);
          const noticed = measured.some((each) => !(excess(each, forms) <= 1));
          return noticed ? { noticed } : { noticed, because: null };
        },
      };
    },
  };
}

/**
 * Evidence that the direct student is Σ_j f_j (θ_j + ⟨u_j, η⟩/σ_j) v_j for a formula f, draw by draw: on every design,
 * with Gaussian, Rademacher, Laplace and Student-t noise, the two may differ by rounding alone, within a derived bound.
 */
export function drawByDraw(formula: string, covers: readonly string[]): Check {
  return onEveryDesign({
    name: "the estimate, draw by draw, under four kinds of noise",
    covers,
    book: ridgeBook,
    drawsEach: DRAWS,
    measure: fitsOf,
    excess: (fit, forms) => excessOf(fit, formula, forms),
  });
}

function fitsOf(experiment: Experiment, { seed, claim }: Context): Fits[] {
  const { design, parameter, noiseVariance } = experiment;
  const problem = problemFromDesign(design, parameter, noiseVariance);
  const basis = singularBasis(design);
  const equations = new NormalEquations(design);
  const signal = design.mmul(Matrix.columnVector([...parameter]));
  return noises.flatMap((noise) => {
    const streams = new Streams({ seed, claim, problem: `${experiment.name}, ${noise.name}` });
    const draws = Array.from({ length: DRAWS }, (_, draw) => {
      const random = streams.replicate(draw);
      return Array.from({ length: design.rows }, () => Math.sqrt(noiseVariance) * noise.draw(random));
    });
    const eta = new Matrix(draws).transpose();
    const labels = eta.clone().addColumnVector(signal);
    const coordinates = labelCoordinates(basis, eta).addColumnVector([...problem.signal]);
    return lambdaGrid(design).flatMap((lambda) =>
      XIS.map((xi) => {
        const where = `${experiment.name}, ${noise.name} noise, λ = ${lambda}, ξ = ${xi}`;
        const fit = boundedStudents(equations, basis.singularValues, labels, { lambda, xi });
        return { where, problem, lambda, xi, coordinates, right: basis.right, ...fit };
      }),
    );
  });
}

// The largest distance between direct student and closed form, in units of its bound.
function excessOf(fit: Fits, formula: string, forms: ClosedForms): number {
  const { problem, lambda, xi, coordinates, right, students, bounds } = fit;
  const shrinkage = forms.perMode(formula, problem, lambda, xi);
  const difference = shrunkEstimates(right, shrinkage, coordinates).sub(students);
  return Math.max(...bounds.map((bound, draw) => columnNorm(difference, draw) / bound));
}
