/**
 * Replaces the lower triangle of a symmetric positive definite matrix (n × n, row by row) by its Cholesky factor. Rows are
 * combined by inner products of their beginnings, four sums at a time that do not wait for each other. Zeros at the
 * beginning of a row stay zeros and are skipped: blocks on the diagonal cost no more than each on its own.
 *
 * @throws RangeError where it is not positive definite in floating point.
 */
export function factorise(matrix: Float64Array, n: number): void {
  const first = new Int32Array(n); // where each row begins
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let start = 0;
    while (start < i && matrix[row + start] === 0) start++;
    first[i] = start;
    for (let j = start; j < i; j++) {
      const from = Math.max(start, first[j]!);
      const rest = matrix[row + j]! - between(matrix, row + from, j * n + from, j - from);
      matrix[row + j] = rest / matrix[j * n + j]!;
    }
    const pivot = matrix[row + i]! - between(matrix, row + start, row + start, i - start);
    if (!(pivot > 0)) throw new RangeError(`the matrix is not positive definite: pivot ${i} is ${pivot}`);
    matrix[row + i] = Math.sqrt(pivot);
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

// The inner product of `length` entries from each of two places.
function between(entries: Float64Array, a: number, b: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
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
