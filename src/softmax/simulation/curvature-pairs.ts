/** How many pairs are kept: on the shipped data more saved hardly any step, and each costs four passes over the weights. */
const KEPT = 5;

/**
 * What the last steps of a descent tell of the curvature: the L-BFGS approximation of the inverse Hessian (Nocedal &
 * Wright, Numerical Optimization, algorithm 7.4) from a diagonal first guess. Arrays are used over and over.
 */
export class CurvaturePairs {
  readonly #guess: Float64Array;
  readonly #pairs: { step: Float64Array; change: Float64Array; product: number }[] = [];
  readonly #parts = new Float64Array(KEPT);
  #scale = 1;

  /** @param guess of the inverse Hessian's diagonal; what is written to it holds from then on. */
  constructor(guess: Float64Array) {
    this.#guess = guess;
  }

  /** Minus the approximate inverse Hessian times the gradient. */
  descent(gradient: Float64Array, out: Float64Array): void {
    const pairs = this.#pairs;
    for (let i = 0; i < out.length; i++) out[i] = -gradient[i]!;
    for (let p = pairs.length - 1; p >= 0; p--) {
      const { step, change, product } = pairs[p]!;
      const part = dot(step, out) / product;
      this.#parts[p] = part;
      for (let i = 0; i < out.length; i++) out[i]! -= part * change[i]!;
    }
    for (let i = 0; i < out.length; i++) out[i]! *= this.#scale * this.#guess[i]!;
    for (let p = 0; p < pairs.length; p++) {
      const { step, change, product } = pairs[p]!;
      const part = this.#parts[p]! - dot(change, out) / product;
      for (let i = 0; i < out.length; i++) out[i]! += part * step[i]!;
    }
  }

  /**
   * Keeps a step ("length" times "direction") and how it changed the gradient. Strict convexity makes their product
   * positive; a step so short that rounding hides that is not kept.
   */
  add(direction: Float64Array, length: number, before: Float64Array, after: Float64Array): void {
    const size = direction.length;
    const { step, change } =
      this.#pairs.length === KEPT
        ? this.#pairs.shift()!
        : { step: new Float64Array(size), change: new Float64Array(size) };
    let product = 0;
    let weighted = 0;
    for (let i = 0; i < size; i++) {
      const s = length * direction[i]!;
      const y = after[i]! - before[i]!;
      step[i] = s;
      change[i] = y;
      product += s * y;
      weighted += y * y * this.#guess[i]!;
    }
    if (!(product > 0)) return;
    this.#pairs.push({ step, change, product });
    this.#scale = product / weighted;
  }
}

export function dot(x: Float64Array, y: Float64Array): number {
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < x.length; i += 2) {
    even += x[i]! * y[i]!;
    odd += x[i + 1]! * y[i + 1]!;
  }
  return i < x.length ? even + odd + x[i]! * y[i]! : even + odd;
}
