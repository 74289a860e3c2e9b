import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Matrix } from "ml-matrix";
import { parseCsv } from "./csv.ts";
import { packageRoot } from "./files.ts";

/** A design and its labels, standardised: columns of mean 0 and variance 1, labels of mean 0. */
export interface Regression {
  readonly design: Matrix;
  readonly labels: readonly number[];
}

/** Disease progression of 442 diabetes patients from 10 measurements (provenance in data/README.md), standardised. */
export function diabetes(): Regression {
  const file = "data/diabetes.csv";
  const { rows } = parseCsv(readFileSync(join(packageRoot(), file), "utf8"), file);
  const table = new Matrix(rows.map((row) => [...row]));
  const design = table.subMatrix(0, table.rows - 1, 0, table.columns - 2);
  design.center("column", {}).scale("column", { scale: design.standardDeviation("column", { unbiased: false }) });
  const labels = table.getColumn(table.columns - 1);
  const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return { design, labels: labels.map((label) => label - mean) };
}
