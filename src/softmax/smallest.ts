/** Marks (1) the `count` smallest of some numbers; of equal ones the first. */
export function smallest(count: number, numbers: Float64Array): Uint8Array {
  const order = Array.from(numbers, (_, i) => i).toSorted((i, k) => numbers[i]! - numbers[k]! || i - k);
  const marks = new Uint8Array(numbers.length);
  for (const i of order.slice(0, count)) marks[i] = 1;
  return marks;
}
