import { InvalidInput } from "./invalid-input.ts";
import { quoted } from "./quoted.ts";

/** The numbers of a NumPy array of one or two dimensions, row by row. */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

/**
 * Reads NumPy's .npy format, versions 1 to 3: little-endian float32, float64 and integers, and booleans (as 0 and 1), in C
 * or Fortran order. Every number becomes a double without rounding; memory is 8 bytes for each number in the file.
 *
 * @param where what to call the source in a message.
 * @throws InvalidInput for any other type or shape, and where the bytes are not exactly those that the shape asks for.
 */
export function parseNpy(bytes: Uint8Array, where: string): NpyArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, description, fortranOrder, shape } = parseHeader(view, where);
  const type = TYPES.get(description);
  if (type === undefined) throw new InvalidInput(`${where} ${whyNot(description)}`);
  const sizes = `its shape (${shape.join(", ")})`;
  if (shape.length < 1 || shape.length > 2) {
    throw new InvalidInput(`${where} has ${shape.length} dimensions; expected samples × features: reshape(len(x), -1)`);
  }
  const count = shape.reduce((product, size) => product * size, 1);
  const given = view.byteLength - start;
  if (given !== count * type.bytes) {
    const what = given < count * type.bytes ? "is cut short" : "has bytes left over";
    const expected = `${sizes} asks for ${count * type.bytes}`;
    throw new InvalidInput(`${where} ${what}: there are ${given} bytes of numbers, and ${expected}`);
  }
  if (count === 0) throw new InvalidInput(`${where} is empty: ${sizes} leaves no numbers`);
  const values = allocated(count, where);
  const [rows, columns = 1] = shape as [number, number?];
  const [rowStep, columnStep] = fortranOrder ? [1, rows] : [columns, 1];
  for (let i = 0, k = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, k++) {
      const value = type.read(view, start + type.bytes * (i * rowStep + j * columnStep));
      if (value === null) throw new InvalidInput(`${where} has an integer beyond 2⁵³ at ${placeOf(i, j, shape)}`);
      values[k] = value;
    }
  }
  return { shape, values };
}

/** A place in an array as a message names it, counted from 1. */
export function placeOf(row: number, column: number, shape: readonly number[]): string {
  return shape.length === 1 ? `entry ${row + 1}` : `row ${row + 1}, column ${column + 1}`;
}

interface Type {
  readonly bytes: number;
  /** Null for an integer that a double does not hold. */
  readonly read: (view: DataView, offset: number) => number | null;
}

const TYPES: ReadonlyMap<string, Type> = new Map([
  ["|b1", { bytes: 1, read: (view, offset) => (view.getUint8(offset) === 0 ? 0 : 1) }],
  ["|i1", { bytes: 1, read: (view, offset) => view.getInt8(offset) }],
  ["|u1", { bytes: 1, read: (view, offset) => view.getUint8(offset) }],
  ["<i2", { bytes: 2, read: (view, offset) => view.getInt16(offset, true) }],
  ["<u2", { bytes: 2, read: (view, offset) => view.getUint16(offset, true) }],
  ["<i4", { bytes: 4, read: (view, offset) => view.getInt32(offset, true) }],
  ["<u4", { bytes: 4, read: (view, offset) => view.getUint32(offset, true) }],
  ["<i8", { bytes: 8, read: (view, offset) => wide(view, offset, view.getInt32(offset + 4, true)) }],
  ["<u8", { bytes: 8, read: (view, offset) => wide(view, offset, view.getUint32(offset + 4, true)) }],
  ["<f4", { bytes: 4, read: (view, offset) => view.getFloat32(offset, true) }],
  ["<f8", { bytes: 8, read: (view, offset) => view.getFloat64(offset, true) }],
]);

// Of integers from −2⁵³ to 2⁵³ − 1 none is rounded.
function wide(view: DataView, offset: number, high: number): number | null {
  return high >= -(2 ** 21) && high < 2 ** 21 ? high * 2 ** 32 + view.getUint32(offset, true) : null;
}

