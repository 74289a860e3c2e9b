import { readArrayFile } from "./array-files.ts";
import { parseCsv } from "./csv.ts";
import { nameOf } from "./files.ts";
import { InvalidInput } from "./invalid-input.ts";
import { type NpyArray, placeOf } from "./npy.ts";
import type { FeatureTable } from "./tables.ts";

/**
 * Reads features, one row a sample, from an .npy, .npz, .csv or .csv.gz file (as `readArrayFile` names them).
 *
 * @param path of the file; `file.npz:name` for one array of several.
 * @throws InvalidInput in one sentence that names the file and, for a value that is not finite, its row and column.
 */
export function readFeatures(path: string): FeatureTable {
  const file = readArrayFile(path);
  return file.kind === "csv" ? ofCsv(file.text, nameOf(path)) : ofArray(file.array, nameOf(path));
}

function ofCsv(text: string, where: string): FeatureTable {
  const { rows } = parseCsv(text, where);
  const columns = rows[0]!.length;
  const values = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => values.set(row, i * columns));
  return { rows: rows.length, columns, values };
}

function ofArray({ shape, values }: NpyArray, where: string): FeatureTable {
  const [rows, columns] = shape;
  if (columns === undefined) {
    throw new InvalidInput(`${where} has one dimension; expected samples × features: one feature is reshape(-1, 1)`);
  }
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    const place = placeOf(Math.floor(wrong / columns), wrong % columns, shape);
    throw new InvalidInput(`${where}: ${place}: ${values[wrong]} is not a finite number`);
  }
  return { rows: rows!, columns, values };
}
