/** A matrix of integers, in rows. */
export type Integers = readonly (readonly bigint[])[];

export function transposed(matrix: Integers): bigint[][] {
  return matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));
}

/**
 * The product of two matrices. A row of the right one becomes one long integer, each entry in a slot of its own that is wide
 * enough for the sum, so that most of the work is in few long multiplications.
 */
export function product(left: Integers, right: Integers): bigint[][] {
  const columns = right[0]!.length;
  const width = longest(left) + longest(right) + bitsOf(BigInt(right.length)) + 2;
  const rows = right.map((row) => packed(row, 0, columns, width));
  const half = 1n << BigInt(width - 1);
  const offset = packed(
    right[0]!.map(() => half),
    0,
    columns,
    width,
  );
  return left.map((row) => {
    let sum = offset;
    row.forEach((value, k) => {
      if (value !== 0n) sum += value * rows[k]!;
    });
    const result: bigint[] = [];
    unpack(sum, columns, width, (value) => result.push(value - half));
    return result;
  });
}

export function times(matrix: Integers, vector: readonly bigint[]): bigint[] {
  return matrix.map((row) => dot(row, vector));
}

export function dot(one: readonly bigint[], other: readonly bigint[]): bigint {
  let sum = 0n;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
}

/** The bits of the size of a number: 0 for 0. */
export function bitsOf(value: bigint): number {
  if (value === 0n) return 0;
  const digits = sizeOf(value).toString(16);
  return 4 * digits.length + 28 - Math.clz32(Number.parseInt(digits[0]!, 16));
}

/** The bits of the longest entry. */
export function longest(matrix: Integers): number {
  let any = 0n;
  for (const row of matrix) for (const value of row) any |= sizeOf(value);
  return bitsOf(any);
}

export function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** value/2^bits, rounded to the nearest. */
export function shortened(value: bigint, bits: number): bigint {
  return bits <= 0 ? value << BigInt(-bits) : (value + (1n << BigInt(bits - 1))) >> BigInt(bits);
}

/** The quotient by a positive number, rounded up. */
export function dividedUp(value: bigint, divisor: bigint): bigint {
  return -(-value < 0n ? -(value + divisor - 1n) / divisor : -value / divisor);
}

/** The greatest integer whose square is not above a value ≥ 0. */
export function rootOf(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(bitsOf(value) / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The least integer whose square is not below a value ≥ 0. */
export function rootAbove(value: bigint): bigint {
  const root = rootOf(value);
  return root * root === value ? root : root + 1n;
}

export function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [sizeOf(one), sizeOf(other)];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function packed(row: readonly bigint[], from: number, to: number, width: number): bigint {
  if (to - from === 1) return row[from]!;
  const middle = (from + to) >> 1;
  return packed(row, from, middle, width) + (packed(row, middle, to, width) << BigInt((middle - from) * width));
}

function unpack(value: bigint, slots: number, width: number, take: (slot: bigint) => void): void {
  if (slots === 1) {
    take(value);
    return;
  }
  const low = slots >> 1;
  unpack(BigInt.asUintN(low * width, value), low, width, take);
  unpack(value >> BigInt(low * width), slots - low, width, take);
}
