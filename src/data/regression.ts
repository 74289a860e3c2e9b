import { Matrix } from "ml-matrix";
import type { NumericTable } from "./csv.ts";
import { InvalidInput } from "./invalid-input.ts";

/** A design and its labels, standardised: columns of mean 0 and variance 1, labels of mean 0. */
export interface Regression {
  /** X, n × d, samples in rows. */
  readonly design: Matrix;
  /** One a sample. */
  readonly labels: readonly number[];
}

/**
 * The regression of a table whose last column holds the labels.
 *
 * @throws InvalidInput for a table without columns beside the labels, and for a column that is constant.
 */
export function regressionOf({ header, rows }: NumericTable, where: string): Regression {
  const table = new Matrix(rows.map((row) => [...row]));
  if (table.columns < 2) {
    throw new InvalidInput(`${where} has one column; expected at least one beside the labels, which are the last`);
  }
  const design = table.subMatrix(0, table.rows - 1, 0, table.columns - 2);
  for (let column = 0; column < design.columns; column++) {
    const [first, ...others] = design.getColumn(column) as [number, ...number[]];
    if (others.some((value) => value !== first)) continue;
    const name = header === null ? "" : ` (${header[column]})`;
    throw new InvalidInput(`${where}: column ${column + 1}${name} is ${first} in every row; leave it out`);
  }
  design.center("column", {}).scale("column", { scale: design.standardDeviation("column", { unbiased: false }) });
  const labels = table.getColumn(table.columns - 1);
  const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return { design, labels: labels.map((label) => label - mean) };
}
