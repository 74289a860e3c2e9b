import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidInput } from "../../src/data/invalid-input.ts";
import { type NpyArray, parseNpy, readNpy } from "../../src/data/npy.ts";
import { numpyFile, numpyFiles, npyWith } from "./numpy-files.ts";

test.each(numpyFiles.read.filter(({ name }) => name.endsWith(".npy")))(
  "$name, written by NumPy, reads as NumPy reads it",
  ({ bytes, shape, values }) => {
    expect(parseNpy(bytes, "x.npy")).toEqual({ shape, values: Float64Array.from(values) });
  },
);

test("any doubles read back bit by bit, in either order and every version, wherever they lie in memory", () => {
  const size = fc.integer({ min: 1, max: 6 });
  const tables = fc
    .tuple(size, size)
    .chain(([rows, columns]) =>
      fc.tuple(
        fc.constant(rows),
        fc.constant(columns),
        fc.float64Array({ minLength: rows * columns, maxLength: rows * columns }),
      ),
    );
  fc.assert(
    fc.property(
      tables,
      fc.boolean(),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 9 }),
      ([rows, columns, values], fortran, version, shift) => {
        const data = Buffer.alloc(8 * values.length);
        values.forEach((value, k) => {
          const [i, j] = [Math.floor(k / columns), k % columns];
          data.writeDoubleLE(value, 8 * (fortran ? j * rows + i : k));
        });
        const order = fortran ? "True" : "False";
        const header = `{'descr': '<f8', 'fortran_order': ${order}, 'shape': (${rows}, ${columns}), }\n`;
        const shifted = Buffer.concat([Buffer.alloc(shift), npyWith(header, data, version)]).subarray(shift);
        expect(parseNpy(shifted, "x.npy")).toEqual({ shape: [rows, columns], values });
      },
    ),
  );
});

test.each([false, true])("more numbers than are read in one piece are read in order, Fortran order %s", (fortran) => {
  const [rows, columns] = [3, 500_009]; // 12 MB; pieces have 8 MiB
  const place = { where: "x.npy", file: "x.npy", member: null, use: "features" as const };
  for (const [type, bytes, write] of [
    ["<f8", 8, "writeDoubleLE"],
    [">f8", 8, "writeDoubleBE"],
    ["<i8", 8, "writeBigInt64LE"],
  ] as const) {
    const data = Buffer.alloc(bytes * rows * columns);
    for (let k = 0; k < rows * columns; k++) {
      const at = bytes * (fortran ? (k % columns) * rows + Math.floor(k / columns) : k);
      if (write === "writeBigInt64LE") data.writeBigInt64LE(BigInt(k), at);
      else data[write](k, at);
    }
    const order = fortran ? "True" : "False";
    const file = npyWith(`{'descr': '${type}', 'fortran_order': ${order}, 'shape': (${rows}, ${columns}), }`, data);
    const read = (at: number, length: number): Uint8Array => file.subarray(at, at + length);
    const { values } = readNpy({ size: file.length, read }, place, "numbers") as NpyArray;
    expect(values.findIndex((value, k) => value !== k)).toBe(-1);
  }
});

const refusal = (bytes: Uint8Array): string => {
  try {
    parseNpy(bytes, "x.npy");
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    return (error as InvalidInput).message;
  }
  return "nothing";
};

