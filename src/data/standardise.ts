import type { Classification, FeatureTable, LabelledTable } from "./tables.ts";

/** How features are scaled: every column by its own standard deviation, or all by one number. */
export type Scaling = "columns" | "global";

/**
 * Features with training mean 0 in every column and training variance 1: in every column, or on average over the columns
 * ("global", for pixels, where a column that hardly varies should not be blown up). Mean and scale come from the training
 * samples alone. A column that does not vary in training tells nothing and becomes 0, in the test samples as well.
 *
 * @param classification with its test samples set aside.
 * @param scaling one scale a column, or one for all.
 */
export function standardised({ train, test, ...names }: Classification, scaling: Scaling): Classification {
  const { means, variances } = columnMoments(train.features);
  const average = variances.reduce((sum, variance) => sum + variance, 0) / variances.length;
  const factors = variances.map((variance) =>
    variance === 0 ? 0 : 1 / Math.sqrt(scaling === "columns" ? variance : average),
  );
  const apply = ({ features, labels, classes }: LabelledTable): LabelledTable => {
    const { rows, columns, values } = features;
    const scaled = values.map((value, k) => (value - means[k % columns]!) * factors[k % columns]!);
    return { features: { rows, columns, values: scaled }, labels, classes };
  };
  return { ...names, train: apply(train), test: apply(test) };
}

interface ColumnMoments {
  readonly means: Float64Array;
  readonly variances: Float64Array;
}

// In two passes, so that a large mean does not cancel the variance away.
function columnMoments({ rows, columns, values }: FeatureTable): ColumnMoments {
  const means = new Float64Array(columns);
  values.forEach((value, k) => (means[k % columns]! += value / rows));
  const variances = new Float64Array(columns);
  values.forEach((value, k) => (variances[k % columns]! += (value - means[k % columns]!) ** 2 / rows));
  return { means, variances };
}
