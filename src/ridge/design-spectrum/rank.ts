import { bitsOf, dot, type Integers, transposed } from "./integers.ts";
import { PRIME_BITS, primes, rankModulo } from "./modular.ts";

/**
 * The rank of a matrix of integers, proved: a rank mod p is not above it. If it were above r, some minor of r + 1 rows were an
 * integer that is not 0, and by Hadamard of no more bits than those rows' lengths together: it would have too few prime factors
 * for the rank to be r or less modulo as many primes as are tried.
 */
export function rankOf(matrix: Integers): number {
  const across = matrix.length > matrix[0]!.length ? transposed(matrix) : matrix;
  // A row's length is below 2^(half the bits of its square, rounded up).
  const lengths = across.map((row) => Math.ceil(bitsOf(dot(row, row)) / 2)).toSorted((one, other) => other - one);
  let [rank, tried] = [0, 0];
  for (const p of primes()) {
    rank = Math.max(rank, rankModulo(across, p));
    tried += PRIME_BITS;
    const minor = lengths.slice(0, rank + 1).reduce((sum, bits) => sum + bits, 0);
    if (rank === across.length || tried > minor) return rank;
  }
  return rank;
}
