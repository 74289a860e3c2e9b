/**
 * Puts the pieces in changes/ into the unreleased list of CHANGELOG.md, and removes them. For a release.
 *
 * usage: npm run changelog
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { packageRoot, readText, writeWhole } from "../src/data/index.ts";
import { changeFiles, readChange, withChanges } from "./changelog/pieces.ts";

const root = packageRoot();
const files = changeFiles(root);
const changes = files.map((file) => readChange(file, readText(join(root, file))));
const document = join(root, "CHANGELOG.md");
writeWhole(document, await withChanges(readText(document), changes));
for (const file of files) rmSync(join(root, file));
process.stdout.write(`${files.length} changes are in CHANGELOG.md, and no longer in changes/\n`);
