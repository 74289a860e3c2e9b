import { addMultiple, inverse, reduced } from "./modular.ts";

/** Coefficients mod p, from that of 1 up; the last is not 0. */
export type PolynomialModulo = readonly number[];

/** det(xI − M) mod p, for a square matrix of residues, which is overwritten: by Hessenberg's form (Cohen, 2.2.9). */
export function characteristicModulo(matrix: Float64Array[], p: number): PolynomialModulo {
  toHessenberg(matrix, p);
  const found: number[][] = [[1]];
  for (let m = 0; m < matrix.length; m++) {
    const last = found[m]!;
    const next = [0, ...last];
    subtractMultiple(next, matrix[m]![m]!, last, p);
    let beside = 1;
    for (let i = m - 1; i >= 0; i--) {
      beside = reduced(beside * matrix[i + 1]![i]!, p);
      if (beside === 0) break;
      subtractMultiple(next, reduced(beside * matrix[i]![m]!, p), found[i]!, p);
    }
    found.push(next);
  }
  return found.at(-1)!;
}

// Similar to what it was, and 0 below the diagonal beside the main one.
function toHessenberg(matrix: Float64Array[], p: number): void {
  const n = matrix.length;
  for (let column = 0; column < n - 2; column++) {
    const at = column + 1;
    const pivot = matrix.findIndex((row, i) => i >= at && row[column] !== 0);
    if (pivot < 0) continue;
    if (pivot !== at) {
      [matrix[at], matrix[pivot]] = [matrix[pivot]!, matrix[at]!];
      for (const row of matrix) [row[at], row[pivot]] = [row[pivot]!, row[at]!];
    }
    const unit = inverse(matrix[at]![column]!, p);
    const factors = matrix.map((row, i) => (i <= at ? 0 : reduced(row[column]! * unit, p)));
    for (let i = at + 1; i < n; i++) {
      if (factors[i] !== 0) addMultiple(matrix[i]!, p - factors[i]!, matrix[at]!, { from: column, p });
    }
    for (const row of matrix) {
      let sum = row[at]!;
      for (let i = at + 1; i < n; i++) sum = reduced(sum + factors[i]! * row[i]!, p);
      row[at] = sum;
    }
  }
}

/** What is left of a polynomial with its repeated roots once: f/gcd(f, f′), monic; the degree is below p. */
export function squareFreeModulo(polynomial: PolynomialModulo, p: number): PolynomialModulo {
  const slope = polynomial.slice(1).map((value, i) => reduced(value * (i + 1), p));
  return divided(polynomial, common(polynomial, trimmed(slope), p), p).quotient;
}

export function valueModulo(polynomial: PolynomialModulo, x: number, p: number): number {
  return polynomial.reduceRight((value, coefficient) => reduced(value * x + coefficient, p), 0);
}

/** The greatest common divisor, monic. */
export function common(one: PolynomialModulo, other: PolynomialModulo, p: number): PolynomialModulo {
  let [a, b] = [one, other];
  while (b.length > 0) [a, b] = [b, divided(a, b, p).rest];
  const unit = inverse(a.at(-1)!, p);
  return a.map((value) => reduced(value * unit, p));
}

function divided(
  dividend: PolynomialModulo,
  divisor: PolynomialModulo,
  p: number,
): { readonly quotient: PolynomialModulo; readonly rest: PolynomialModulo } {
  const rest = [...dividend];
  const unit = inverse(divisor.at(-1)!, p);
  const quotient: number[] = [];
  for (let i = dividend.length - divisor.length; i >= 0; i--) {
    const factor = reduced(rest[i + divisor.length - 1]! * unit, p);
    quotient[i] = factor;
    for (let j = 0; j < divisor.length; j++) rest[i + j] = reduced(rest[i + j]! + (p - factor) * divisor[j]!, p);
  }
  return { quotient, rest: trimmed(rest.slice(0, divisor.length - 1)) };
}

function trimmed(coefficients: readonly number[]): PolynomialModulo {
  return coefficients.slice(0, coefficients.findLastIndex((value) => value !== 0) + 1);
}

// (p − factor) times a residue is below 2⁵², and adding a residue leaves it below 2⁵³.
function subtractMultiple(target: number[], factor: number, other: readonly number[], p: number): void {
  if (factor === 0) return;
  for (let i = 0; i < other.length; i++) target[i] = reduced(target[i]! + (p - factor) * other[i]!, p);
}
