import { readArrayFile } from "./array-files.ts";
import { type CsvReading, eachNumericRow } from "./csv.ts";
import { nameOf } from "./files.ts";
import { InvalidInput } from "./invalid-input.ts";
import { type NpyArray, type NpyRead, placeOf } from "./npy.ts";
import { savedAgain } from "./npy-hints.ts";
import type { FeatureTable } from "./tables.ts";

/**
 * Reads features, one row a sample, from an .npy, .npz, .csv or .csv.gz file (as `readArrayFile` names them).
 *
 * @param path of the file; `file.npz:name` for one array of several.
 * @param reading how a CSV file is read.
 * @throws InvalidInput in one sentence that names the file and, for a value that is not finite, its row and column.
 */
export function readFeatures(path: string, reading: CsvReading = {}): FeatureTable {
  const file = readArrayFile(path, "features");
  return file.kind === "csv" ? ofCsv(file.text, nameOf(path), reading) : ofArray(file);
}

function ofCsv(text: string, where: string, reading: CsvReading): FeatureTable {
  let [rows, columns, values] = [0, 0, new Float64Array(1024)];
  eachNumericRow(text, where, reading, (numbers) => {
    columns = numbers.length;
    const needed = (rows + 1) * columns;
    if (needed > values.length) {
      const larger = new Float64Array(2 * needed);
      larger.set(values);
      values = larger;
    }
    values.set(numbers, rows * columns);
    rows++;
  });
  return { rows, columns, values: values.slice(0, rows * columns) };
}

function ofArray({ array, place }: NpyRead): FeatureTable {
  const { shape, values } = array as NpyArray;
  const { where } = place;
  const [rows, columns] = shape;
  if (columns === undefined) {
    const again = savedAgain(place, shape);
    throw new InvalidInput(`${where} has one dimension; expected samples × features: if it is one feature, ${again}`);
  }
  for (let k = 0; k < values.length; k++) {
    if (Number.isFinite(values[k])) continue;
    const at = placeOf(Math.floor(k / columns), k % columns, shape);
    throw new InvalidInput(`${where}: ${at}: ${values[k]} is not a finite number`);
  }
  return { rows: rows!, columns, values };
}
