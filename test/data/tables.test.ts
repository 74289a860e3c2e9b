import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFeatures } from "../../src/data/features.ts";
import { packageRoot } from "../../src/data/files.ts";
import { InvalidInput } from "../../src/data/invalid-input.ts";
import { readLabels } from "../../src/data/labels.ts";
import { temporaryFolder } from "./temporary.ts";

const { write } = temporaryFolder();
const fixtures = JSON.parse(readFileSync(join(packageRoot(), "test/data/fixtures/tables.json"), "utf8")) as Record<
  string,
  string
>;

const ROWS = [1.5, 7, -2, 1, 3.25, 0];
const [FIRST, SECOND, THIRD] = [ROWS.slice(0, 2), ROWS.slice(2, 4), ROWS.slice(4)] as [number[], number[], number[]];
const REORDERED = [...THIRD, ...FIRST, ...SECOND];
const CARS = [21, 6, 160, 21, 6, 160, 22.8, 4, 108];
const NAMES = { labels: [0, 1, 0], names: ["cat", "dog"] };
const NUMBERS = { labels: [0, 1, 0], names: null };

/** What each file that other programs wrote (tables.py) is: numbers row by row, or classes, or a sentence that refuses it. */
const expected: Readonly<Record<string, readonly number[] | { labels: number[]; names: string[] | null } | RegExp>> = {
  "Excel CSV UTF-8": ROWS,
  "Excel CSV, Latin-1": /: line 1 is not UTF-8 text; save it as UTF-8/,
  "Excel CSV, Macintosh": ROWS,
  "Excel CSV, an empty column beside": ROWS,
  "Excel CSV, comma": ROWS,
  "Excel CSV, empty rows below": ROWS,
  "Excel CSV, semicolon": ROWS,
  "Excel CSV, sep=": ROWS,
  "Excel CSV, thousands": /"1,234\.5" has a separator of thousands; write numbers without one/,
  "Excel Unicode text": ROWS,
  Fortran: ROWS,
  "MATLAB save -ascii": ROWS,
  "MATLAB writematrix": ROWS,
  "MATLAB writematrix, NaN": /: line 2, column 2: "NaN" is not a finite number; leave out samples with a missing value/,
  "MATLAB writetable": ROWS,
  "NumPy labels, savetxt": NUMBERS,
  "NumPy labels, savetxt of integers": NUMBERS,
  "NumPy savetxt": ROWS,
  "NumPy savetxt, delimiter": ROWS,
  "NumPy savetxt, header and footer": ROWS,
  "R labels": NAMES,
  "R labels, NA":
    /: line 3: "NA" may be a class, or a label that is missing; leave the sample out, or put the class in/,
  "R labels, a class NA": { labels: [1, 0, 2], names: ["NA", "cat", "dog"] },
  "R labels, numbers": NUMBERS,
  "R labels, quote = FALSE": NAMES,
  "R labels, row.names = FALSE": NAMES,
  "R labels, write.table": NAMES,
  "R write, ncolumns = 2": ROWS,
  "R write.csv": ROWS,
  "R write.csv, a matrix": ROWS,
  "R write.csv, named rows": CARS,
  "R write.csv, row.names = FALSE": ROWS,
  "R write.csv, rows in another order": REORDERED,
  "R write.csv2": ROWS,
  "R write.csv2, row.names = FALSE": ROWS,
  "R write.table": ROWS,
  "R write.table, col.names = FALSE": ROWS,
  "R write.table, dec = comma": ROWS,
  "R write.table, named rows": CARS,
  "R write.table, neither names": ROWS,
  "R write.table, quote = FALSE": ROWS,
  "R write.table, sep = tab": ROWS,
  "R, NA": /: line 3, column 1: "NA" is not a finite number; leave out samples/,
  "R, a row of NA": /: line 3, column 2: "NA" is not a finite number; leave out samples/,
  "pandas labels": NUMBERS,
  // Its header is told from a class 0 by the number of samples alone: see below.
  "pandas labels, index=False": { labels: [0, 0, 1, 0], names: null },
  "pandas labels, missing": /: line 3 is empty; expected a class/,
  "pandas labels, names": NAMES,
  "pandas labels, names, header=False": /: column 1 numbers the rows, 0, 1, …; .*pandas: index=False/,
  "pandas labels, names, index=False": /: line 2 is a name, "cat", after numbers of classes; .* --header yes/,
  "pandas reset_index": /: column 1, "index", numbers the rows; take it out/,
  "pandas to_csv, index=False, header=False": ROWS,
  "pandas to_csv, index=False, header=True": /: line 1 counts the columns, 0, 1, .*\(--header yes\).*\(--header no\)/,
  "pandas to_csv, index=True, header=False": /: column 1 numbers the rows, 0, 1, …; .*pandas: index=False.*--header no/,
  "pandas to_csv, index=True, header=True": ROWS,
  "pandas to_csv, names": ROWS,
  "pandas to_csv, names, index=False": ROWS,
  "pandas to_csv, rows in another order": REORDERED,
  "pandas to_csv, sep and decimal": ROWS,
  "pandas to_csv, utf-16": ROWS,
  "pandas to_csv, utf-8-sig": ROWS,
  "pandas, an index read as a column": /: column 1, "Unnamed: 0", numbers the rows; take it out/,
  "pandas, booleans": /: line 2, column 1: "True" is not a finite number; write 1 for true and 0 for false/,
  "pandas, missing": /: line 3, column 1: "" is not a finite number; leave out samples with a missing value/,
};

const fileOf = (name: string): string => write("table.csv", Buffer.from(fixtures[name]!, "base64"));

test("every file that other programs wrote is judged here", () => {
  expect(Object.keys(expected).toSorted()).toEqual(Object.keys(fixtures).toSorted());
});

test.each(Object.keys(fixtures))("%s is read, or refused with the way on", (name) => {
  const path = fileOf(name);
  const read = (): unknown => (name.includes("labels") ? readLabels(path) : readFeatures(path));
  const right = expected[name]!;
  if (right instanceof RegExp) {
    expect(read).toThrow(InvalidInput);
    expect(read).toThrow(right);
  } else if (Array.isArray(right)) {
    const columns = right === CARS ? 3 : 2;
    expect(read()).toEqual({ rows: 3, columns, values: Float64Array.from(right as number[]) });
  } else {
    const { labels, names } = right as typeof NAMES;
    expect(read()).toEqual({ labels: Int32Array.from(labels), classes: new Set(labels).size, names });
  }
});

test("what cannot be told is read as is said", () => {
  const header = "pandas to_csv, index=False, header=True";
  expect(readFeatures(fileOf(header), { header: "yes" }).values).toEqual(Float64Array.from(ROWS));
  expect(readFeatures(fileOf(header), { header: "no" }).values).toEqual(Float64Array.from([0, 1, ...ROWS]));
  const index = "pandas to_csv, index=True, header=False";
  expect(readFeatures(fileOf(index), { header: "no" })).toMatchObject({ rows: 3, columns: 3 });
  const names = "pandas labels, names, index=False";
  expect(readLabels(fileOf(names), null, { header: "yes" })).toMatchObject({ names: ["cat", "dog"], classes: 2 });
  const numbers = "pandas labels, index=False";
  expect(readLabels(fileOf(numbers), null, { header: "yes" }).labels).toEqual(Int32Array.of(0, 1, 0));
});
