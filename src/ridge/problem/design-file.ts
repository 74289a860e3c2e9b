import { isAbsolute } from "node:path";
import {
  type CsvReading,
  fileOf,
  InvalidInput,
  isSameFile,
  nameOf,
  numberOf,
  parseCells,
  pathFrom,
  readArrayFile,
  readFeatures,
  readText,
  requireFile,
} from "../../data/index.ts";
import type { WrittenDesign } from "./exact-design.ts";

/** Where a design's file may be, and how it is read. */
export interface DesignReading {
  /** The folder of the file that names it. */
  readonly folder: string;
  /** Whether it may lie outside that folder. */
  readonly allowOutside: boolean;
  /** Whether the first line of a CSV file is a header. */
  readonly header: CsvReading["header"];
  /** Files that will be written: a design among them is refused. */
  readonly outputs: readonly string[];
}

type Table = Pick<WrittenDesign, "rows" | "placeOf">;

/**
 * The rows of a design in a file of its own: the doubles that an array in .npy or .npz (`file.npz:name`) holds; else a CSV
 * file's cells as they are written, which are exact decimals.
 *
 * @param name of the file, relative to the folder.
 * @throws InvalidInput in one sentence that names the file, and the place in it.
 */
export function readDesign(name: string, { folder, allowOutside, header, outputs }: DesignReading): Table {
  const written = isAbsolute(name) ? name : `${folder}/${name}`;
  const member = written.slice(fileOf(written).length);
  const path = pathFrom(folder, name.slice(0, name.length - member.length), allowOutside);
  const output = outputs.find((each) => isSameFile(each, path));
  if (output !== undefined) {
    throw new InvalidInput(`the design would be overwritten by ${nameOf(output)}; expected another file to write to`);
  }
  requireFile(path);
  return /\.np[yz]$/i.test(path) ? ofArray(`${path}${member}`, name) : ofCsv(path, name, { header });
}

function ofArray(path: string, name: string): Table {
  const { rows, columns, values } = readFeatures(path);
  return {
    rows: Array.from({ length: rows }, (_, i) => [...values.subarray(i * columns, (i + 1) * columns)]),
    placeOf: (row, column) => `${nameOf(name)}: row ${row + 1}, column ${column + 1}`,
  };
}

// `name` is the path as it was written.
function ofCsv(path: string, name: string, reading: CsvReading): Table {
  const where = nameOf(name);
  const { rows, lines, firstColumn } = parseCells(textOf(path), where, reading);
  rows.forEach((cells, i) => cells.forEach((cell, j) => numberOf(cell, where, lines[i]!, firstColumn + j)));
  return { rows, placeOf: (row, column) => `${where}: line ${lines[row]}, column ${firstColumn + column}` };
}

function textOf(path: string): string {
  if (!/\.csv\.gz$/i.test(path)) return readText(path);
  const file = readArrayFile(path, "features");
  if (file.kind !== "csv") throw new Error("a compressed CSV file is text");
  return file.text;
}
