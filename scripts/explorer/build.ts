import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot, writeWhole } from "../../src/data/index.ts";
import { explorerPage } from "./page.ts";

/** Writes the explorer as one HTML file, and returns the folder that it is alone in. */
export async function buildExplorer(): Promise<string> {
  const folder = join(packageRoot(), "dist/explorer");
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, "index.html"), await explorerPage());
  return folder;
}
