import { type Dense, type StoredMatrix, Workspace } from "../../matrix/index.ts";
import { drawNoise, type Noise, type Streams } from "../../random/index.ts";
import type { ErrorSource, QuadraticErrors } from "./errors.ts";
import { NoiseImages } from "./noise-images.ts";

/**
 * An experiment in the coordinates of its design's singular basis, X = Σ_j σ_j u_j v_jᵀ. Fits see the labels only through
 * Xᵀy, so only the coordinates ⟨u_j, η⟩ of the noise matter, and a rotation of estimates keeps their distances.
 */
export interface SpectralExperiment {
  /** σ_j > 0. */
  readonly singularValues: readonly number[];
  /** θ_j = ⟨v_j, θ*⟩. */
  readonly signal: readonly number[];
  /** Squared norm of θ* outside the row space. */
  readonly residualSignal: number;
  readonly noiseVariance: number;
  readonly noise: Noise;
  /**
   * Uᵀ (r × n), the u_j in rows. Null where the r coordinates are drawn as entries of η are: because the u_j are unit
   * vectors, or because the noise is Gaussian, whose distribution no rotation changes.
   */
  readonly leftBasis: Dense | null;
}

/** Three sums over modes, each of quadratic_j z_j² + linear_j z_j + constant_j, for z_j = ⟨u_j, η⟩. */
const SUMS = 3;

// Entries of a block of z_j² and z_j: 512 kB, which stay in the cache between being written and being multiplied.
const BLOCK_ENTRIES = 2 ** 16;

/**
 * Measures the same errors as `ErrorSimulation`, in Euclidean distance, mode by mode: θ_S − θ* = u + ξv has coordinates
 * that are affine in z_j, so ‖u‖², ⟨u, v⟩ and ‖v‖² are sums over z_j² and z_j, and a block of draws takes one product of
 * matrices for all λ. The claim `ridge/simulation-shortcuts` holds every draw against students fitted directly.
 *
 * Where ‖u‖² + 2ξ⟨u, v⟩ + ξ²‖v‖² is far below its terms, digits are lost. So u may be that of another student than the
 * teacher, u = θ_S(base) − θ*, and ξ be counted from there: see `bestBase`.
 */
export class SpectralErrors implements ErrorSource {
  readonly #experiment: SpectralExperiment;
  readonly #images: NoiseImages | null;
  readonly #space: Workspace;
  readonly #rows: number;
  readonly #features: StoredMatrix;
  readonly #weights: StoredMatrix;
  readonly #sums: StoredMatrix;
  #all = new Float64Array(0);
  /** What the draws add to: the constant of each of the three sums, λ by λ. */
  readonly constants: Float64Array;

  /**
   * @param bases the imitation parameter of u at each λ.
   * @param space where its matrices are made; one that others use as well must not release them.
   */
  constructor(
    experiment: SpectralExperiment,
    lambdas: readonly number[],
    bases: readonly number[] = lambdas.map(() => 0),
    space: Workspace = new Workspace(),
  ) {
    this.#space = space;
    const { noise, leftBasis, singularValues } = experiment;
    this.#experiment = experiment;
    this.#images = leftBasis && new NoiseImages({ noise, deviation: 1, length: leftBasis.columns, map: leftBasis });
    const modes = singularValues.length;
    const columns = SUMS * lambdas.length;
    this.#rows = Math.max(4, Math.min(512, Math.floor(BLOCK_ENTRIES / (2 * modes))));
    this.#features = this.#space.matrix(this.#rows, 2 * modes);
    this.#weights = this.#space.matrix(2 * modes, columns);
    this.#sums = this.#space.matrix(this.#rows, columns);
    this.constants = new Float64Array(columns);
    const weights = this.#weights.values;
    lambdas.forEach((lambda, row) => {
      this.constants[SUMS * row] = experiment.residualSignal;
      for (let j = 0; j < modes; j++) {
        sumsOfMode(experiment, j, lambda, bases[row]!).forEach(({ quadratic, linear, constant }, i) => {
          const column = SUMS * row + i;
          weights[j * columns + column] = quadratic;
          weights[(modes + j) * columns + column] = linear;
          this.constants[column]! += constant;
        });
      }
    });
  }

