/** Bytes that may be too many to be in memory at once. */
export interface Pieces {
  /** How many bytes there are. */
  readonly size: number;
  /** The bytes from `at` on, `length` of them; both lie within. */
  readonly read: (at: number, length: number) => Uint8Array;
}

/** Bytes that are in memory. */
export function piecesOf(bytes: Uint8Array): Pieces {
  return { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
}

/** A part of these bytes. */
export function partOf({ read }: Pieces, start: number, size: number): Pieces {
  return { size, read: (at, length) => read(start + at, length) };
}

/** Bytes that are read in one piece where there are more than that. */
const PIECE = 2 ** 23;

/** The bytes from `start` on, piece by piece, each of whole items of so many bytes. */
export function* inPieces(content: Pieces, start: number, itemSize: number): Generator<Uint8Array> {
  const most = itemSize * Math.max(1, Math.floor(PIECE / itemSize));
  for (let at = start; at < content.size; at += most) yield content.read(at, Math.min(most, content.size - at));
}

/** A view of bytes as numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
