import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Classification, readClassification, shippedDataset } from "../data/index.ts";
import { measure, prepare, type Setting, type SettingChoice, type Task, type TaskResult } from "../softmax/index.ts";

/** Where a sweep's data come from: a data set that is shipped, or a user's own files. */
export type Source =
  | { readonly dataset: string }
  | {
      readonly features: string;
      readonly labels: string;
      readonly testFeatures: string;
      readonly testLabels: string;
      /** Of the four files: a sweep is not gone on with after they have changed. */
      readonly sha256: string;
    };

/** A task of a sweep, as plain data that a worker can be given. */
export interface DistillTask extends Task {
  readonly source: Source;
  readonly choice: SettingChoice;
  readonly xis: readonly number[];
}

let ready: { readonly key: string; readonly setting: Setting } | undefined;

/** Carries out a task of a sweep. The same task gives the same result wherever it runs. */
export function performDistillation({ source, choice, xis, ...task }: DistillTask): TaskResult {
  const key = JSON.stringify([source, choice]);
  // The tasks of a sweep share all but the labels: what they share is worked out once in each worker.
  if (ready?.key !== key) ready = { key, setting: prepare(dataOf(source), choice) };
  return measure(ready.setting, { xis }, task);
}

/** @throws InvalidInput as the readers do, and where files have changed since they were first read. */
export function dataOf(source: Source): Classification {
  if ("dataset" in source) return shippedDataset(source.dataset);
  const { features, labels, testFeatures, testLabels, sha256 } = source;
  if (digestOf([features, labels, testFeatures, testLabels]) !== sha256) {
    throw new Error(`${features}, or another file of the data, has changed since the sweep was planned`);
  }
  return readClassification({ features, labels }, { features: testFeatures, labels: testLabels });
}

/** SHA-256 of the contents of files, one after the other. */
export function digestOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(createHash("sha256").update(readFileSync(path)).digest());
  return hash.digest("hex");
}
