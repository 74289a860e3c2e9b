/**
 * What is known of a function f of z on |z| ≤ 1: |f(z) − Σ_k c_k z^k| ≤ `error` everywhere there. A function on another
 * interval is one of its centre + radius·z. Nothing known is an infinite error.
 *
 * The coefficients are floating-point numbers that need not be the Taylor coefficients of f: whatever an operation
 * rounds or truncates, it adds to the error. As |z| ≤ 1, a change of c_k changes the polynomial by no more than itself, so
 * every bound here is a sum of absolute values of coefficients.
 */
export interface TaylorModel {
  readonly coefficients: readonly number[];
  readonly error: number;
}

const UNIT_ROUNDOFF = 2 ** -53;

// A sum of at most 2⁸ nonnegative numbers, each a product of a few, is computed to within 2⁸ + 8 roundings, less than
// 2⁻⁴⁴ of itself; and products that fall below the smallest normal number lose at most 2⁻¹⁰⁷⁵ each.
const SLACK = 1 + 2 ** -44;
const UNDERFLOW = 2 ** -1060;

/** The degrees that `SLACK` covers. */
export const MOST_ORDER = 64;

/** Not less than the exact sum of products of nonnegative numbers that `computed` is, even where it fell to 0. */
export function roundedUp(computed: number): number {
  return computed * SLACK + UNDERFLOW;
}

// The same for a sum alone: sums of floating-point numbers do not fall below the smallest one, and 0 is 0.
function sumRoundedUp(computed: number): number {
  return computed === 0 ? 0 : roundedUp(computed);
}

/** The polynomial with an error; nothing known where a coefficient or the error is not finite. */
export function model(coefficients: readonly number[], error = 0): TaylorModel {
  let sum = error; // finite, unless some part is not (or the parts are so large that nothing is known)
  for (let k = 0; k < coefficients.length; k++) sum += Math.abs(coefficients[k]!);
  return sum < Infinity ? { coefficients, error } : { coefficients: [0], error: Infinity };
}

export const nothingKnown: TaylorModel = model([0], Infinity);

/** The function centre + radius·z itself. */
export function variable(centre: number, radius: number): TaylorModel {
  return model(radius === 0 ? [centre] : [centre, radius]);
}

/** The same function known to within `more`: what f + anything of at most that size is. */
export function widen({ coefficients, error }: TaylorModel, more: number): TaylorModel {
  return model(coefficients, sumRoundedUp(error + more));
}

/** Σ_k |c_k|, a bound on the polynomial, rounded up. */
export function norm({ coefficients }: TaylorModel): number {
  return sumRoundedUp(sumOfMagnitudes(coefficients, 0));
}

export function negate({ coefficients, error }: TaylorModel): TaylorModel {
  const negated = coefficients.slice();
  for (let k = 0; k < negated.length; k++) negated[k] = -negated[k]!;
  return { coefficients: negated, error };
}

/** The sum: each coefficient is rounded once. */
export function add(x: TaylorModel, y: TaylorModel): TaylorModel {
  const [long, short] = x.coefficients.length >= y.coefficients.length ? [x, y] : [y, x];
  const sum = long.coefficients.slice();
  let magnitudes = 0;
  for (let k = 0; k < short.coefficients.length; k++) {
    const coefficient = sum[k]! + short.coefficients[k]!;
    sum[k] = coefficient;
    magnitudes += Math.abs(coefficient);
  }
  // Where the product falls to 0, all sums were so small that they are exact.
  return model(sum, sumRoundedUp(x.error + y.error + UNIT_ROUNDOFF * magnitudes));
}

export function subtract(x: TaylorModel, y: TaylorModel): TaylorModel {
  return add(x, negate(y));
}

/**
 * The product, truncated after z^order. A coefficient is a sum of at most m products, where m is the smaller number of
 * coefficients, so its rounding is at most m units of the sum of their magnitudes; over all coefficients, of the product
 * of the norms.
 */
