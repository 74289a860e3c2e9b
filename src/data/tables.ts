/** Numbers in rows: one row a sample. */
export interface FeatureTable {
  /** Samples. */
  readonly rows: number;
  /** Features. */
  readonly columns: number;
  /** All values, row by row: rows × columns. */
  readonly values: Float64Array;
}

/** Samples with a class each: labels are integers 0 … classes − 1. */
export interface LabelledTable {
  /** One row a sample. */
  readonly features: FeatureTable;
  /** The class of each sample. */
  readonly labels: Int32Array;
  /** How many classes there are, at least 2. */
  readonly classes: number;
}

/** A data set with its test samples set aside. */
export interface Classification {
  /** What messages call it. */
  readonly name: string;
  /**
   * What random streams call it, where it is one that everyone has: the shipped ones. Samples of one's own are drawn by the seed
   * alone: what their files are called, or in which format they are, changes nothing.
   */
  readonly key?: string | undefined;
  /** What is fitted to. */
  readonly train: LabelledTable;
  /** What is judged on; its labels are taken to be clean. */
  readonly test: LabelledTable;
}
