import type { Dense } from "./dense.ts";
import { type StoredMatrix, Workspace } from "./workspace.ts";

type Operation = "multiply" | "transposedMultiply" | "multiplyByTransposed";

let shared: Workspace | undefined;

/** A · B. To multiply a matrix more than once, keep it in a `Workspace`. @throws InvalidInput where shapes do not fit. */
export function product(a: Dense, b: Dense): Dense {
  return once("multiply", a, b, a.rows, b.columns);
}

/** Aᵀ · B. @throws InvalidInput where shapes do not fit. */
export function transposedProduct(a: Dense, b: Dense): Dense {
  return once("transposedMultiply", a, b, a.columns, b.columns);
}

/** A · Bᵀ. @throws InvalidInput where shapes do not fit. */
export function productByTransposed(a: Dense, b: Dense): Dense {
  return once("multiplyByTransposed", a, b, a.rows, b.rows);
}

function once(operation: Operation, a: Dense, b: Dense, rows: number, columns: number): Dense {
  shared ??= new Workspace();
  const mark = shared.mark();
  try {
    const [left, right] = [a, b].map((m) => shared!.matrix(m.rows, m.columns, m.values)) as [
      StoredMatrix,
      StoredMatrix,
    ];
    const out = shared.matrix(rows, columns);
    shared[operation](left, right, out);
    return { rows, columns, values: out.values.slice() };
  } finally {
    shared.release(mark);
  }
}
