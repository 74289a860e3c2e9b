import { constants } from "node:buffer";
import { inflateRawSync } from "node:zlib";
import { mostInflated } from "./gunzip.ts";
import { InvalidInput } from "./invalid-input.ts";
import { inPieces, partOf, type Pieces, piecesOf, viewOf } from "./pieces.ts";
import { quoted } from "./quoted.ts";
import { damaged, LOCAL, type ZipEntry } from "./zip.ts";

const LOCAL_LENGTH = 30;
const [STORED, DEFLATED] = [0, 8];

/**
 * The content of an entry of an archive.
 *
 * @throws InvalidInput where it is damaged, or would become more than `mostInflated` of the archive's size.
 */
export function zipContent(archive: Pieces, entry: ZipEntry, where: string): Pieces {
  const { method, encrypted, checksum, compressedSize, size } = entry;
  const inside = `${where}: ${quoted(entry.name)}`;
  if (encrypted) throw new InvalidInput(`${inside} is encrypted; save the archive without a password`);
  if (method !== STORED && method !== DEFLATED) {
    throw new InvalidInput(`${inside} is compressed by method ${method}; only deflate, as NumPy uses, is read`);
  }
  // What is deflated has to be in memory whole.
  const most = Math.min(mostInflated(archive.size), constants.MAX_LENGTH);
  if (method === DEFLATED && Math.max(size, compressedSize) > most) {
    const limit = `more than ${Math.floor(most / 2 ** 20)} MiB`;
    throw new InvalidInput(`${inside} would become ${size} bytes, ${limit}; save it uncompressed: np.savez`);
  }
  const data = dataOf(archive, entry, where);
  const content = method === STORED ? data : inflated(data.read(0, compressedSize), size);
  if (content?.size !== size || crc32(content) !== checksum) {
    throw damaged(where, `${quoted(entry.name)} does not have its size and checksum`);
  }
  return content;
}

function dataOf(archive: Pieces, { name, compressedSize, offset }: ZipEntry, where: string): Pieces {
  const isThere = offset + LOCAL_LENGTH <= archive.size;
  const header = isThere ? viewOf(archive.read(offset, LOCAL_LENGTH)) : null;
  if (header?.getUint32(0, true) !== LOCAL) throw damaged(where, `${quoted(name)} is not where its directory says`);
  const start = offset + LOCAL_LENGTH + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + compressedSize > archive.size) throw damaged(where, `${quoted(name)} is cut short`);
  return partOf(archive, start, compressedSize);
}

// Null where it is no deflated data, or more than it should be.
function inflated(data: Uint8Array, size: number): Pieces | null {
  try {
    return piecesOf(inflateRawSync(data, { maxOutputLength: Math.max(1, size) }));
  } catch {
    return null;
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder;
});

// Node has this as zlib.crc32 from 20.15 on only, and Node 22 and 24 take as long.
function crc32(content: Pieces): number {
  let remainder = 0xffffffff;
  for (const bytes of inPieces(content, 0, 1)) {
    for (let i = 0; i < bytes.length; i++) {
      remainder = (remainder >>> 8) ^ CRC_TABLE[(remainder ^ bytes[i]!) & 0xff]!;
    }
  }
  return ~remainder >>> 0;
}
