import type { Integers } from "./integers.ts";

/*
 * Arithmetic modulo primes p below 2²⁶: products of two residues are exact in floating point.
 */

/** Each of the primes used has more bits than this. */
export const PRIME_BITS = 25;

const FIRST = 2 ** 26;

/** Primes between 2²⁵ and 2²⁶, from the largest down. */
export function* primes(): Generator<number> {
  for (let candidate = FIRST - 1; candidate > 2 ** Math.trunc(PRIME_BITS); candidate -= 2)
    if (isPrime(candidate)) yield candidate;
  throw new RangeError("there are no more primes of 26 bits");
}

function isPrime(odd: number): boolean {
  for (let divisor = 3; divisor * divisor <= odd; divisor += 2) if (odd % divisor === 0) return false;
  return true;
}

/** x mod p for an integer 0 ≤ x < 2⁵³: the quotient may be rounded to a neighbouring integer. */
export function reduced(x: number, p: number): number {
  const rest = x - Math.floor(x / p) * p;
  return rest < 0 ? rest + p : rest >= p ? rest - p : rest;
}

/** 1/x mod p, by Euclid; x is not 0. */
export function inverse(x: number, p: number): number {
  let [a, b, u, v] = [x, p, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a - quotient * b];
    [u, v] = [v, u - quotient * v];
  }
  return u < 0 ? u + p : u;
}

export function residue(value: bigint, p: number): number {
  const rest = Number(value % BigInt(p));
  return rest < 0 ? rest + p : rest;
}

/** The matrix mod p, row by row. */
export function residues(matrix: Integers, p: number): Float64Array[] {
  return matrix.map((row) => Float64Array.from(row, (value) => residue(value, p)));
}

/** row + factor·other, from a column on. */
export function addMultiple(
  row: Float64Array,
  factor: number,
  other: Float64Array,
  { from, p }: { readonly from: number; readonly p: number },
): void {
  if (factor === 0) return;
  for (let j = from; j < row.length; j++) row[j] = reduced(row[j]! + factor * other[j]!, p);
}

/** The rank mod p. */
export function rankModulo(matrix: Integers, p: number): number {
  const rows = residues(matrix, p);
  const columns = rows[0]!.length;
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column++) {
    const at = rows.findIndex((row, i) => i >= rank && row[column] !== 0);
    if (at < 0) continue;
    [rows[rank], rows[at]] = [rows[at]!, rows[rank]!];
    const pivot = rows[rank]!;
    const unit = inverse(pivot[column]!, p);
    for (let i = rank + 1; i < rows.length; i++) {
      const factor = reduced((p - rows[i]![column]!) * unit, p);
      if (rows[i]![column] !== 0) addMultiple(rows[i]!, factor, pivot, { from: column, p });
    }
    rank++;
  }
  return rank;
}
