import { InvalidInput } from "./invalid-input.ts";
import { type Pieces, viewOf } from "./pieces.ts";
import { quoted } from "./quoted.ts";

/** What an .npy file says of its array before the numbers. */
export interface NpyHeader {
  /** Where the numbers start. */
  readonly start: number;
  /** Their type, as NumPy writes it: "<f8". Of a structured array the list of its fields, as Python writes it. */
  readonly description: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
}

const MAGIC = "\x93NUMPY";
// NumPy itself refuses longer ones.
const LONGEST_HEADER = 10_000;

/** The header of an .npy file of version 1 to 3. @throws InvalidInput where it is none, damaged or cut short. */
export function npyHeader(content: Pieces, where: string): NpyHeader {
  const head = content.read(0, Math.min(12, content.size));
  if (String.fromCharCode(...head.subarray(0, 6)) !== MAGIC) {
    throw new InvalidInput(`${where} is not a NumPy array; such a file begins with \\x93NUMPY`);
  }
  const short = new InvalidInput(`${where} is cut short: it ends within its header`);
  if (head.length < 8) throw short;
  const [major, minor] = [head[6]!, head[7]!];
  if (major < 1 || major > 3 || minor !== 0) {
    throw new InvalidInput(`${where} is in version ${major}.${minor} of the .npy format; 1.0, 2.0 and 3.0 are read`);
  }
  const textStart = major === 1 ? 10 : 12;
  if (head.length < textStart) throw short;
  const length = major === 1 ? viewOf(head).getUint16(8, true) : viewOf(head).getUint32(8, true);
  if (length > LONGEST_HEADER) {
    throw new InvalidInput(`${where} has a header of ${length} bytes; at most ${LONGEST_HEADER} are read`);
  }
  const start = textStart + length;
  if (content.size < start) throw short;
  const text = new TextDecoder(major === 3 ? "utf-8" : "latin1").decode(content.read(textStart, length));
  return { start, ...parseDictionary(text, where) };
}

/*
 * A Python dictionary of exactly three entries, as NumPy writes it: {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }
 * Python 2 writes 3L for a long integer, and u'…' for text. The type of a structured array is a list of its fields.
 */
const ENTRY =
  /\s*u?(['"])(\w+)\1\s*:\s*(?:u?(['"])([^'"]*)\3|(True|False)|\(([\dL,\s]*)\)|(\[[^{}]*?\])(?=\s*,?\s*(?:u?['"](?:fortran_order|shape)['"]\s*:|\})))\s*(?:,|(?=\}))/y;
const END = /\s*\}\s*$/y;
const SHAPE = /^\s*(?:\d+L?\s*(?:,\s*\d+L?\s*)*(?:,\s*)?)?$/;

function parseDictionary(text: string, where: string): Omit<NpyHeader, "start"> {
  const entries = new Map<string, string>();
  ENTRY.lastIndex = /^\s*\{/.exec(text)?.[0].length ?? text.length;
  for (;;) {
    const at = ENTRY.lastIndex;
    const match = ENTRY.exec(text);
    if (match === null) {
      END.lastIndex = at;
      break;
    }
    const [, , name, , description, flag, sizes, fields] = match;
    if (entries.has(name!)) throw new InvalidInput(`${where} has a damaged header: it gives ${quoted(name!)} twice`);
    entries.set(name!, description ?? flag ?? sizes ?? fields!);
  }
  const [description, order, sizes] = ["descr", "fortran_order", "shape"].map((name) => entries.get(name));
  const isShape = sizes !== undefined && SHAPE.test(sizes);
  const isOrder = order === "True" || order === "False";
  if (!END.test(text) || entries.size !== 3 || description === undefined || !isOrder || !isShape) {
    throw new InvalidInput(`${where} has a damaged header: ${quoted(text.trimEnd())}`);
  }
  const shape = [...sizes.matchAll(/\d+/g)].map(([size]) => Number(size));
  return { description, fortranOrder: order === "True", shape };
}
