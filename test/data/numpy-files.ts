import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { packageRoot } from "../../src/data/files.ts";

interface Written {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A file as NumPy wrote it, with what NumPy reads from it, row by row. */
interface Read extends Written {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

interface Fixture {
  readonly read: readonly (Omit<Read, "bytes"> & { readonly base64: string })[];
  readonly refused: readonly { readonly name: string; readonly base64: string }[];
  readonly texts: readonly { readonly name: string; readonly base64: string; readonly texts: readonly string[] }[];
}

const fixture = JSON.parse(readFileSync(join(packageRoot(), "test/data/fixtures/numpy_files.json"), "utf8")) as Fixture;

const bytesOf = (base64: string): Buffer => Buffer.from(base64, "base64");

/** Files that NumPy wrote (numpy_files.py): those that are read, those of types and shapes that are not, and those of text. */
export const numpyFiles: {
  readonly read: readonly Read[];
  readonly refused: readonly Written[];
  readonly texts: readonly (Written & { readonly texts: readonly string[] })[];
} = {
  read: fixture.read.map(({ base64, ...rest }) => ({ ...rest, bytes: bytesOf(base64) })),
  refused: fixture.refused.map(({ name, base64 }) => ({ name, bytes: bytesOf(base64) })),
  texts: fixture.texts.map(({ base64, ...rest }) => ({ ...rest, bytes: bytesOf(base64) })),
};

/** The bytes of the file that NumPy wrote under this name. */
export function numpyFile(name: string): Buffer {
  return [...numpyFiles.read, ...numpyFiles.refused, ...numpyFiles.texts].find((file) => file.name === name)!.bytes;
}

/** An .npy file with this header, well-formed or not. */
export function npyWith(header: string, data: Uint8Array, version = 1): Buffer {
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  if (version === 1) length.writeUInt16LE(header.length);
  else length.writeUInt32LE(header.length);
  return Buffer.concat([
    Buffer.from(`\x93NUMPY${String.fromCharCode(version, 0)}`, "latin1"),
    length,
    Buffer.from(header),
    data,
  ]);
}

/** An .npy file of these rows, as doubles. */
export function npyOf(rows: readonly (readonly number[])[]): Buffer {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${rows.length}, ${rows[0]!.length}), }\n`;
  return npyWith(header, Buffer.from(Float64Array.from(rows.flat()).buffer));
}

/** An .npz file of these arrays. */
export function npzOf(arrays: Readonly<Record<string, Uint8Array>>): Buffer {
  return zipOf(Object.entries(arrays).map(([name, content]) => ({ name: `${name}.npy`, content })));
}

/** An entry of a zip archive, and what its directory says of it where that is not the truth. */
export interface Zipped {
  readonly name: string;
  readonly content: Uint8Array;
  readonly method?: number;
  readonly checksum?: number;
  readonly size?: number;
  readonly flags?: number;
}

/** A zip archive of these entries, their checksums right unless given. */
export function zipOf(entries: readonly Zipped[], comment = ""): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method = 8, checksum = crc32(content), size = content.length, flags = 0 } of entries) {
    const data = method === 0 ? content : deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(checksum, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.alloc(2), common, rest, Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...files, listing, end, Buffer.from(comment)]);
}

/** The checksum of zip archives, bit by bit. */
function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (0xedb88320 & -(remainder & 1));
  }
  return ~remainder >>> 0;
}
