import { normal, Streams, uniform } from "../../src/random/index.ts";
import type { FeatureTable } from "../../src/data/index.ts";
import { imitationTargets } from "../../src/softmax/index.ts";

export interface Drawn {
  readonly features: FeatureTable;
  readonly classes: number;
  readonly labels: Int32Array;
  readonly targets: Float64Array;
}

/** Normal features, uniform labels, and the targets of a student that imitates random logits with weight ξ. */
export function drawn(rows: number, columns: number, classes: number, xi: number, seed = 1): Drawn {
  const random = new Streams({ seed, claim: "test", problem: `softmax ${rows} × ${columns} × ${classes}` }).replicate(
    0,
  );
  const normals = (length: number): Float64Array => Float64Array.from({ length }, () => normal(random));
  const features = { rows, columns, values: normals(rows * columns) };
  const labels = Int32Array.from({ length: rows }, () => Math.floor(uniform(random) * classes));
  return { features, classes, labels, targets: imitationTargets(normals(rows * classes), labels, classes, xi) };
}
