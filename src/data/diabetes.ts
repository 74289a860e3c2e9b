import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "./csv.ts";
import { packageRoot } from "./files.ts";
import { type Regression, regressionOf } from "./regression.ts";

/** Disease progression of 442 diabetes patients from 10 measurements (provenance in data/README.md), standardised. */
export function diabetes(): Regression {
  const file = "data/diabetes.csv";
  return regressionOf(parseCsv(readFileSync(join(packageRoot(), file), "utf8"), file), file);
}
