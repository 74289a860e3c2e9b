import type { Features } from "./features.ts";
import { type Coordinates, dual, primal } from "./newton.ts";
import { dot, times, transposedTimes } from "./products.ts";

/** The norm of the gradient that a fit reaches, relative to Σ_i (1 + |t_i|), the size of what adds up to it. */
export const GRADIENT_TOLERANCE = 1e-12;

/** Steps after which a fit is given up: mostly it takes about five; with huge targets and tiny λ, hundreds of damped ones. */
const MOST_STEPS = 1000;

/** A relative error of floating-point arithmetic. */
const U = 2 ** -53;

/** A minimiser, and how near it is to the exact one. */
export interface Fit {
  /** θ, length d. */
  readonly parameter: Float64Array;
  /** ⟨θ, φ_i⟩, one per point. */
  readonly logits: Float64Array;
  /** ‖∇‖ at θ, as computed. */
  readonly gradientNorm: number;
  /** No logit is farther than this from that of the exact minimiser: by strong convexity, with all rounding counted. */
  readonly logitBound: number;
  /** Newton steps taken. */
  readonly steps: number;
  /** Where another fit may start. */
  readonly unknowns: Float64Array;
}

/**
 * Direct fits of all 2m points together: θ minimises Σ_i CE(t_i, σ(⟨θ, φ_i⟩)) + ½λ‖θ‖², where the targets t_i may be any
 * real numbers and CE(t, σ(z)) = log(1 + eᶻ) − tz. Nothing is assumed of the features, and no closed form is used.
 *
 * Newton's method, with the Cholesky factor of a system of size min(n, d). A step is halved until it reduces the gradient
 * enough; as the objective is strictly convex and smooth, some step does.
 */
export class DirectFit {
  /** What is fitted to. */
  readonly features: Features;
  readonly #coordinates: Coordinates;
  readonly #norms: Float64Array;
  readonly #logits: Float64Array;
  readonly #errors: Float64Array;
  readonly #weights: Float64Array;

