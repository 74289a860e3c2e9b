import { factorise, solveFactorised } from "./cholesky.ts";
import { dot, times, transposedTimes } from "./products.ts";

/**
 * Unknowns x in which θ is sought, and Newton's equations in them. The objective is Σ_i CE(t_i, σ(z_i)) + ½λ‖θ‖² with
 * logits z = Φθ; minus its gradient is Φᵀe − λθ with errors e = t − σ(z), its Hessian λI + ΦᵀWΦ with weights W = σ′(z).
 */
export interface Coordinates {
  /** How many unknowns there are. */
  readonly size: number;
  readonly logits: (x: Float64Array, out: Float64Array) => void;
  /** The norm of the gradient at x, where the errors are `errors`; `step` is then the step from x. */
  readonly gradientNorm: (x: Float64Array, errors: Float64Array, lambda: number) => number;
  /** Newton's step from where the gradient was last asked for. */
  readonly step: (weights: Float64Array, lambda: number, out: Float64Array) => void;
  /** θ. */
  readonly parameter: (x: Float64Array) => Float64Array;
}

/** x = θ itself, d unknowns. */
export function primal(rows: Float64Array, dimension: number): Coordinates {
  const d = dimension;
  const descent = new Float64Array(d);
  const hessian = new Float64Array(d * d);
  const gradientNorm = (x: Float64Array, errors: Float64Array, lambda: number): number => {
    transposedTimes(rows, errors, descent);
    for (let j = 0; j < d; j++) descent[j]! -= lambda * x[j]!;
    return Math.sqrt(dot(descent, descent));
  };
  const step = (weights: Float64Array, lambda: number, out: Float64Array): void => {
    hessian.fill(0);
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i]!;
      const row = i * d;
      for (let j = 0; j < d; j++) {
        const scaled = weight * rows[row + j]!;
        for (let k = 0; k <= j; k++) hessian[j * d + k]! += scaled * rows[row + k]!;
      }
    }
    for (let j = 0; j < d; j++) hessian[j * d + j]! += lambda;
    factorise(hessian, d);
    out.set(descent);
    solveFactorised(hessian, d, out);
  };
  return { size: d, logits: (x, out) => times(rows, x, out), gradientNorm, step, parameter: (x) => x.slice() };
}

/**
 * x = α with θ = Φᵀα, n unknowns: the minimiser is such a combination. With the Gram matrix K = ΦΦᵀ and the residual
 * r = e − λα, minus the gradient is Φᵀr. The step solves (λI + WK)Δ = r, and with S = √W
 * (λI + WK)⁻¹ = (I − S(λI + SKS)⁻¹SK)/λ, where a symmetric positive definite matrix is left to be inverted.
 */
export function dual(rows: Float64Array, dimension: number): Coordinates {
  const n = rows.length / dimension;
  const gram = gramMatrix(rows, dimension);
  const residual = new Float64Array(n);
  const image = new Float64Array(n); // K r
  const roots = new Float64Array(n);
  const system = new Float64Array(n * n);
  const gradientNorm = (x: Float64Array, errors: Float64Array, lambda: number): number => {
    for (let i = 0; i < n; i++) residual[i] = errors[i]! - lambda * x[i]!;
    times(gram, residual, image);
    return Math.sqrt(Math.max(0, dot(residual, image)));
  };
  const step = (weights: Float64Array, lambda: number, out: Float64Array): void => {
    for (let i = 0; i < n; i++) roots[i] = Math.sqrt(weights[i]!);
    for (let i = 0; i < n; i++) {
      const root = roots[i]!;
      for (let j = 0; j <= i; j++) system[i * n + j] = root * roots[j]! * gram[i * n + j]!;
      system[i * n + i]! += lambda;
      out[i] = root * image[i]!;
    }
    factorise(system, n);
    solveFactorised(system, n, out);
    for (let i = 0; i < n; i++) out[i] = (residual[i]! - roots[i]! * out[i]!) / lambda;
  };
  const parameter = (x: Float64Array): Float64Array => {
    const theta = new Float64Array(dimension);
    transposedTimes(rows, x, theta);
    return theta;
  };
  return { size: n, logits: (x, out) => times(gram, x, out), gradientNorm, step, parameter };
}

function gramMatrix(rows: Float64Array, dimension: number): Float64Array {
  const n = rows.length / dimension;
  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = rows.subarray(i * dimension, (i + 1) * dimension);
    times(rows.subarray(0, (i + 1) * dimension), row, gram.subarray(i * n, i * n + i + 1));
    for (let j = 0; j < i; j++) gram[j * n + i] = gram[i * n + j]!;
  }
  return gram;
}