describe("what NumPy writes and is not read is refused, with what to do", () => {
  const load = 'np.load("x.npy")';
  const fixed = (expression: string): string => `np.save("fixed.npy", ${expression})`;

  test.each([
    [
      "objects.npy",
      `x.npy holds Python objects; numbers or names among them are saved, if you trust the file, which may run code, by ${fixed(
        'np.array(np.load("x.npy", allow_pickle=True).tolist())',
      )}`,
    ],
    [
      "structured.npy",
      `x.npy is a structured array; its columns of numbers are saved by ${fixed(`np.column_stack([${load}[name] for name in ("a", "b",)])`)}`,
    ],
    ["complex.npy", `x.npy holds complex numbers; their real parts alone are: ${fixed(`${load}.real`)}`],
    [
      "dates.npy",
      `x.npy holds dates or times; as numbers they are: ${fixed(`${load}.astype(np.float64).reshape(-1, 1)`)}`,
    ],
    ["text.npy", 'x.npy holds text, such as "cat"; expected numbers'],
    ["bytes.npy", 'x.npy holds text, such as "cat"; expected numbers'],
    [
      "scalar.npy",
      `x.npy has 0 dimensions: it holds a single value; one sample of one feature is ${fixed(`${load}.reshape(1, 1)`)}`,
    ],
    ["three-dimensions.npy", `x.npy has 3 dimensions; expected samples × features: ${fixed(`${load}.reshape(2, -1)`)}`],
    [
      "beyond.npy",
      `x.npy has an integer beyond 2⁵³ at row 1, column 2; rounded it is read: ${fixed(`${load}.astype(np.float64)`)}`,
    ],
    [
      "beyond-unsigned.npy",
      `x.npy has an integer beyond 2⁵³ at entry 2; rounded it is read: ${fixed(`${load}.astype(np.float64).reshape(-1, 1)`)}`,
    ],
    ["no-rows.npy", "x.npy is empty: its shape (0, 5) leaves no numbers"],
    ["no-columns.npy", "x.npy is empty: its shape (5, 0) leaves no numbers"],
  ])("%s", (name, message) => {
    expect(refusal(numpyFile(name))).toBe(message);
  });
});

test("a file that is cut short anywhere is refused, and so is one with bytes left over", () => {
  const whole = numpyFile("float64-fortran.npy");
  for (let length = 0; length < whole.length; length++) {
    expect(refusal(whole.subarray(0, length))).toMatch(/^x\.npy (is not a NumPy array|is cut short)/);
  }
  expect(refusal(Buffer.concat([whole, Buffer.alloc(8)]))).toBe(
    "x.npy has bytes left over: there are 56 bytes of numbers, and its shape (2, 3) asks for 48; " +
      'the first array alone is np.save("fixed.npy", np.load("x.npy"))',
  );
});

const header = (descr: string, shape: string): string =>
  `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }\n`;
const eight = Buffer.alloc(8);

test.each([
  ["a petabyte", header("'<f8'", "(1000000000, 131072)"), "is cut short"],
  ["more than any number", header("'<f8'", `(${"9".repeat(400)}, 2)`), "is cut short"],
  ["2⁶⁴ + 1 values, which are 1 in 64 bits", header("'<f8'", "(274177, 67280421310721)"), "is cut short"],
  ["a negative size", header("'<f8'", "(-1, 1)"), "has a damaged header"],
  ["a fractional size", header("'<f8'", "(1.0, 1)"), "has a damaged header"],
  ["no comma between sizes", header("'<f8'", "(1 1)"), "has a damaged header"],
  ["no size but commas", header("'<f8'", "(,)"), "has a damaged header"],
  ["an unknown key", "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'x': '1'}", "has a damaged header"],
  ["a missing key", "{'descr': '<f8', 'shape': (1,)}", "has a damaged header"],
  ["a shape given twice", `${header("'<f8'", "(1,)").slice(0, -2)}'shape': (1,)}`, 'it gives "shape" twice'],
  ["words after the header", `${header("'<f8'", "(1,)")}x`, "has a damaged header"],
  ["no dictionary", "", "has a damaged header"],
  ["a type that is a property of every object", header("'constructor'", "(1,)"), 'holds values of type "constructor"'],
  ["a type that is an object's prototype", header("'__proto__'", "(1,)"), 'holds values of type "__proto__"'],
  ["a kind of number that there is not", header("'<f3'", "(1,)"), 'holds values of type "<f3"'],
  [
    "a header longer than any",
    `${header("'<f8'", "(1,)")}${" ".repeat(10_000)}`,
    "has a header of 10058 bytes; at most 10000 are read",
  ],
])("%s is refused before anything is allocated", (_, text, message) => {
  const before = process.memoryUsage().arrayBuffers;
  expect(refusal(npyWith(text, eight))).toContain(message);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20);
});

test("keys may come in any order, and in Python's other quotation marks", () => {
  const other = `{"shape":(1,),"descr":"<f8","fortran_order":True}`;
  expect(parseNpy(npyWith(other, eight), "x.npy")).toEqual({ shape: [1], values: new Float64Array(1) });
});

test.each([4, 0, 255])("version %s of the format is refused", (version) => {
  const bytes = npyWith(header("'<f8'", "(1,)"), eight);
  bytes[6] = version;
  expect(refusal(bytes)).toBe(`x.npy is in version ${version}.0 of the .npy format; 1.0, 2.0 and 3.0 are read`);
});
