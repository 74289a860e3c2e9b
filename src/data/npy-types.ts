/** How numbers of a NumPy type lie in a file. */
export interface NpyType {
  readonly bytes: number;
  /** Null for an integer that a double does not hold. */
  readonly read: (view: DataView, offset: number) => number | null;
  /** The same numbers all at once, where the machine has them in that order and a double holds each; else null. */
  readonly readAll: ((bytes: Uint8Array) => ArrayLike<number>) | null;
}

/** How text of a NumPy type lies in a file: so many characters, in UTF-32 or in bytes. */
export interface NpyTextType {
  readonly bytes: number;
  /** Null for bytes that are no UTF-8, and no character of Unicode. */
  readonly read: (view: DataView, offset: number) => string | null;
}

/** The names of types that programs other than NumPy write in place of its codes. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["?", "b1"],
  ["bool", "b1"],
  ["bool_", "b1"],
  ...[16, 32, 64].map((bits): [string, string] => [`float${bits}`, `f${bits / 8}`]),
  ...[8, 16, 32, 64].flatMap((bits): [string, string][] => [
    [`int${bits}`, `i${bits / 8}`],
    [`uint${bits}`, `u${bits / 8}`],
  ]),
]);

/** Numbers by kind and size; a byte has no order. */
const READERS: ReadonlyMap<string, (little: boolean) => NpyType["read"]> = new Map([
  ["b1", () => (view, offset) => (view.getUint8(offset) === 0 ? 0 : 1)],
  ["i1", () => (view, offset) => view.getInt8(offset)],
  ["u1", () => (view, offset) => view.getUint8(offset)],
  ["i2", (little) => (view, offset) => view.getInt16(offset, little)],
  ["u2", (little) => (view, offset) => view.getUint16(offset, little)],
  ["i4", (little) => (view, offset) => view.getInt32(offset, little)],
  ["u4", (little) => (view, offset) => view.getUint32(offset, little)],
  ["i8", (little) => (view, offset) => wide(view.getInt32(offset + (little ? 4 : 0), little), view, offset, little)],
  ["u8", (little) => (view, offset) => wide(view.getUint32(offset + (little ? 4 : 0), little), view, offset, little)],
  ["f2", (little) => (view, offset) => half(view.getUint16(offset, little))],
  ["f4", (little) => (view, offset) => view.getFloat32(offset, little)],
  ["f8", (little) => (view, offset) => view.getFloat64(offset, little)],
]);

/** A typed array. */
interface View {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): ArrayLike<number>;
}

const VIEWS: ReadonlyMap<string, View> = new Map<string, View>([
  ["i1", Int8Array],
  ["u1", Uint8Array],
  ["i2", Int16Array],
  ["u2", Uint16Array],
  ["i4", Int32Array],
  ["u4", Uint32Array],
  ["f4", Float32Array],
  ["f8", Float64Array],
]);

const IS_BIG = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

// A view has to begin at a multiple of its items' size.
function viewed(View: View, bytes: Uint8Array): ArrayLike<number> {
  const size = View.BYTES_PER_ELEMENT;
  const { buffer, byteOffset, length } = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
  return new View(buffer, byteOffset, length / size);
}

/** The type of numbers that NumPy describes so: "<f8"; null for any other. Without a mark the order is little-endian. */
export function numberType(description: string): NpyType | null {
  const { isBig, code } = split(description);
  const name = NAMES.get(code) ?? code;
  const read = READERS.get(name);
  if (read === undefined) return null;
  const bytes = Number(/\d+$/.exec(name)![0]);
  const View = isBig === IS_BIG || bytes === 1 ? VIEWS.get(name) : undefined;
  return { bytes, read: read(!isBig), readAll: View === undefined ? null : (piece) => viewed(View, piece) };
}

/** The type of text that NumPy describes so: "<U5", "|S5"; null for any other. */
export function textType(description: string): NpyTextType | null {
  const { isBig, code } = split(description);
  const [, kind, length] = /^([USa])(\d{1,9})$/.exec(code) ?? [];
  if (kind === undefined) return null;
  if (kind === "U") return { bytes: 4 * Number(length), read: utf32(Number(length), !isBig) };
  return { bytes: Number(length), read: utf8(Number(length)) };
}

function split(description: string): { readonly isBig: boolean; readonly code: string } {
  const [, order, code] = /^([<>=|]?)(.*)$/s.exec(description)!;
  return { isBig: order === ">", code: code! };
}

// Of integers from −2⁵³ to 2⁵³ − 1 none is rounded.
function wide(high: number, view: DataView, offset: number, little: boolean): number | null {
  const low = view.getUint32(offset + (little ? 0 : 4), little);
  return high >= -(2 ** 21) && high < 2 ** 21 ? high * 2 ** 32 + low : null;
}

// IEEE half precision: a sign, 5 bits of exponent, 10 of fraction.
function half(bits: number): number {
  const sign = bits >= 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** Math.trunc(exponent - 25);
}

// Shorter text is filled up with nulls.
function utf32(length: number, little: boolean): NpyTextType["read"] {
  return (view, offset) => {
    const points = Array.from({ length }, (_, i) => view.getUint32(offset + 4 * i, little));
    while (points.at(-1) === 0) points.pop();
    return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : null;
  };
}

function utf8(length: number): NpyTextType["read"] {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return (view, offset) => {
    let end = length;
    while (end > 0 && view.getUint8(offset + end - 1) === 0) end--;
    try {
      return decoder.decode(new Uint8Array(view.buffer, view.byteOffset + offset, end));
    } catch {
      return null;
    }
  };
}
