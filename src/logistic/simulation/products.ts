/** out = A x, for A given row by row with as many columns as x has entries. */
export function times(rows: Float64Array, x: Float64Array, out: Float64Array): void {
  const d = x.length;
  for (let i = 0; i < out.length; i++) {
    let even = 0;
    let odd = 0;
    const start = i * d;
    let j = 0;
    for (; j + 1 < d; j += 2) {
      even += rows[start + j]! * x[j]!;
      odd += rows[start + j + 1]! * x[j + 1]!;
    }
    if (j < d) even += rows[start + j]! * x[j]!;
    out[i] = even + odd;
  }
}

/** out = Aᵀy, for A given row by row with as many rows as y has entries. */
export function transposedTimes(rows: Float64Array, y: Float64Array, out: Float64Array): void {
  const d = out.length;
  out.fill(0);
  for (let i = 0; i < y.length; i++) {
    const weight = y[i]!;
    const start = i * d;
    for (let j = 0; j < d; j++) out[j]! += weight * rows[start + j]!;
  }
}

/** ⟨x, y⟩. */
export function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}
