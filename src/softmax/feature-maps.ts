import { type FeatureTable, InvalidInput } from "../data/index.ts";
import { productByTransposed } from "../matrix/index.ts";
import { normal, Streams, uniform } from "../random/index.ts";

/**
 * Random features z_1, …, z_D of a sample x in d dimensions, through directions w_k with standard normal entries. With more of
 * them than samples a linear teacher can learn any labels by heart, wrong ones too.
 *
 * - "relu": z_k = √(2/d) max(0, ⟨w_k, x⟩). The mean over k of z_k(x) z_k(y) approximates the arc-cosine kernel of order 1,
 *   ‖x‖‖y‖ (sin φ + (π − φ) cos φ) / (πd), where φ is the angle between x and y (Cho & Saul 2009).
 * - "fourier": z_k = √2 cos(⟨w_k, x⟩/b + u_k), with u_k uniform on [0, 2π), approximates the Gaussian kernel
 *   exp(−‖x − y‖²/(2b²)) of bandwidth b (Rahimi & Recht 2007), by default √d.
 *
 * The mean of z_k² is about 1 for "fourier", and about ‖x‖²/d for "relu", which is 1 on average over standardised samples.
 */
export type FeatureMap = {
  /** D, how many features are made. */
  readonly columns: number;
  /** Integer from 0 to 2⁵³ − 1. */
  readonly seed: number;
} & (
  | { readonly kind: "relu" }
  | {
      readonly kind: "fourier";
      /** b > 0; √d by default. */
      readonly bandwidth?: number | undefined;
    }
);

type Fourier = Extract<FeatureMap, { readonly kind: "fourier" }>;

// So that the product's copy of the samples stays small.
const ROWS_AT_ONCE = 1024;

/**
 * Maps every sample. The map depends on its parameters and the number of columns of the table, not on the samples: training
 * and test samples are mapped alike, each on its own. Column k is the same however many columns there are.
 *
 * @param table samples in rows.
 * @param map which features, and how many.
 * @throws InvalidInput for a number of columns or a bandwidth that is not positive.
 */
export function mapFeatures(table: FeatureTable, map: FeatureMap): FeatureTable {
  const { columns, kind } = map;
  if (!Number.isSafeInteger(columns) || columns < 1) {
    throw new InvalidInput(`a feature map needs a positive whole number of columns; given ${columns}`);
  }
  const { directions, shifts } = drawn(table.columns, map);
  const values = new Float64Array(table.rows * columns);
  for (let first = 0; first < table.rows; first += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, table.rows - first);
    const block = table.values.subarray(first * table.columns, (first + rows) * table.columns);
    const projected = productByTransposed({ rows, columns: table.columns, values: block }, directions).values;
    for (let k = 0; k < projected.length; k++) {
      const projection = projected[k]!;
      projected[k] =
        kind === "relu" ? Math.max(0, projection) : Math.SQRT2 * Math.cos(projection + shifts[k % columns]!);
    }
    values.set(projected, first * columns);
  }
  return { rows: table.rows, columns, values };
}

interface Drawn {
  /** D × d, row k is w_k times what it is scaled by. */
  readonly directions: FeatureTable;
  readonly shifts: Float64Array;
}

function drawn(inputs: number, map: FeatureMap): Drawn {
  const { kind, columns, seed } = map;
  const streams = new Streams({ seed, claim: "softmax", problem: `${kind} features` });
  const scale = kind === "relu" ? Math.sqrt(2 / inputs) : 1 / bandwidthOf(map, inputs);
  const values = new Float64Array(columns * inputs);
  const shifts = new Float64Array(columns);
  for (let k = 0; k < columns; k++) {
    const random = streams.replicate(k);
    shifts[k] = 2 * Math.PI * uniform(random);
    for (let j = 0; j < inputs; j++) values[k * inputs + j] = scale * normal(random);
  }
  return { directions: { rows: columns, columns: inputs, values }, shifts };
}

function bandwidthOf({ bandwidth }: Pick<Fourier, "bandwidth">, inputs: number): number {
  if (bandwidth === undefined) return Math.sqrt(inputs);
  if (!(bandwidth > 0 && Number.isFinite(bandwidth))) {
    throw new InvalidInput(`the bandwidth is ${bandwidth}; it must be positive`);
  }
  return bandwidth;
}
