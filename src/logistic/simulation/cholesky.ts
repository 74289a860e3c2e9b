/**
 * Replaces the lower triangle of a symmetric positive definite matrix (n × n, row by row) by its Cholesky factor. Rows are
 * combined by inner products of their beginnings, four sums at a time that do not wait for each other.
 *
 * @throws RangeError where it is not positive definite in floating point.
 */
export function factorise(matrix: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const rest = matrix[row + j]! - beginnings(matrix, row, j * n, j);
      if (j < i) matrix[row + j] = rest / matrix[j * n + j]!;
      else if (rest > 0) matrix[row + i] = Math.sqrt(rest);
      else throw new RangeError(`the matrix is not positive definite: pivot ${i} is ${rest}`);
    }
  }
}

/** Solves L Lᵀx = b in place, where `factor` holds L in its lower triangle. */
export function solveFactorised(factor: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let rest = b[i]!;
    for (let j = 0; j < i; j++) rest -= factor[i * n + j]! * b[j]!;
    b[i] = rest / factor[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    const value = b[i]! / factor[i * n + i]!;
    b[i] = value;
    for (let j = 0; j < i; j++) b[j]! -= factor[i * n + j]! * value;
  }
}

// The inner product of the first `length` entries from two places.
function beginnings(entries: Float64Array, a: number, b: number, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += entries[a + k]! * entries[b + k]!;
    s1 += entries[a + k + 1]! * entries[b + k + 1]!;
    s2 += entries[a + k + 2]! * entries[b + k + 2]!;
    s3 += entries[a + k + 3]! * entries[b + k + 3]!;
  }
  for (; k < length; k++) s0 += entries[a + k]! * entries[b + k]!;
  return s0 + s1 + (s2 + s3);
}