  /**
   * The sums of replicates first, …, first + count − 1 without their constants: for each replicate ‖u‖², ⟨u, v⟩ and ‖v‖²
   * at each λ. The array is overwritten by the next call.
   */
  sums(streams: Streams, first: number, count: number): Float64Array {
    const modes = this.#experiment.singularValues.length;
    const columns = this.constants.length;
    if (this.#all.length !== count * columns) this.#all = new Float64Array(count * columns);
    const all = this.#all;
    for (let start = 0; start < count; start += this.#rows) {
      const rows = Math.min(this.#rows, count - start);
      const features = this.#space.reshaped(this.#features, rows, 2 * modes);
      const block = this.#space.reshaped(this.#sums, rows, columns);
      writeFeatures(this.#coordinates(streams, first + start, rows), modes, features.values);
      this.#space.multiply(features, this.#weights, block);
      all.set(block.values, start * columns);
    }
    return all;
  }

  measure(streams: Streams, first: number, count: number): QuadraticErrors[] {
    const sums = this.sums(streams, first, count);
    const columns = this.constants.length;
    const column = (at: number): Float64Array => {
      const values = new Float64Array(count);
      const constant = this.constants[at]!;
      for (let i = 0; i < count; i++) values[i] = sums[i * columns + at]! + constant;
      return values;
    };
    return Array.from({ length: columns / SUMS }, (_, row) => {
      const from = SUMS * row;
      return { atZero: column(from), cross: column(from + 1), curvature: column(from + 2) };
    });
  }

  // z_j for each replicate, one after the other.
  #coordinates(streams: Streams, first: number, count: number): Float64Array {
    if (this.#images) return this.#images.draw(streams, first, count);
    const { noise, singularValues } = this.#experiment;
    return drawNoise({ noise, streams, first, count, each: singularValues.length });
  }
}

interface SumOfMode {
  readonly quadratic: number;
  readonly linear: number;
  readonly constant: number;
}

/**
 * What one mode adds to ‖u‖², ⟨u, v⟩ and ‖v‖². Its labels have the coordinate y = θ + γz/σ. The teacher's normal equation
 * (s + λ)x = sy gives x = mz + aθ and x − θ = mz − bθ, with m = γσ/(s + λ), a = s/(s + λ) and b = λ/(s + λ). The student
 * with ξ = 1 solves (s + λ)x₁ = sx, which is the teacher's equation with x for y; so v = x₁ − x solves
 * (s + λ)v = s(x − y) = −λx. And u = x − θ + base · v.
 */
function sumsOfMode(experiment: SpectralExperiment, j: number, lambda: number, base: number): SumOfMode[] {
  const sigma = experiment.singularValues[j]!;
  const theta = experiment.signal[j]!;
  const system = sigma * sigma + lambda;
  const [a, b] = [(sigma * sigma) / system, lambda / system];
  const m = Math.sqrt(experiment.noiseVariance) * (sigma / system);
  const u = { slope: m * (1 - base * b), value: -b * theta * (1 + base * a) };
  const v = { slope: -b * m, value: -b * (a * theta) };
  return [
    { quadratic: u.slope * u.slope, linear: 2 * u.slope * u.value, constant: u.value * u.value },
    {
      quadratic: u.slope * v.slope,
      linear: u.slope * v.value + v.slope * u.value,
      constant: u.value * v.value,
    },
    { quadratic: v.slope * v.slope, linear: 2 * v.slope * v.value, constant: v.value * v.value },
  ];
}

/**
 * The imitation parameter to count ξ from, so that no digits are lost in the mean: −E⟨u, v⟩/E‖v‖² for u at ξ = 0, as the
 * mean of ‖u + ξv‖² is then a sum of two squares. Any other number would give the same errors, but for rounding.
 */
export function bestBase(experiment: SpectralExperiment, lambda: number): number {
  let [cross, curvature] = [0, 0];
  for (let j = 0; j < experiment.singularValues.length; j++) {
    const [, ofCross, ofCurvature] = sumsOfMode(experiment, j, lambda, 0);
    cross += ofCross!.quadratic + ofCross!.constant;
    curvature += ofCurvature!.quadratic + ofCurvature!.constant;
  }
  const base = -cross / curvature;
  return Number.isFinite(base) ? base : 0;
}

// Row by row: the squares of all coordinates, and the coordinates.
function writeFeatures(coordinates: Float64Array, modes: number, features: Float64Array): void {
  let from = 0;
  for (let row = 0; from < coordinates.length; row += 2 * modes) {
    for (let j = row; j < row + modes; j++) {
      const z = coordinates[from++]!;
      features[j] = z * z;
      features[j + modes] = z;
    }
  }
}
