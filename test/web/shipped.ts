import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/data/index.ts";
import type { Shipped } from "../../web/problem/presets.ts";

/** What the page ships beside its code. */
export const shipped: Shipped = { diabetes: readFileSync(join(packageRoot(), "data/diabetes.csv"), "utf8") };
