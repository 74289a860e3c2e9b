import { createHash } from "node:crypto";
import { basename } from "node:path";
import {
  type Classification,
  fileOf,
  inPieces,
  readClassification,
  readLabelled,
  shippedDataset,
  withFile,
} from "../../../data/index.ts";
import { Draw, type Drawing, isRedrawn, measure, splitOf, type Task, type TaskResult } from "../../../softmax/index.ts";

/** Where a sweep's data come from: a data set that is shipped, or a user's own files. */
export type Source = { readonly dataset: string } | OwnSource;

export interface OwnSource {
  readonly features: string;
  readonly labels: string;
  readonly test: OwnTest;
  /** Whether CSV files have a header line, where that is said. */
  readonly header?: "yes" | "no" | undefined;
  /** Of all files: a sweep is not gone on with after they have changed. */
  readonly sha256: string;
}

/** Test samples of a user's own: files of them, or a share of the samples, set aside with a seed. */
export type OwnTest =
  { readonly features: string; readonly labels: string } | { readonly share: number; readonly seed: number };

/** A task of a sweep, as plain data that a worker can be given. */
export interface DistillTask extends Task {
  readonly source: Source;
  readonly drawing: Drawing;
  readonly xis: readonly number[];
}

// What the tasks of a sweep share, and the last repeat's share, are worked out once in each worker.
let data: { readonly key: string; readonly value: Classification } | undefined;
let draw: { readonly key: string; readonly value: Draw } | undefined;

/** Carries out a task of a sweep. The same task gives the same result wherever it runs. */
export function performDistillation({ source, drawing, xis, ...task }: DistillTask): TaskResult {
  const dataKey = JSON.stringify(source);
  if (data?.key !== dataKey) data = { key: dataKey, value: dataOf(source) };
  const drawKey = JSON.stringify([source, drawing, isRedrawn(drawing) ? task.repeat : null]);
  if (draw?.key !== drawKey) draw = { key: drawKey, value: new Draw(data.value, drawing, task.repeat) };
  return measure(draw.value, { xis }, task);
}

/** @throws InvalidInput as the readers do, and where files have changed since they were first read. */
export function dataOf(source: Source): Classification {
  if ("dataset" in source) return shippedDataset(source.dataset);
  const { features, labels, test, header, sha256 } = source;
  if (digestOfFiles(filesOf(source)) !== sha256) {
    throw new Error(`${features}, or another file of the data, has changed since the sweep was planned`);
  }
  if ("features" in test) return readClassification({ features, labels }, test, { header });
  const split = { name: basename(features), testShare: test.share, seed: test.seed };
  return splitOf(readLabelled({ features, labels }, { header }), split);
}

/** All files that a user's own data are in. */
export function filesOf({ features, labels, test }: Pick<OwnSource, "features" | "labels" | "test">): string[] {
  return [features, labels, ...("features" in test ? [test.features, test.labels] : [])];
}

/** SHA-256 of the contents of files, one after the other. */
export function digestOfFiles(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(digestOf(fileOf(path)));
  return hash.digest("hex");
}

function digestOf(path: string): Uint8Array {
  return withFile(path, (content) => {
    const hash = createHash("sha256");
    for (const piece of inPieces(content, 0, 1)) hash.update(piece);
    return hash.digest();
  });
}
