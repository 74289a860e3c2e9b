import { statSync, truncateSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { fileOf } from "../../src/data/array-files.ts";
import { readFeatures } from "../../src/data/features.ts";
import { InvalidInput } from "../../src/data/invalid-input.ts";
import { numpyFile, npyWith, zipOf } from "./numpy-files.ts";
import { temporaryFolder } from "./temporary.ts";

const { folder, write } = temporaryFolder();

const csv = "a,b,c\n1,2.5,-3\n4,5e-3,6\n";
const table = { rows: 2, columns: 3, values: Float64Array.of(1, 2.5, -3, 4, 0.005, 6) };

test("features are read from CSV, compressed or not, from .npy and from .npz, by the ending", () => {
  expect(readFeatures(write("x.csv", csv))).toEqual(table);
  expect(readFeatures(write("x.CSV.gz", gzipSync(`\uFEFF${csv}`)))).toEqual(table);
  const { rows, columns, values } = readFeatures(write("x.npy", numpyFile("uint16-fortran.npy")));
  expect([rows, columns, ...values]).toEqual([2, 3, 512, 1024, 1536, 2048, 2560, 64512]);
  const two = write("two.npz", numpyFile("two.npz:features"));
  expect(readFeatures(`${two}:features`)).toMatchObject({ rows: 2, columns: 3 });
});

test("all behind the first colon after .npz is an array's name, unless a file is called so", () => {
  const path = write("colon.npz", numpyFile("colon.npz:dense/features:0"));
  expect(readFeatures(`${path}:dense/features:0`)).toMatchObject({ rows: 2, columns: 3 });
  expect(fileOf(`${path}:dense/features:0`)).toBe(path);
  const odd = write("a.npz:b.npz", numpyFile("one.npz"));
  expect(readFeatures(odd)).toMatchObject({ rows: 2, columns: 3 });
  expect(fileOf(odd)).toBe(odd);
  expect(readFeatures(write("a:b.npy", numpyFile("float64.npy")))).toMatchObject({ rows: 2, columns: 3 });
});

test("features that no memory holds are refused before they are read, with the size and the limit", () => {
  const path = write(
    "huge.npy",
    npyWith("{'descr': '<f4', 'fortran_order': False, 'shape': (1048576, 1048576), }", Buffer.alloc(0)),
  );
  truncateSync(path, statSync(path).size + 4 * 2 ** 40); // a file of nothing but a hole
  expect(() => readFeatures(path)).toThrow(
    /huge\.npy holds 1099511627776 numbers, as doubles 8192\.0 GiB; this machine has \d+\.\d GiB of memory$/,
  );
});

test("a table that is too long for text is refused before it is read", () => {
  const path = write("long.csv", "1,2\n");
  truncateSync(path, 3 * 2 ** 30);
  expect(() => readFeatures(path)).toThrow(
    `${path} has 3072 MiB of text, and at most 512 MiB are read; save the table as .npy`,
  );
});

const nan = Buffer.alloc(48);
nan.writeDoubleLE(-Infinity, 8 * 4);
const infinite = npyWith("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", nan);

test.each<[string, string, string | Uint8Array, string]>([
  ["text", "x.csv", "1,2\n3,x\n", 'x.csv: line 2, column 2: "x" is not a finite number'],
  [
    "infinity in CSV",
    "x.csv.gz",
    gzipSync("1,2\n3,1e999\n"),
    'x.csv.gz: line 2, column 2: "1e999" is not a finite number',
  ],
  ["infinity in an array", "x.npy", infinite, "x.npy: row 2, column 2: -Infinity is not a finite number"],
  [
    "one dimension",
    "x.npy",
    numpyFile("labels.npy"),
    "x.npy has one dimension; expected samples × features: if it is one feature, np.save(",
  ],
  ["another ending", "x.pt", "", "x.pt ends in none of .npy, .npz, .csv and .csv.gz, the formats that are read"],
  ["plain text called .gz", "y.csv.gz", csv, "y.csv.gz is not a gzip file"],
  ["half of a gzip file", "y.csv.gz", gzipSync(csv).subarray(0, 30), "y.csv.gz is cut short: its gzip data do not end"],
  [
    "zeros without end",
    "z.csv.gz",
    gzipSync(Buffer.alloc(2 ** 25)),
    "z.csv.gz would become more than 16 MiB; decompress it",
  ],
  [
    "an object array in an archive",
    "o.npz",
    zipOf([{ name: "x.npy", content: numpyFile("objects.npy") }]),
    'o.npz: "x.npy" holds Python objects',
  ],
])("%s is refused in one sentence that names the file", (_, name, content, message) => {
  const path = write(name, content);
  expect(() => readFeatures(path)).toThrow(InvalidInput);
  expect(() => readFeatures(path)).toThrow(`${folder}/${message}`);
});

test("a missing file and a missing array are named", () => {
  expect(() => readFeatures(`${folder}/none.npy`)).toThrow(`cannot read ${folder}/none.npy: there is no such file`);
  expect(() => readFeatures(`${folder}/two.npz:x`)).toThrow(
    `${folder}/two.npz holds no array "x"; it has "features", "labels"`,
  );
  expect(() => readFeatures(`${folder}/two.npz`)).toThrow("name one after a colon");
});