function whyNot(description: string): string {
  if (description.startsWith("|O")) return "holds Python objects; save numbers: np.save(file, x.astype(np.float32))";
  if (description === "<f2") return "holds half precision numbers; convert them with x.astype(np.float32)";
  if (/^[<>|=]?[US]\d*$/.test(description)) return "holds text; class names are read from a CSV file";
  if (/^>[a-z]\d+$/.test(description)) return `is big-endian; convert it with x.astype("<${description.slice(1)}")`;
  return `holds values of type ${quoted(description)}; expected float32, float64, integers or booleans`;
}

interface Header {
  /** Where the numbers start. */
  readonly start: number;
  readonly description: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
}

const MAGIC = "\x93NUMPY";
// NumPy itself refuses longer ones.
const LONGEST_HEADER = 10_000;

function parseHeader(view: DataView, where: string): Header {
  const magic = Array.from({ length: Math.min(6, view.byteLength) }, (_, i) => String.fromCharCode(view.getUint8(i)));
  if (magic.join("") !== MAGIC) {
    throw new InvalidInput(`${where} is not a NumPy array; such a file begins with \\x93NUMPY`);
  }
  const short = new InvalidInput(`${where} is cut short: it ends within its header`);
  if (view.byteLength < 8) throw short;
  const [major, minor] = [view.getUint8(6), view.getUint8(7)];
  if (major < 1 || major > 3 || minor !== 0) {
    throw new InvalidInput(`${where} is in version ${major}.${minor} of the .npy format; 1.0, 2.0 and 3.0 are read`);
  }
  const textStart = major === 1 ? 10 : 12;
  if (view.byteLength < textStart) throw short;
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST_HEADER) {
    throw new InvalidInput(`${where} has a header of ${length} bytes; at most ${LONGEST_HEADER} are read`);
  }
  const start = textStart + length;
  if (view.byteLength < start) throw short;
  const text = new TextDecoder(major === 3 ? "utf-8" : "latin1");
  const header = text.decode(new Uint8Array(view.buffer, view.byteOffset + textStart, length));
  return { start, ...parseDictionary(header, where) };
}

// A Python dictionary of exactly three entries, as NumPy writes it: {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }
const ENTRY = /\s*(['"])(\w+)\1\s*:\s*(?:(['"])([^'"]*)\3|(True|False)|\(([\d, ]*)\))\s*(?:,|(?=\}))/y;
const END = /\s*\}\s*$/y;

function parseDictionary(text: string, where: string): Omit<Header, "start"> {
  if (/'descr'\s*:\s*\[/.test(text)) {
    throw new InvalidInput(`${where} is a structured array; save its fields as arrays of their own`);
  }
  const entries = new Map<string, string>();
  ENTRY.lastIndex = /^\s*\{/.exec(text)?.[0].length ?? text.length;
  for (;;) {
    const at = ENTRY.lastIndex;
    const match = ENTRY.exec(text);
    if (match === null) {
      END.lastIndex = at;
      break;
    }
    const [, , name, , description, flag, sizes] = match;
    if (entries.has(name!)) throw new InvalidInput(`${where} has a damaged header: it gives ${quoted(name!)} twice`);
    entries.set(name!, description ?? flag ?? sizes!);
  }
  const [description, order, sizes] = ["descr", "fortran_order", "shape"].map((name) => entries.get(name));
  const isShape = sizes !== undefined && /^ *(?:\d+ *(?:, *\d+ *)*(?:, *)?)?$/.test(sizes);
  const isOrder = order === "True" || order === "False";
  if (!END.test(text) || entries.size !== 3 || description === undefined || !isOrder || !isShape) {
    throw new InvalidInput(`${where} has a damaged header: ${quoted(text.trimEnd())}`);
  }
  const shape = [...sizes.matchAll(/\d+/g)].map(([size]) => Number(size));
  return { description, fortranOrder: order === "True", shape };
}

function allocated(count: number, where: string): Float64Array {
  try {
    return new Float64Array(count);
  } catch {
    throw new InvalidInput(`${where} holds ${count} numbers, more than fit into memory as doubles`);
  }
}
