import { basename } from "node:path";
import type { CsvReading } from "./csv.ts";
import { readFeatures } from "./features.ts";
import { nameOf } from "./files.ts";
import { InvalidInput } from "./invalid-input.ts";
import { type Labels, readLabels } from "./labels.ts";
import type { Classification, FeatureTable, LabelledTable } from "./tables.ts";

/** Where samples are: the files of their features and of their labels, in the same order. */
export interface SampleFiles {
  /** Path of the features, as `readFeatures` takes it. */
  readonly features: string;
  /** Path of the labels, as `readLabels` takes it. */
  readonly labels: string;
}

/**
 * Reads samples with their classes.
 *
 * @param reading how CSV files are read, the same for both.
 * @throws InvalidInput as the readers do, and where the files differ in length.
 */
export function readLabelled(files: SampleFiles, reading: CsvReading = {}): LabelledTable {
  return paired(files, readFeatures(files.features, reading), readLabels(files.labels, null, reading), reading);
}

/**
 * Reads training and test samples, named after the file of the training features.
 *
 * @param reading how CSV files are read, the same for all.
 * @throws InvalidInput as `readLabelled` does, and where the two have other columns or the test has a class of its own.
 */
export function readClassification(
  training: SampleFiles,
  testing: SampleFiles,
  reading: CsvReading = {},
): Classification {
  const labels = readLabels(training.labels, null, reading);
  const train = paired(training, readFeatures(training.features, reading), labels, reading);
  const features = readFeatures(testing.features, reading);
  if (features.columns !== train.features.columns) {
    const given = `${nameOf(testing.features)} has ${features.columns} columns`;
    throw new InvalidInput(`${given} and ${nameOf(training.features)} ${train.features.columns}; expected the same`);
  }
  const test = paired(testing, features, readLabels(testing.labels, labels, reading), reading);
  return { name: basename(training.features), train, test };
}

function paired(
  files: SampleFiles,
  features: FeatureTable,
  { labels, classes }: Labels,
  { header = "auto" }: CsvReading,
): LabelledTable {
  if (features.rows !== labels.length) {
    const given = `${nameOf(files.features)} has ${features.rows} samples and ${nameOf(files.labels)} ${labels.length}`;
    // A header that is taken for a label, as the 0 that pandas writes by default, or a label that is taken for a header.
    const isClose = Math.abs(features.rows - labels.length) === 1;
    const told = header === "auto" ? "--header yes" : "write both with one, or both without";
    const hint = isClose ? `; does one have a header line, and the other none (${told})?` : "";
    throw new InvalidInput(`${given} labels; expected one for each${hint}`);
  }
  return { features, labels, classes };
}
