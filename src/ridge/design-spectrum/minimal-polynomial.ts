import { bitsOf, type Integers, longest, product } from "./integers.ts";
import { inverse, PRIME_BITS, primes, reduced, residue, residues } from "./modular.ts";
import { characteristicModulo, type PolynomialModulo, squareFreeModulo } from "./polynomial-modulo.ts";

/** Coefficients, from that of 1 up; the last is 1. */
export type Polynomial = readonly bigint[];

/** How much work a proof may cost, in multiplications of 64-bit words: about a nanosecond each. */
export const MOST_WORK = 3e9;

// About so many nanoseconds are spent on each multiplication of residues.
const MODULAR = 4;

/**
 * A lower bound of the number of distinct eigenvalues of a symmetric matrix of integers, mostly the number itself: mod p the
 * characteristic polynomial has no more distinct roots than it has. With it, that polynomial without repeated roots.
 */
export interface DistinctModulo {
  readonly p: number;
  readonly squareFree: PolynomialModulo;
  readonly distinct: number;
}

export function distinctModulo(matrix: Integers): DistinctModulo {
  const [one, other] = firstPrimes(2).map((p) => squareFreeOf(matrix, p));
  return one!.distinct >= other!.distinct ? one! : other!;
}

/**
 * The polynomial whose roots are the eigenvalues of a symmetric matrix of integers, each once: null where it would take more
 * than `most` work, or where eigenvalues coincide modulo the primes that were tried.
 *
 * It is put together from its residues (Chinese remainders), and proved: with as many roots as there are rows it is the
 * characteristic polynomial, and its coefficients, bounded by `bits` bits, are determined by their residues; with fewer, w(M)
 * = 0 is computed, and as M has at least as many distinct eigenvalues as w has roots, w has no others.
 *
 * @param bits of the product of 1 + s over all eigenvalues s, each as often as it occurs: it bounds the coefficients.
 */
export function minimalPolynomial(
  matrix: Integers,
  distinct: number,
  { bits, most = MOST_WORK }: { readonly bits: number; readonly most?: number },
): Polynomial | null {
  if (workOf(matrix, distinct, bits) > most) return null;
  let known: bigint[] = Array.from({ length: distinct + 1 }, () => 0n);
  let modulus = 1n;
  for (const p of primes()) {
    const found = squareFreeOf(matrix, p);
    if (found.distinct > distinct) return null;
    if (found.distinct < distinct) continue; // p divides a difference of eigenvalues
    const unit = inverse(residue(modulus, p), p);
    known = known.map((value, i) => {
      const step = reduced(reduced(found.squareFree[i]! + p - residue(value, p), p) * unit, p);
      return value + modulus * BigInt(step);
    });
    modulus *= BigInt(p);
    if (bitsOf(modulus) > bits + 2) break; // beyond twice their size, for the sign
  }
  const polynomial = known.map((value) => (2n * value > modulus ? value - modulus : value));
  return distinct === matrix.length || annihilates(polynomial, matrix) ? polynomial : null;
}

function workOf(matrix: Integers, distinct: number, bits: number): number {
  const n = matrix.length;
  const modular = (bits / PRIME_BITS) * MODULAR * 2 * n * n * n;
  if (distinct === n) return modular;
  const words = Math.ceil(longest(matrix) / 64);
  return modular + (distinct * n * n * n * words * (bits + 64)) / 64;
}

function squareFreeOf(matrix: Integers, p: number): DistinctModulo {
  const squareFree = squareFreeModulo(characteristicModulo(residues(matrix, p), p), p);
  return { p, squareFree, distinct: squareFree.length - 1 };
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (const p of primes()) if (found.push(p) === count) break;
  return found;
}

// w(M) = 0, by Horner's rule.
function annihilates(polynomial: Polynomial, matrix: Integers): boolean {
  let value: bigint[][] = matrix.map((row) => row.map(() => 0n));
  for (const coefficient of polynomial.toReversed()) {
    value = product(matrix, value);
    for (let i = 0; i < value.length; i++) value[i]![i]! += coefficient;
  }
  return value.every((row) => row.every((entry) => entry === 0n));
}
