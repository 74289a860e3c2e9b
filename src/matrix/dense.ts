import { InvalidInput } from "../data/portable.ts";

/** A matrix, row by row. */
export interface Dense {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** @throws InvalidInput where there can be no such matrix, or not of so many values. */
export function requireShape(rows: number, columns: number, values?: Float64Array): void {
  for (const [what, count] of Object.entries({ rows, columns })) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new InvalidInput(`a matrix needs a whole number of ${what}; given ${count}`);
    }
  }
  if (values && values.length !== rows * columns) {
    throw new InvalidInput(`a ${rows} × ${columns} matrix needs ${rows * columns} values; given ${values.length}`);
  }
}

/** The largest power of two that is at most x, or 1 for 0: dividing by it rounds nothing, and keeps squares in range. */
export function powerOfTwoBelow(x: number): number {
  return x === 0 ? 1 : 2 ** Math.max(-1022, Math.floor(Math.log2(x)));
}
