/**
 * Draws the pictures of the documentation: those of the report, among them those of the sweeps in docs/results, and one that
 * takes too long for it.
 *
 * usage: npm run figures
 */
import { join } from "node:path";
import { packageRoot, writeWhole } from "../src/data/index.ts";
import {
  accuracyAgainstFlipRate,
  crossEntropyFigures,
  errorAgainstXi,
  regionsOfImitation,
  standalone,
} from "../src/report/index.ts";
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
