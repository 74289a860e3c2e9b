import { totalmem } from "node:os";
import { isNumeric } from "./csv-cells.ts";
import { InvalidInput } from "./invalid-input.ts";
import { npyHeader, type NpyHeader } from "./npy-header.ts";
import { type NpyPlace, refusedShape, refusedText, refusedType, renumbered, savedAgain } from "./npy-hints.ts";
import { numberType, textType } from "./npy-types.ts";
import { inPieces, type Pieces, piecesOf, viewOf } from "./pieces.ts";

/** The numbers of a NumPy array of one or two dimensions, row by row. */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

/** The text of a NumPy array of one or two dimensions, row by row. */
export interface NpyTexts {
  readonly shape: readonly number[];
  readonly texts: readonly string[];
}

/** An array, and where it is. */
export interface NpyRead {
  readonly array: NpyArray | NpyTexts;
  readonly place: NpyPlace;
}

/**
 * Reads NumPy's .npy format, versions 1 to 3: floating-point numbers of 16, 32 and 64 bits, integers of 8 to 64, and booleans (as
 * 0 and 1), in either byte order, in C or Fortran order. Every number becomes a double without rounding; memory is 8 bytes
 * for each number in the file, and as much as the file has where `content` is in memory.
 *
 * @param where what to call the source in a message.
 * @throws InvalidInput for any other type or shape, and where the bytes are not exactly those that the shape asks for.
 */
export function parseNpy(content: Uint8Array | Pieces, where: string, given?: NpyPlace): NpyArray {
  const place = given ?? { where, file: where, member: null, use: "features" };
  const array = readNpy(content, place, "numbers");
  if ("texts" in array) throw new Error("text was not asked for");
  return array;
}

/**
 * Reads the same, or with `texts` text of a fixed length, in Unicode or UTF-8 bytes, as well.
 *
 * @throws InvalidInput as `parseNpy` does.
 */
export function readNpy(content: Uint8Array | Pieces, place: NpyPlace, what: "numbers" | "texts"): NpyArray | NpyTexts {
  const pieces = content instanceof Uint8Array ? piecesOf(content) : content;
  const { header, type, text, bytes, count } = layoutOf(pieces, place);
  const { shape } = header;
  if (type === null) {
    const texts = textsOf(pieces, header, text!, count, place);
    if (what === "texts") return { shape, texts };
    throw refusedText(
      place,
      shape,
      texts.find((each) => !isNumeric(each)),
    );
  }
  const values = allocated(count, place.where);
  if (type.readAll !== null && !header.fortranOrder) {
    let at = 0;
    for (const piece of inPieces(pieces, header.start, bytes)) {
      values.set(type.readAll(piece), at);
      at += piece.length / bytes;
    }
    return { shape, values };
  }
  eachItem(pieces, header, bytes, (view, offset, k) => {
    const value = type.read(view, offset);
    if (value === null) throw beyond(place, shape, k);
    values[k] = value;
  });
  return { shape, values };
}

/** Refuses what its beginning and its size show to be no array that is read. @throws InvalidInput as `readNpy` does. */
export function requireNpy(content: Pieces, place: NpyPlace): void {
  layoutOf(content, place);
}

interface Layout {
  readonly header: NpyHeader;
  readonly type: ReturnType<typeof numberType>;
  readonly text: ReturnType<typeof textType>;
  /** Of each item. */
  readonly bytes: number;
  readonly count: number;
}

function layoutOf(pieces: Pieces, place: NpyPlace): Layout {
  const header = npyHeader(pieces, place.where);
  const { description, shape } = header;
  const text = textType(description);
  const type = numberType(description);
  if (type === null && text === null) throw refusedType(place, header);
  if (shape.length < 1 || shape.length > 2) throw refusedShape(place, shape);
  const { bytes } = type ?? text!;
  const count = countOf(pieces, header, bytes, place);
  if (type !== null) requireMemory(count, place.where);
  return { header, type, text, bytes, count };
}

/** A place in an array as a message names it, counted from 1. */
export function placeOf(row: number, column: number, shape: readonly number[]): string {
  return shape.length === 1 ? `entry ${row + 1}` : `row ${row + 1}, column ${column + 1}`;
}

// How many values there are.
function countOf({ size }: Pieces, { start, shape }: NpyHeader, bytes: number, place: NpyPlace): number {
  const sizes = `its shape (${shape.join(", ")})`;
  const count = shape.reduce((product, each) => product * each, 1);
  const given = size - start;
  if (given !== count * bytes) {
    const isShort = given < count * bytes;
    const what = isShort ? "is cut short" : "has bytes left over";
    const expected = `${sizes} asks for ${count * bytes}`;
    const again = isShort ? "" : `; the first array alone is ${savedAgain(place, shape)}`;
    throw new InvalidInput(`${place.where} ${what}: there are ${given} bytes of numbers, and ${expected}${again}`);
  }
  if (count === 0) throw new InvalidInput(`${place.where} is empty: ${sizes} leaves no numbers`);
  return count;
}

/** Calls `use` for each item in the order of the file, with its place k in the order row by row. */
function eachItem(
  content: Pieces,
  { start, shape, fortranOrder }: NpyHeader,
  bytes: number,
  use: (view: DataView, offset: number, k: number) => void,
): void {
  const [rows, columns = 1] = shape as [number, number?];
  let at = 0;
  for (const piece of inPieces(content, start, Math.max(1, bytes))) {
    const view = viewOf(piece);
    for (let offset = 0; offset < piece.length; offset += bytes, at++) {
      use(view, offset, fortranOrder ? (at % rows) * columns + Math.floor(at / rows) : at);
    }
  }
}

function textsOf(
  content: Pieces,
  header: NpyHeader,
  { bytes, read }: NonNullable<ReturnType<typeof textType>>,
  count: number,
  { where }: NpyPlace,
): string[] {
  const texts = Array.from({ length: count }, () => "");
  if (bytes === 0) return texts;
  eachItem(content, header, bytes, (view, offset, k) => {
    const text = read(view, offset);
    if (text === null) throw new InvalidInput(`${where}: ${placeIn(header.shape, k)} is not UTF-8 text`);
    texts[k] = text;
  });
  return texts;
}

function beyond(place: NpyPlace, shape: readonly number[], k: number): InvalidInput {
  const given = `${place.where} has an integer beyond 2⁵³ at ${placeIn(shape, k)}`;
  if (place.use === "labels") return new InvalidInput(`${given}; numbered anew: ${renumbered(place)}`);
  const again = savedAgain(place, shape, (x) => `${x}.astype(np.float64)`);
  return new InvalidInput(`${given}; rounded it is read: ${again}`);
}

function placeIn(shape: readonly number[], k: number): string {
  const columns = shape[1] ?? 1;
  return placeOf(Math.floor(k / columns), k % columns, shape);
}

function requireMemory(count: number, where: string): void {
  const most = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  if (8 * count <= most) return;
  const [asked, limit] = [8 * count, most].map((bytes) => `${(bytes / 2 ** 30).toFixed(1)} GiB`);
  throw new InvalidInput(`${where} holds ${count} numbers, as doubles ${asked}; this machine has ${limit} of memory`);
}

function allocated(count: number, where: string): Float64Array {
  try {
    return new Float64Array(count);
  } catch {
    throw new InvalidInput(`${where} holds ${count} numbers, more than fit into memory as doubles`);
  }
}
