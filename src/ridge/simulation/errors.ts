import { Matrix } from "ml-matrix";
import type { Streams } from "../../random/index.ts";
import { NormalEquations } from "./direct.ts";
import type { Experiment } from "./experiment.ts";

/**
 * The squared distances to the truth of every student at one λ, for a batch of draws. The estimate is affine in ξ,
 * θ_S − θ* = u + ξv, so three numbers per draw say them all: ‖u‖², ⟨u, v⟩ and ‖v‖².
 */
export interface QuadraticErrors {
  readonly atZero: Float64Array;
  readonly cross: Float64Array;
  readonly curvature: Float64Array;
}

/** ‖θ_S − θ*‖² at one ξ, for each draw of a batch. */
export function squaredErrors({ atZero, cross, curvature }: QuadraticErrors, xi: number): Float64Array {
  return atZero.map((value, i) => value + 2 * xi * cross[i]! + xi * xi * curvature[i]!);
}

/**
 * Draws noise and measures estimates' squared distances to the truth, with no formula.
 *
 * The normal equations are linear in the labels, so for each λ they are solved once for each unit statistic (see
 * `NormalEquations`), with ξ = 0 and with ξ = 1; a draw then costs two matrix–vector products per λ. The tests show draw
 * by draw that this gives the direct solution.
 */
export class ErrorSimulation {
  readonly #experiment: Experiment;
  readonly #equations: NormalEquations;
  readonly #maps: readonly AffineMap[];

  constructor(experiment: Experiment, lambdas: readonly number[]) {
    this.#experiment = experiment;
    this.#equations = new NormalEquations(experiment.design);
    this.#maps = lambdas.map((lambda) => this.#affineMap(lambda));
  }

  /** Measures replicates first, …, first + count − 1: one set of errors per λ. */
  measure(streams: Streams, first: number, count: number): QuadraticErrors[] {
    const statistics = this.#noiseStatistics(streams, first, count);
    return this.#maps.map((map) => distances(map, statistics, count));
  }

  #affineMap(lambda: number): AffineMap {
    const truth = Matrix.columnVector([...this.#experiment.parameter]);
    const fit = this.#equations.at(lambda);
    const unit = Matrix.eye(this.#equations.size);
    const noiseless = this.#equations.predicted(truth);
    const teacher = fit.teacher(unit);
    const noiselessTeacher = fit.teacher(noiseless);
    const noiselessStudent = fit.student(noiseless, noiselessTeacher, 1);
    return {
      size: this.#equations.size,
      zero: noiselessTeacher.clone().sub(truth).to1DArray(),
      zeroSlopes: Float64Array.from(teacher.to1DArray()),
      step: noiselessStudent.sub(noiselessTeacher).to1DArray(),
      stepSlopes: Float64Array.from(fit.student(unit, teacher, 1).sub(teacher).to1DArray()),
    };
  }

  // The statistic of the noise of each replicate, one after the other.
  #noiseStatistics(streams: Streams, first: number, count: number): Float64Array {
    const { design, noiseVariance, noise } = this.#experiment;
    const size = this.#equations.size;
    const [n, deviation] = [design.rows, Math.sqrt(noiseVariance)];
    const statisticOfUnit = Float64Array.from(this.#equations.statistic(Matrix.eye(n)).transpose().to1DArray());
    const isIdentity = size === n && design.rows < design.columns;
    const result = new Float64Array(size * count);
    for (let replicate = 0; replicate < count; replicate++) {
      const random = streams.replicate(first + replicate);
      const offset = replicate * size;
      for (let i = 0; i < n; i++) {
        const label = deviation * noise.draw(random);
        if (isIdentity) result[offset + i] = label;
        else for (let p = 0; p < size; p++) result[offset + p]! += label * statisticOfUnit[i * size + p]!;
      }
    }
    return result;
  }
}

// u = zero + zeroSlopes · statistic and v = step + stepSlopes · statistic; slopes are d × size, row by row.
interface AffineMap {
  readonly size: number;
  readonly zero: readonly number[];
  readonly zeroSlopes: Float64Array;
  readonly step: readonly number[];
  readonly stepSlopes: Float64Array;
}

function distances(map: AffineMap, statistics: Float64Array, count: number): QuadraticErrors {
  const { size, zero, zeroSlopes, step, stepSlopes } = map;
  const errors = { atZero: new Float64Array(count), cross: new Float64Array(count), curvature: new Float64Array(count) };
  for (let replicate = 0; replicate < count; replicate++) {
    const offset = replicate * size;
    let [uu, uv, vv] = [0, 0, 0];
    for (let i = 0; i < zero.length; i++) {
      let [u, v] = [zero[i]!, step[i]!];
      const row = i * size;
      for (let p = 0; p < size; p++) {
        const entry = statistics[offset + p]!;
        u += zeroSlopes[row + p]! * entry;
        v += stepSlopes[row + p]! * entry;
      }
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
