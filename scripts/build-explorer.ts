/**
 * Writes the explorer, a page that opens from any folder.
 *
 * usage: npm run build
 */
import { statSync } from "node:fs";
import { join, relative } from "node:path";
import { buildExplorer } from "./explorer/build.ts";

const file = join(await buildExplorer(), "index.html");
process.stdout.write(`${relative(process.cwd(), file)}: ${Math.round(statSync(file).size / 1000)} kB\n`);
