/** Numbers in rows: one row a sample. */
export interface FeatureTable {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: Float64Array;
}

/** Samples with a class each: labels are integers 0 … classes − 1. */
export interface LabelledTable {
  readonly features: FeatureTable;
  readonly labels: Int32Array;
  readonly classes: number;
}

/** A data set with its test samples set aside. */
export interface Classification {
  readonly name: string;
  readonly train: LabelledTable;
  readonly test: LabelledTable;
}
