export {
  accuracyAgainstFlipRate,
  colour,
  crossEntropyFigures,
  errorAgainstXi,
  type Figure,
  figures,
  grid,
  NINETY_NINE_PERCENT,
  regionsOfImitation,
  standalone,
} from "./figures/index.ts";
export { junitReport } from "./junit.ts";
export { markdownReport } from "./markdown.ts";
export { htmlReport } from "./page.ts";
export { palette } from "./palette.ts";
export { readReport } from "./read-report.ts";
export type { Subject } from "./subject.ts";