export function multiply(x: TaylorModel, y: TaylorModel, order: number): TaylorModel {
  const [a, b] = [x.coefficients, y.coefficients];
  if (isZero(x) || isZero(y)) return model([0]);
  const length = Math.min(a.length + b.length - 1, order + 1);
  const product: number[] = [];
  for (let k = 0; k < length; k++) {
    let sum = 0;
    const last = Math.min(k, a.length - 1);
    for (let i = Math.max(0, k - b.length + 1); i <= last; i++) sum += a[i]! * b[k - i]!;
    product.push(sum);
  }
  const [normA, normB] = [sumOfMagnitudes(a, 0), sumOfMagnitudes(b, 0)];
  // The norms first: a unit of the smaller one might fall to 0 before the larger one lifts it.
  const rounding = normA * normB * (Math.min(a.length, b.length) * UNIT_ROUNDOFF);
  const carried = times(normA, y.error) + times(normB, x.error) + times(x.error, y.error);
  return model(product, roundedUp(carried + truncated(a, b, length) + rounding));
}

/**
 * The quotient. A polynomial q with q·y ≈ x is found in floating point, whatever its rounding; then
 * |x/y − q| = |x − q·y|/|y| is bounded, as x − q·y is a model and |y| ≥ |y_0| − Σ_{k>0} |y_k| − error. Nothing is known
 * where that is not positive.
 */
export function divide(x: TaylorModel, y: TaylorModel, order: number): TaylorModel {
  const least = leastMagnitude(y);
  if (!(least > 0)) return nothingKnown;
  const quotient = model(seriesQuotient(x.coefficients, y.coefficients, order));
  const residual = subtract(x, multiply(quotient, y, order));
  const off = norm(residual) + residual.error;
  return widen(quotient, off === 0 ? 0 : roundedUp(off / least));
}

function isZero({ coefficients, error }: TaylorModel): boolean {
  return error === 0 && coefficients.every((c) => c === 0);
}

/** The power with an integer exponent, by repeated multiplication. */
export function power(base: TaylorModel, exponent: number, order: number): TaylorModel {
  if (exponent < 0) return divide(model([1]), power(base, -exponent, order), order);
  let result = model([1]);
  for (let i = 0; i < exponent; i++) result = i === 0 ? base : multiply(result, base, order);
  return result;
}

/** The power series x/y to z^order, in floating point; y_0 ≠ 0. */
export function seriesQuotient(x: readonly number[], y: readonly number[], order: number): number[] {
  const length = y.length === 1 ? Math.min(x.length, order + 1) : order + 1;
  const quotient: number[] = [];
  for (let k = 0; k < length; k++) {
    let rest = x[k] ?? 0;
    for (let i = 1; i <= Math.min(k, y.length - 1); i++) rest -= y[i]! * quotient[k - i]!;
    quotient.push(rest / y[0]!);
  }
  return quotient;
}

// A bound below |f|. One rounding in the difference; it only matters where the result is positive.
function leastMagnitude({ coefficients, error }: TaylorModel): number {
  const others = sumRoundedUp(sumOfMagnitudes(coefficients, 1) + error);
  return (Math.abs(coefficients[0]!) - others) / SLACK;
}

function sumOfMagnitudes(values: readonly number[], from: number): number {
  let sum = 0;
  for (let k = from; k < values.length; k++) sum += Math.abs(values[k]!);
  return sum;
}

// Σ |a_i||b_k| over i + k ≥ length: each a_i meets the end of b.
function truncated(a: readonly number[], b: readonly number[], length: number): number {
  let [sum, end, k] = [0, 0, b.length];
  for (let i = Math.max(0, length - b.length + 1); i < a.length; i++) {
    while (k > 0 && k > length - i) end += Math.abs(b[--k]!);
    sum += Math.abs(a[i]!) * end;
  }
  return sum;
}

// A bound of 0 means 0, whatever it multiplies.
function times(bound: number, error: number): number {
  return bound === 0 || error === 0 ? 0 : bound * error;
}