  /** Fits to these features, which need not be those of the idealised problem. */
  constructor(features: Features) {
    const { rows, dimension, classSize } = features;
    const n = 2 * classSize;
    this.features = features;
    this.#coordinates = n <= dimension ? dual(rows, dimension) : primal(rows, dimension);
    this.#norms = Float64Array.from({ length: n }, (_, i) => {
      const row = rows.subarray(i * dimension, (i + 1) * dimension);
      return Math.sqrt(dot(row, row));
    });
    this.#logits = new Float64Array(n);
    this.#errors = new Float64Array(n);
    this.#weights = new Float64Array(n);
  }

  /** The fit to labels, 0 or 1. @throws as `minimise` does. */
  teacher(labels: Float64Array, lambda: number): Fit {
    return this.minimise(labels, lambda);
  }

  /**
   * The fit to ξσ(z) + (1 − ξ)ŷ, where z are the teacher's logits and ŷ the labels. Its logit bound counts that the
   * teacher's logits are not exact: a change δ of the targets moves θ by at most ‖Φᵀδ‖/λ.
   *
   * @throws as `minimise` does.
   */
  student(labels: Float64Array, teacher: Fit, lambda: number, xi: number): Fit {
    const targets = labels.map((label, i) => xi * sigmoid(teacher.logits[i]!) + (1 - xi) * label);
    const fit = this.minimise(targets, lambda, teacher.unknowns);
    // σ has slope ≤ ¼; a target is the result of six roundings of numbers of size |ξ| and |1 − ξ|.
    const wrong = (Math.abs(xi) * teacher.logitBound) / 4 + 6 * U * (Math.abs(xi) + Math.abs(1 - xi));
    const moved = wrong * this.#norms.reduce((sum, norm) => sum + norm, 0);
    return { ...fit, logitBound: fit.logitBound + (this.#largestNorm() * moved) / lambda };
  }

  /**
   * The fit to any targets.
   *
   * @param targets one per point, any numbers.
   * @param lambda λ > 0.
   * @param start the unknowns of another fit to these features.
   * @throws RangeError where the gradient does not come down to `GRADIENT_TOLERANCE`, as may be for tiny λ.
   */
  minimise(targets: Float64Array, lambda: number, start?: Float64Array): Fit {
    if (!(lambda > 0 && lambda < Infinity)) throw new RangeError(`λ must be positive and finite; ${lambda} given`);
    const coordinates = this.#coordinates;
    const scale = targets.reduce((sum, target) => sum + 1 + Math.abs(target), 0);
    let x = start?.slice() ?? new Float64Array(coordinates.size);
    let candidate = new Float64Array(coordinates.size);
    const step = new Float64Array(coordinates.size);
    let norm = this.#gradientNorm(x, targets, lambda);
    let steps = 0;
    // To half the tolerance, so that rounding in the final evaluation does not spoil it.
    while (norm > (GRADIENT_TOLERANCE / 2) * scale && steps < MOST_STEPS) {
      coordinates.step(this.#weights, lambda, step);
      steps++;
      const before = norm;
      for (let length = 1; length > U; length /= 2) {
        for (let i = 0; i < x.length; i++) candidate[i] = x[i]! + length * step[i]!;
        norm = this.#gradientNorm(candidate, targets, lambda);
        if (norm <= (1 - length / 4) * before) break;
      }
      if (!(norm < before)) break;
      const left = x;
      x = candidate;
      candidate = left;
    }
    return this.#certified(x, targets, lambda, steps, scale);
  }

  // The gradient's norm at x, with the errors t − σ(z) and the weights σ′(z) = σ(1 − σ) left for the step.
  #gradientNorm(x: Float64Array, targets: Float64Array, lambda: number): number {
    this.#coordinates.logits(x, this.#logits);
    for (let i = 0; i < targets.length; i++) {
      const sigma = sigmoid(this.#logits[i]!);
      this.#errors[i] = targets[i]! - sigma;
      this.#weights[i] = sigma * (1 - sigma);
    }
    return this.#coordinates.gradientNorm(x, this.#errors, lambda);
  }

  /*
   * Evaluates the gradient once more at θ itself, from the features alone, and bounds the rounding in it (Higham's γ
   * constants to first order, with some to spare; rows may have any norm):
   *   logits       each is off by (d + 1)u ‖φ_i‖‖θ‖,
   *   errors       by a fourth of that, and 6u(1 + |t_i|) for σ and the difference,
   *   Φᵀe          by (n + 1)u Σ‖φ_i‖|e_i|, and λθ by 2uλ‖θ‖.
   * The objective is λ-strongly convex, so θ is within ‖∇‖/λ of the minimiser.
   */
  #certified(x: Float64Array, targets: Float64Array, lambda: number, steps: number, scale: number): Fit {
    const { rows, dimension } = this.features;
    const n = targets.length;
    const parameter = this.#coordinates.parameter(x);
    const logits = new Float64Array(n);
    times(rows, parameter, logits);
    const errors = targets.map((target, i) => target - sigmoid(logits[i]!));
    const gradient = new Float64Array(dimension);
    transposedTimes(rows, errors, gradient);
    for (let j = 0; j < dimension; j++) gradient[j]! -= lambda * parameter[j]!;
    const gradientNorm = Math.sqrt(dot(gradient, gradient));
    if (!(gradientNorm <= GRADIENT_TOLERANCE * scale)) {
      const reached = `${gradientNorm.toExponential(2)} after ${steps} steps, with λ = ${lambda}`;
      throw new RangeError(
        `the gradient must come down to ${(GRADIENT_TOLERANCE * scale).toExponential(2)}: ${reached}`,
      );
    }
    const size = Math.sqrt(dot(parameter, parameter));
    let rounding = 2 * U * lambda * size;
    for (let i = 0; i < n; i++) {
      const norm = this.#norms[i]!;
      const ofLogit = (dimension + 1) * U * norm * size;
      rounding += norm * (ofLogit / 4 + 6 * U * (1 + Math.abs(targets[i]!)) + (n + 1) * U * Math.abs(errors[i]!));
    }
    const distance = (gradientNorm * (1 + (dimension + 2) * U) + rounding) / lambda;
    const logitBound = this.#largestNorm() * (distance + (dimension + 1) * U * size);
    return { parameter, logits, gradientNorm, logitBound, steps, unknowns: x };
  }

  #largestNorm(): number {
    return this.#norms.reduce((most, norm) => Math.max(most, norm), 0);
  }
}

/** σ(z) = 1/(1 + e⁻ᶻ), to within 6 units of roundoff. */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
