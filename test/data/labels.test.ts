import { expect, test } from "vitest";
import { InvalidInput } from "../../src/data/invalid-input.ts";
import { type Labels, readLabels } from "../../src/data/labels.ts";
import { npyWith, numpyFile, numpyFiles } from "./numpy-files.ts";
import { temporaryFolder } from "./temporary.ts";

const { folder, write } = temporaryFolder();

const labelled = (...labels: number[]): Labels => ({
  labels: Int32Array.from(labels),
  classes: Math.max(...labels) + 1,
  names: null,
});

test("integers are classes, from an array or from one column of CSV, with or without a header", () => {
  expect(readLabels(write("y.npy", numpyFile("labels.npy")))).toEqual(labelled(2, 0, 1, 1));
  expect(readLabels(write("y.csv", "2\n0\n1\n1\n"))).toEqual(labelled(2, 0, 1, 1));
  expect(readLabels(write("y.csv", "label\r\n2\r\n 0\r\n1.0\r\n1\r\n"))).toEqual(labelled(2, 0, 1, 1));
});

test.each(numpyFiles.texts)(
  "$name, text that NumPy wrote, names classes, without a header",
  ({ name, bytes, texts }) => {
    const names = [...new Set(texts)].toSorted();
    const codes = Int32Array.from(texts, (text) => names.indexOf(text));
    expect(readLabels(write(name, bytes))).toEqual({ labels: codes, classes: names.length, names });
  },
);

test("numbers are classes however they are written, where they are integers to the last digit", () => {
  expect(readLabels(write("y.csv", "2.000e+00\n0.0\n+1\n10e-1\n-0\n"))).toEqual(labelled(2, 0, 1, 1, 0));
  for (const odd of ["0.99999999999999999999", "9007199254740993", "1e-400", "0.5"]) {
    const path = write("y.csv", `0\n1\n${odd}\n`);
    expect(() => readLabels(path)).toThrow(`${path}: line 3: ${odd} is no class; expected integers 0, 1, 2, …`);
  }
});

test("names are numbered in their order, and a test set's by those of its training set", () => {
  const train = readLabels(write("y.csv", 'class\ndog\n"cat, black"\nant\ndog\n'));
  expect(train).toEqual({ labels: Int32Array.of(2, 1, 0, 2), classes: 3, names: ["ant", "cat, black", "dog"] });
  expect(readLabels(write("t.csv", "class\ndog\ndog\n"), train)).toEqual({ ...train, labels: Int32Array.of(2, 2) });
});

test("a test set need not have every class, but none that was not trained", () => {
  const train = labelled(0, 1, 2);
  expect(readLabels(write("t.csv", "2\n2\n"), train)).toEqual({ ...train, labels: Int32Array.of(2, 2) });
  expect(() => readLabels(write("t.csv", "2\n3\n"), train)).toThrow(
    `${folder}/t.csv: line 2: class 3: no training sample has it; their classes are 0 … 2`,
  );
  const named = { ...train, names: ["a", "b", "c"] };
  expect(() => readLabels(write("t.csv", "class\nd\n"), named)).toThrow(
    `${folder}/t.csv: line 2: no training sample has class "d"`,
  );
  expect(() => readLabels(write("t.csv", "class\na\n"), train)).toThrow(
    "names classes, but the training labels are numbers",
  );
  expect(() => readLabels(write("t.csv", "class\n0\n"), named)).toThrow(
    "has numbers, but the training labels are names",
  );
});

test.each<[string, string, string | Uint8Array, string]>([
  ["one-hot rows", "y.csv", "0,1\n1,0\n", "y.csv has 2 columns; expected a single one, of classes"],
  ["a one-hot array", "y.npy", numpyFile("bool.npy"), "y.npy has 3 columns; expected one class a sample"],
  ["a column of doubles", "y.npy", numpyFile("column.npy"), "y.npy: entry 1: 5e-324 is no class; expected integers"],
  ["a negative number", "y.csv", "0\n-1\n", "y.csv: line 2: -1 is no class; expected integers 0, 1, 2, …"],
  [
    "classes numbered from 1",
    "y.csv",
    "1\n2\n1\n",
    "y.csv: no sample has class 0, but one has class 2; number the classes from 0",
  ],
  ["a gap", "y.csv", "0\n2\n0\n", "y.csv: no sample has class 1, but one has class 2; number the classes without gaps"],
  [
    "a class beyond the samples",
    "y.csv",
    "0\n2000000000\n",
    "y.csv: line 2: class 2000000000: with 2 samples, classes are 0 … 1",
  ],
  ["a number among names", "y.csv", "class\ncat\n7\n", 'y.csv: line 3 is a number, "7", after names of classes'],
  ["a name among numbers", "y.csv", "0\n1\nx\n", 'y.csv: line 3 is a name, "x", after numbers of classes'],
  [
    "names without a header line",
    "y.csv",
    "cat\ndog\ncat\n",
    'y.csv: line 1 is the class "cat"; class names need a header line',
  ],
  [
    "R's missing label",
    "y.csv",
    '"y"\n"a"\nNA\n"b"\n',
    'y.csv: line 3: "NA" may be a class, or a label that is missing',
  ],
  ["a missing label among numbers", "y.csv", "0\nnan\n1\n", 'y.csv: line 2: "nan" may be a class, or a label that is'],
  [
    "a name in two forms",
    "y.csv",
    "y\na\n a\nb\n",
    'y.csv: line 3 is " a" and line 2 "a", which look the same; write one class in one way',
  ],
  [
    "a name composed in two ways",
    "y.csv",
    "y\n\u00e9\ne\u0301\n",
    'y.csv: line 3 is "e\u0301" and line 2 "\u00e9", which',
  ],
  [
    "what may be a comment",
    "y.csv",
    "y\na\n#b\nc\n",
    "y.csv: line 3 begins with #, as comments do; put it in quotation",
  ],
  [
    "a number above names",
    "y.csv",
    "0\na\nb\n",
    'y.csv: line 2 is a name, "a", after numbers of classes; if line 1 is a',
  ],
  ["names with commas", "y.csv", "y\nSmith, J\nDoe, J\n", "y.csv: line 2 has 2 values; expected 1 as in line 1"],
  [
    "an index and names",
    "y.csv",
    "0,a\n1,b\n2,a\n",
    "y.csv: column 1 numbers the rows, 0, 1, …; write the table without",
  ],
  [
    "a row of classes",
    "y.npy",
    npyWith("{'descr': '<u1', 'fortran_order': False, 'shape': (1, 3), }", Uint8Array.of(0, 1, 0)),
    'y.npy is a row of 3 values; expected one class a sample: np.save("fixed.npy", np.load(',
  ],
  [
    "a single value",
    "y.npy",
    numpyFile("scalar.npy"),
    "y.npy has 0 dimensions: it holds a single value; expected one class",
  ],
  [
    "an integer beyond 2⁵³",
    "y.npy",
    numpyFile("beyond-unsigned.npy"),
    "y.npy has an integer beyond 2⁵³ at entry 2; numbered",
  ],
  ["an empty line", "y.csv", "0\n\n1\n", "y.csv: line 2 is empty; expected a class"],
  ["infinity", "y.csv", "0\nInfinity\n", 'y.csv: line 2, column 1: "Infinity" is not a finite number'],
  ["a single class", "y.csv", "0\n0\n", "y.csv has a single class; expected at least two"],
])("%s is refused in one sentence that names the place", (_, name, content, message) => {
  const path = write(name, content);
  expect(() => readLabels(path)).toThrow(InvalidInput);
  expect(() => readLabels(path)).toThrow(`${folder}/${message}`);
});
