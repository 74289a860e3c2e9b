import { basename } from "node:path";
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

/** Reads samples with their classes. @throws InvalidInput as the readers do, and where the files differ in length. */
export function readLabelled(files: SampleFiles): LabelledTable {
  return paired(files, readFeatures(files.features), readLabels(files.labels));
}

/**
 * Reads training and test samples, named after the file of the training features.
 *
 * @throws InvalidInput as `readLabelled` does, and where the two have other columns or the test has a class of its own.
 */
export function readClassification(training: SampleFiles, testing: SampleFiles): Classification {
  const labels = readLabels(training.labels);
  const train = paired(training, readFeatures(training.features), labels);
  const features = readFeatures(testing.features);
  if (features.columns !== train.features.columns) {
    const given = `${nameOf(testing.features)} has ${features.columns} columns`;
    throw new InvalidInput(`${given} and ${nameOf(training.features)} ${train.features.columns}; expected the same`);
  }
  const test = paired(testing, features, readLabels(testing.labels, labels));
  return { name: basename(training.features), train, test };
}

function paired(files: SampleFiles, features: FeatureTable, { labels, classes }: Labels): LabelledTable {
  if (features.rows !== labels.length) {
    const given = `${nameOf(files.features)} has ${features.rows} samples and ${nameOf(files.labels)} ${labels.length}`;
    // A header that is taken for a label, or a label that is taken for a header.
    const hint = Math.abs(features.rows - labels.length) === 1 ? "; does one lack its header line?" : "";
    throw new InvalidInput(`${given} labels; expected one for each${hint}`);
  }
  return { features, labels, classes };
}
