import { inflateRawSync } from "node:zlib";
import { mostInflated } from "./gunzip.ts";
import { InvalidInput } from "./invalid-input.ts";
import { quoted } from "./quoted.ts";

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

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCAL_LENGTH, CENTRAL_LENGTH, END_LENGTH] = [30, 46, 22];
const LONGEST_COMMENT = 0xffff;
const [STORED, DEFLATED] = [0, 8];

/**
 * The directory of a zip archive (NumPy's .npz). Small and strict, on Node's zlib: what an entry becomes is bounded before
 * anything is allocated, and its checksum is compared, which fflate does not do.
 *
 * @throws InvalidInput where it is no complete archive.
 */
export function zipEntries(bytes: Uint8Array, where: string): ZipEntry[] {
  const view = viewOf(bytes);
  const end = endOf(view, where);
  const [count, size, start] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  if (start + size > end) throw damaged(where, "its directory lies outside it");
  const entries: ZipEntry[] = [];
  let at = start;
  for (let k = 0; k < count; k++) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL) {
      throw damaged(where, `entry ${k + 1} of its directory is missing`);
    }
    const nameLength = view.getUint16(at + 28, true);
    const nameStart = at + CENTRAL_LENGTH;
    at = nameStart + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at > end) throw damaged(where, `entry ${k + 1} of its directory is cut short`);
    const header = nameStart - CENTRAL_LENGTH;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(nameStart, nameStart + nameLength)),
      method: view.getUint16(header + 10, true),
      encrypted: (view.getUint16(header + 8, true) & 1) === 1,
      checksum: view.getUint32(header + 16, true),
      compressedSize: view.getUint32(header + 20, true),
      size: view.getUint32(header + 24, true),
      offset: view.getUint32(header + 42, true),
    });
  }
  return entries;
}

/**
 * The content of an entry.
 *
 * @throws InvalidInput where it is damaged, or would become more than `mostInflated` of the archive's size.
 */
export function zipContent(bytes: Uint8Array, entry: ZipEntry, where: string): Uint8Array {
  const { method, encrypted, checksum, compressedSize, size, offset } = entry;
  const inside = `${where}: ${quoted(entry.name)}`;
  if (encrypted) throw new InvalidInput(`${inside} is encrypted; save the archive without a password`);
  if (method !== STORED && method !== DEFLATED) {
    throw new InvalidInput(`${inside} is compressed by method ${method}; only deflate, as NumPy uses, is read`);
  }
  if (size > mostInflated(bytes.length)) {
    const most = Math.floor(mostInflated(bytes.length) / 2 ** 20);
    throw new InvalidInput(
      `${inside} would become ${size} bytes, more than ${most} MiB; save it uncompressed: np.savez`,
    );
  }
  const view = viewOf(bytes);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL) {
    throw damaged(where, `${quoted(entry.name)} is not where its directory says`);
  }
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressedSize > bytes.length) throw damaged(where, `${quoted(entry.name)} is cut short`);
  const data = bytes.subarray(start, start + compressedSize);
  const content = method === STORED ? data : inflated(data, size);
  if (content?.length !== size || crc32(content) !== checksum) {
    throw damaged(where, `${quoted(entry.name)} does not have its size and checksum`);
  }
  return content;
}

function endOf(view: DataView, where: string): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at;
  }
  const begins = view.byteLength >= 4 && view.getUint32(0, true) === LOCAL;
  if (begins) throw damaged(where, "it is cut short: its end is missing");
  throw new InvalidInput(`${where} is not a zip archive, as .npz files are`);
}

// Null where it is no deflated data, or more than it should be.
function inflated(data: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder;
});

// Node has this as zlib.crc32 from 20.15 on only.
function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) {
    remainder = (remainder >>> 8) ^ CRC_TABLE[(remainder ^ bytes[i]!) & 0xff]!;
  }
  return ~remainder >>> 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(where: string, how: string): InvalidInput {
  return new InvalidInput(`${where} is a damaged zip archive: ${how}`);
}
