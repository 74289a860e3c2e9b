/**
 * Measures how the code is built, from its imports: rooms, floors, arrows, arrows up and circles of some folders.
 *
 * usage: npm run structure -- [root of another checkout, to compare with]
 */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { packageRoot } from "../src/data/index.ts";
import { readImports } from "./structure/imports.ts";
import { structureOf } from "./structure/rooms.ts";

const FOLDERS = ["src", "src/ridge", "src/run", "src/evidence", "proofs/ridge", "proofs/logistic", "web/work"] as const;
const COLUMNS = ["rooms", "floors", "arrows", "up", "circles"] as const;

const [given, ...more] = process.argv.slice(2);
const root = given === undefined ? packageRoot() : resolve(given);
if (more.length > 0)
  refuse(`${process.argv.length - 2} folders were given; expected one at most, the root of a checkout`);
else if (!isFolder(join(root, "src")))
  refuse(`${JSON.stringify(given)} has no folder src; expected the root of a checkout`);
else process.stdout.write(`${measured(root)}\n`);

function measured(checkout: string): string {
  const imports = readImports(checkout);
  const found = FOLDERS.map((folder) => ({ folder, structure: structureOf(imports, folder) }));
  const rows = found.map(({ folder, structure }) => {
    if (structure === null) return [folder, ...COLUMNS.map(() => "–")];
    const { circles, ...counts } = structure;
    return [folder, ...COLUMNS.map((column) => String(column === "circles" ? circles.length : counts[column]))];
  });
  const circles = new Set(found.flatMap(({ structure }) => structure?.circles ?? []).map((files) => files.join(" ")));
  return [
    ...table([["", ...COLUMNS], ...rows]),
    ...[...circles]
      .toSorted()
      .map((files) => `\ncircle of ${files.split(" ").length} files:\n  ${files.replaceAll(" ", "\n  ")}`),
  ].join("\n");
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "),
  );
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function refuse(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 2;
}
