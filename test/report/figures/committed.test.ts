import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot, readText } from "../../../src/data/index.ts";
import { crossEntropyFigures, errorAgainstXi, regionsOfImitation, standalone } from "../../../src/report/index.ts";

// The two others of docs/ take minutes: accuracy-against-flip-rate and threshold-against-dimension.
test.each([errorAgainstXi, regionsOfImitation, ...crossEntropyFigures().map(({ make }) => make)])(
  "a picture in docs/ is what npm run figures draws now (%#)",
  { timeout: 60_000 },
  (make) => {
    const figure = make();
    expect(readText(join(packageRoot(), "docs", `${figure.id}.svg`))).toBe(standalone(figure));
  },
);
