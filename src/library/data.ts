/**
 * Data sets: those that are shipped, and files of your own.
 *
 * ```ts
 * import { readClassification, shippedDataset } from "sd-theorems";
 * ```
 *
 * - {@link shippedDataset} gives one of {@link datasetNames}, {@link diabetes} the regression.
 * - {@link readClassification}, {@link readLabelled}, {@link readFeatures} and {@link readLabels} read .npy, .npz, .csv and
 *   .csv.gz files; {@link standardised} scales features.
 * - Whatever is refused, there and elsewhere, is refused with an {@link InvalidInput} of one sentence.
 *
 * @module data
 */
export {
  type Classification,
  type CsvReading,
  datasetNames,
  diabetes,
  type FeatureTable,
  InvalidInput,
  type LabelledTable,
  type Labels,
  readClassification,
  readFeatures,
  readLabelled,
  readLabels,
  type Regression,
  type SampleFiles,
  type Scaling,
  shippedDataset,
  standardised,
} from "../data/index.ts";
