/** What is generated under proofs/coq, and nothing that is written by hand: that is in base/ and theorems/. */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeWhole } from "../src/data/index.ts";
import type { ClaimFile } from "../src/coq/index.ts";

/** The folder that the generator writes, and deletes from. */
const GENERATED = "steps";

/** Writes the files, and removes what an earlier run left of claims that have other names now. */
export function writeGenerated(files: readonly Pick<ClaimFile, "path" | "text">[], folder: string): void {
  for (const { path, text } of files) {
    if (!path.startsWith(`${GENERATED}/`))
      throw new RangeError(`${path} is not in ${GENERATED}, where alone files are generated`);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeWhole(join(folder, path), text);
  }
  const wanted = new Set(files.map(({ path }) => path));
  for (const file of generatedIn(folder)) if (!wanted.has(file)) rmSync(join(folder, file));
}

/** The Coq files that are there of those that are generated, relative to the folder. */
export function generatedIn(folder: string): string[] {
  const root = join(folder, GENERATED);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".v"))
    .map((file) => `${GENERATED}/${file.replaceAll("\\", "/")}`);
}
