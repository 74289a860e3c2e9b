import { Matrix } from "ml-matrix";
import type { Check, Context } from "../../../src/evidence/index.ts";
import { noises, Streams } from "../../../src/random/index.ts";
import {
  boundedStudents,
  type ClosedForms,
  DirectErrors,
  type Experiment,
  inputsOf,
  inSingularBasis,
  labelCoordinates,
  lambdaGrid,
  NormalEquations,
  problemFromDesign,
  type RidgeProblem,
  shortcutBook,
  singularBasis,
  SpectralErrors,
  squaredErrorRoundingBound,
  squaredErrors,
  sumsRoundingBound,
  truthRoundingBound,
} from "../../../src/ridge/index.ts";
import { onEveryDesign } from "./draw-by-draw.ts";

/** The squared distance of one student to the truth for one draw of labels: directly, and as the fast simulation has it. */
export interface Draw {
  readonly where: string;
  readonly problem: RidgeProblem;
  readonly lambda: number;
  readonly xi: number;
  /** ⟨u_j, η⟩/σ_j for each mode. */
  readonly w: Float64Array;
  /** Fitted to these very labels by its normal equations. */
  readonly direct: number;
  /** Measured mode by mode, from the same noise. */
  readonly spectral: number;
  /** By how much rounding may let any two of these and of the formulas' values differ. */
  readonly bound: number;
}

/** Which students are fitted, to how many draws of labels. */
export interface DrawOptions {
  readonly lambdas: readonly number[];
  readonly xis: readonly number[];
  readonly count: number;
}

/** Every student of a grid, for each draw of labels. */
export function drawsOf(experiment: Experiment, streams: Streams, { lambdas, xis, count }: DrawOptions): Draw[] {
  const { name, design, parameter, noiseVariance, noise } = experiment;
  const problem = problemFromDesign(design, parameter, noiseVariance);
  const basis = singularBasis(design);
  const drawn = Array.from({ length: count }, (_, draw) => {
    const random = streams.replicate(draw);
    return Array.from({ length: design.rows }, () => Math.sqrt(noiseVariance) * noise.draw(random));
  });
  const eta = new Matrix(drawn).transpose();
  const labels = eta.clone().addColumnVector(design.mmul(Matrix.columnVector([...parameter])));
  const coordinates = labelCoordinates(basis, eta);
  const direct = new DirectErrors(experiment, lambdas).measureStudents(streams, 0, count, xis);
  const spectral = new SpectralErrors(inSingularBasis(experiment, true), lambdas).measure(streams, 0, count);
  const equations = new NormalEquations(design);
  const truth = truthRoundingBound(design, parameter);
  return lambdas.flatMap((lambda, row) =>
    xis.flatMap((xi, column) => {
      const { bounds } = boundedStudents(equations, basis.singularValues, labels, { lambda, xi });
      const measured = squaredErrors(spectral[row]!, xi);
      return bounds.map((bound, draw) => {
        const w = Float64Array.from(coordinates.getColumn(draw));
        const squared = direct[row]![column]![draw]!;
        const fit = squaredErrorRoundingBound(Math.sqrt(squared), bound + truth);
        return {
          where: `${name}, ${noise.name} noise, λ = ${lambda}, ξ = ${xi}`,
          problem,
          lambda,
          xi,
          w,
          direct: squared,
          spectral: measured[draw]!,
          bound: fit + sumsRoundingBound(problem, lambda, xi, w),
        };
      });
    }),
  );
}

const XIS = [-3, -1, 0, 0.5, 1, 1.5, 3, 5];
const DRAWS = 4;

/**
 * Evidence that the simulation of modes, and the formulas, have the squared distance of every student that is fitted
 * directly to the same labels, to within rounding: on every design, with four kinds of noise.
 */
export function sumsDrawByDraw(covers: readonly string[]): Check {
  return onEveryDesign({
    name: "the squared distances, draw by draw, under four kinds of noise",
    covers,
    book: shortcutBook,
    drawsEach: 1,
    measure: underAllNoises,
    excess: largestExcess,
  });
}

/** The larger of two differences from the direct squared distance, in units of the bound: the simulation's, the formula's. */
export function largestExcess(draw: Draw, forms: ClosedForms): number {
  const { problem, lambda, xi, w, direct, spectral, bound } = draw;
  const { squaredDistance } = forms.values(["squaredDistance"], { ...inputsOf(problem, lambda, xi), w });
  const difference = Math.max(Math.abs(spectral - direct), Math.abs(squaredDistance! - direct));
  return difference === 0 ? 0 : difference / bound; // without signal and noise there is nothing to round
}

function underAllNoises(experiment: Experiment, { seed, claim }: Context): Draw[] {
  const lambdas = lambdaGrid(experiment.design);
  return noises.flatMap((noise) => {
    const streams = new Streams({ seed, claim, problem: `${experiment.name}, ${noise.name}` });
    return drawsOf({ ...experiment, noise }, streams, { lambdas, xis: XIS, count: DRAWS });
  });
}
