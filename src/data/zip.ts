import { InvalidInput } from "./invalid-input.ts";
import { type Pieces, viewOf } from "./pieces.ts";

/** A file in a zip archive, as the archive's directory lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header is. */
  readonly offset: number;
}

/** What the parts of an archive begin with. */
export const LOCAL = 0x04034b50;
const [CENTRAL, END, END_64, LOCATOR_64] = [0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50];
const [CENTRAL_LENGTH, END_LENGTH, END_64_LENGTH, LOCATOR_64_LENGTH] = [46, 22, 56, 20];
const LONGEST_COMMENT = 0xffff;
const [WORD, LONG] = [0xffff, 0xffffffff];

/**
 * The directory of a zip archive (NumPy's .npz), of any size. Small and strict, on Node's zlib: what an entry becomes is bounded
 * before anything is allocated, and its checksum is compared, which fflate does not do.
 *
 * @throws InvalidInput where it is no complete archive.
 */
export function zipEntries(content: Pieces, where: string): ZipEntry[] {
  const { count, start, end } = directoryOf(content, where);
  const bytes = content.read(start, end - start);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  for (let k = 0, at = 0; k < count; k++) {
    if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) {
      throw damaged(where, `entry ${k + 1} of its directory is missing`);
    }
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const nameStart = at + CENTRAL_LENGTH;
    const next = nameStart + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged(where, `entry ${k + 1} of its directory is cut short`);
    const extra = bytes.subarray(nameStart + nameLength, nameStart + nameLength + extraLength);
    // In this order: what is too large for 32 bits is in the extra field, one after the other.
    const [size, compressedSize, offset] = widened(
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
      extra,
    ) as [number, number, number];
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(nameStart, nameStart + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      checksum: view.getUint32(at + 16, true),
      compressedSize,
      size,
      offset,
    });
    at = next;
  }
  return entries;
}

/** A complaint about an archive. */
export function damaged(where: string, how: string): InvalidInput {
  return new InvalidInput(`${where} is a damaged zip archive: ${how}`);
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

function directoryOf(content: Pieces, where: string): Directory {
  const most = END_LENGTH + LONGEST_COMMENT + LOCATOR_64_LENGTH;
  const tailStart = Math.max(0, content.size - most);
  const tail = viewOf(content.read(tailStart, content.size - tailStart));
  const at = endOf(tail);
  if (at === null) {
    const begins = content.size >= 4 && viewOf(content.read(0, 4)).getUint32(0, true) === LOCAL;
    if (begins) throw damaged(where, "it is cut short: its end is missing");
    throw new InvalidInput(`${where} is not a zip archive, as .npz files are`);
  }
  const here = {
    count: tail.getUint16(at + 10, true),
    size: tail.getUint32(at + 12, true),
    start: tail.getUint32(at + 16, true),
  };
  const isWide = here.count === WORD || here.size === LONG || here.start === LONG;
  const { count, size, start, end } = { end: tailStart + at, ...here, ...(isWide ? wideEnd(content, tail, at) : null) };
  if (start + size > end) throw damaged(where, "its directory lies outside it");
  return { count, start, end: start + size };
}

// The end record of an archive of more than 4 GiB, or of 65 535 files and more; null where there is none.
function wideEnd(content: Pieces, tail: DataView, at: number): (Directory & { readonly size: number }) | null {
  const locator = at - LOCATOR_64_LENGTH;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR_64) return null;
  const end = longAt(tail, locator + 8);
  if (!(end + END_64_LENGTH <= content.size)) return null;
  const view = viewOf(content.read(end, END_64_LENGTH));
  if (view.getUint32(0, true) !== END_64) return null;
  return { count: longAt(view, 32), size: longAt(view, 40), start: longAt(view, 48), end };
}

function endOf(tail: DataView): number | null {
  const last = tail.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (tail.getUint32(at, true) === END && tail.getUint16(at + 20, true) === last - at) return at;
  }
  return null;
}

const WIDE_FIELD = 1;

function widened(sizes: readonly number[], extra: Uint8Array): number[] {
  const view = viewOf(extra);
  let at = 0;
  while (at + 4 <= extra.length && view.getUint16(at, true) !== WIDE_FIELD) at += 4 + view.getUint16(at + 2, true);
  if (at + 4 > extra.length) return [...sizes];
  const end = Math.min(extra.length, at + 4 + view.getUint16(at + 2, true));
  at += 4;
  return sizes.map((size) => {
    if (size !== LONG || at + 8 > end) return size;
    at += 8;
    return longAt(view, at - 8);
  });
}

// Of more than 2⁵³ bytes no digit is needed.
function longAt(view: DataView, at: number): number {
  return view.getUint32(at, true) + 2 ** 32 * view.getUint32(at + 4, true);
}
