/**
 * Draws the pictures of the documentation: those of the report, among them those of the sweeps in docs/results, and one that
 * takes too long for it. Makes the tables of docs/cross-entropy.md anew as well.
 *
 * usage: npm run figures
 */
import { join } from "node:path";
import { packageRoot, readText, writeWhole } from "../src/data/index.ts";
import {
  accuracyAgainstFlipRate,
  crossEntropyFigures,
  errorAgainstXi,
  regionsOfImitation,
  standalone,
} from "../src/report/index.ts";
import { DOCUMENT, withTables } from "./cross-entropy-tables.ts";
import { thresholdAgainstDimension } from "./threshold-against-dimension.ts";

const FLIP_DRAWS = 8000;

const figures = [
  errorAgainstXi,
  () => accuracyAgainstFlipRate(FLIP_DRAWS),
  thresholdAgainstDimension,
  regionsOfImitation,
  ...crossEntropyFigures().map(({ make }) => make),
];
for (const figure of figures.map((make) => make())) {
  writeWhole(join(packageRoot(), "docs", `${figure.id}.svg`), standalone(figure));
}
writeWhole(DOCUMENT, await withTables(readText(DOCUMENT)));
