import { type Classification, type FeatureTable, InvalidInput, type LabelledTable } from "../data/index.ts";
import { Streams, uniform } from "../random/index.ts";
import { smallest } from "./smallest.ts";

/** How test samples are set aside. */
export interface Split {
  /** What to call the data set. */
  readonly name: string;
  /** The fraction of each class that is for the test, between 0 and 1. */
  readonly testShare: number;
  /** Integer from 0 to 2⁵³ − 1. */
  readonly seed: number;
}

/**
 * Sets test samples aside at random, class by class: of n samples of a class testShare · n, rounded, but never the last one.
 * Both parts keep their samples' order. A class's part depends on the seed, the class and its number of samples alone.
 *
 * @param table all samples.
 * @throws InvalidInput for a share that is not between 0 and 1, or so small that no sample is set aside.
 */
export function splitOf(table: LabelledTable, { name, testShare, seed }: Split): Classification {
  if (!(testShare > 0 && testShare < 1)) {
    throw new InvalidInput(`the test share is ${testShare}; it must lie between 0 and 1`);
  }
  const streams = new Streams({ seed, claim: "softmax", problem: "split" });
  const members = Array.from({ length: table.classes }, (): number[] => []);
  table.labels.forEach((label, i) => members[label]!.push(i));
  const isTest = new Uint8Array(table.labels.length);
  members.forEach((rows, label) => {
    const random = streams.replicate(label);
    const draws = Float64Array.from(rows, () => uniform(random));
    const count = Math.min(Math.round(testShare * rows.length), rows.length - 1);
    smallest(count, draws).forEach((mark, k) => (isTest[rows[k]!] = mark));
  });
  if (!isTest.includes(1)) {
    const sizes = `${table.labels.length} samples of ${table.classes} classes`;
    throw new InvalidInput(`a test share of ${testShare} sets no sample aside of ${sizes}; expected a larger one`);
  }
  return { name, train: markedRows(table, isTest, 0), test: markedRows(table, isTest, 1) };
}

/** The samples that have this mark, in their order. */
export function markedRows(
  { features, labels, classes }: LabelledTable,
  marks: Uint8Array,
  mark: number,
): LabelledTable {
  const kept = Array.from(marks, (_, i) => i).filter((i) => marks[i] === mark);
  return { features: rowsOf(features, kept), labels: Int32Array.from(kept, (i) => labels[i]!), classes };
}

function rowsOf({ columns, values }: FeatureTable, kept: readonly number[]): FeatureTable {
  const copy = new Float64Array(kept.length * columns);
  kept.forEach((row, i) => copy.set(values.subarray(row * columns, (row + 1) * columns), i * columns));
  return { rows: kept.length, columns, values: copy };
}
