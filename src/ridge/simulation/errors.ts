import { Matrix } from "ml-matrix";
import type { Streams } from "../../random/index.ts";
import { NormalEquations } from "./direct.ts";
import type { Experiment } from "./experiment.ts";
import { LinearImages } from "./linear-images.ts";
import { type NoiseImages, noiseStatistics } from "./noise-images.ts";

/**
 * The squared distances to the truth of every student at one λ, for a batch of draws. The estimate is affine in ξ,
 * θ_S − θ* = u + ξv, so three numbers per draw say them all: ‖u‖², ⟨u, v⟩ and ‖v‖² (in a metric BᵀB: those of Bu and Bv).
 */
export interface QuadraticErrors {
  /** ‖u‖². */
  readonly atZero: Float64Array;
  /** ⟨u, v⟩. */
  readonly cross: Float64Array;
  /** ‖v‖². */
  readonly curvature: Float64Array;
}

/** Draws noise and measures the errors of students, at given λ. */
export interface ErrorSource {
  /** Measures replicates first, …, first + count − 1: one set of errors per λ. */
  readonly measure: (streams: Streams, first: number, count: number) => QuadraticErrors[];
}

/**
 * ‖θ_S − θ*‖² at one ξ, for each draw of a batch.
 *
 * @param errors of a batch, as an `ErrorSource` measures them.
 * @param xi any number; 0 is the teacher.
 */
export function squaredErrors({ atZero, cross, curvature }: QuadraticErrors, xi: number): Float64Array {
  const errors = new Float64Array(atZero.length);
  for (let i = 0; i < errors.length; i++) errors[i] = atZero[i]! + 2 * xi * cross[i]! + xi * xi * curvature[i]!;
  return errors;
}

/**
 * Draws noise and measures estimates' squared distances to the truth, with no formula.
 *
 * The normal equations are linear in the labels, so for each λ they are solved once for each unit statistic (see
 * `NormalEquations`), with ξ = 0 and with ξ = 1; a draw then costs two matrix–vector products per λ. The tests show draw
 * by draw that this gives the direct solution.
 */
export class ErrorSimulation implements ErrorSource {
  readonly #experiment: Experiment;
  readonly #equations: NormalEquations;
  readonly #metricFactor: Matrix | null;
  readonly #offsets: readonly Float64Array[];
  readonly #images: LinearImages;
  readonly #noise: NoiseImages;

  /**
   * Prepares fits at every λ.
   *
   * @param experiment a design with its truth and its noise.
   * @param lambdas each positive.
   * @param metricFactor B (k × d), for the error in the metric BᵀB; Euclidean distance without.
   */
  constructor(experiment: Experiment, lambdas: readonly number[], metricFactor: Matrix | null = null) {
    this.#experiment = experiment;
    this.#metricFactor = metricFactor;
    this.#equations = new NormalEquations(experiment.design);
    this.#noise = noiseStatistics(experiment, this.#equations);
    const maps = lambdas.map((lambda) => this.#affineMap(lambda));
    this.#offsets = maps.map(({ offset }) => offset);
    this.#images = new LinearImages(
      this.#equations.size,
      maps.map(({ slopes }) => slopes),
    );
  }

  /** The errors of replicates first, …, first + count − 1: one set per λ. */
  measure(streams: Streams, first: number, count: number): QuadraticErrors[] {
    const moved = this.#images.of(this.#noise.draw(streams, first, count), count);
    return this.#offsets.map((offset, row) => distances(offset, moved, this.#images.starts[row]!, count));
  }

  #affineMap(lambda: number): AffineMap {
    const truth = Matrix.columnVector([...this.#experiment.parameter]);
    const fit = this.#equations.at(lambda);
    const unit = Matrix.eye(this.#equations.size);
    const noiseless = this.#equations.predicted(truth);
    const [teacher, noiselessTeacher] = [fit.teacher(unit), fit.teacher(noiseless)];
    const [student, noiselessStudent] = [fit.student(unit, teacher, 1), fit.student(noiseless, noiselessTeacher, 1)];
    const measured = (estimates: Matrix): Matrix => this.#metricFactor?.mmul(estimates) ?? estimates;
    return {
      offset: stack(
        measured(Matrix.sub(noiselessTeacher, truth)),
        measured(Matrix.sub(noiselessStudent, noiselessTeacher)),
      ),
      slopes: stack(measured(teacher), measured(Matrix.sub(student, teacher))),
    };
  }
}

// u = offset + slopes · statistic in the first half of the rows, and v likewise in the other.
interface AffineMap {
  readonly offset: Float64Array;
  readonly slopes: Float64Array;
}

function stack(top: Matrix, bottom: Matrix): Float64Array {
  return Float64Array.from([...top.to1DArray(), ...bottom.to1DArray()]);
}

// Of each replicate's images, those of this λ begin at `start`.
function distances(offset: Float64Array, moved: Float64Array, start: number, count: number): QuadraticErrors {
  const errors = {
    atZero: new Float64Array(count),
    cross: new Float64Array(count),
    curvature: new Float64Array(count),
  };
  const d = offset.length / 2;
  const each = moved.length / count;
  for (let replicate = 0; replicate < count; replicate++) {
    const first = replicate * each + start;
    let uu = 0;
    let uv = 0;
    let vv = 0;
    for (let i = 0; i < d; i++) {
      const u = offset[i]! + moved[first + i]!;
      const v = offset[d + i]! + moved[first + d + i]!;
      uu += u * u;
      uv += u * v;
      vv += v * v;
    }
    errors.atZero[replicate] = uu;
    errors.cross[replicate] = uv;
    errors.curvature[replicate] = vv;
  }
  return errors;
}
