import { InvalidInput } from "./invalid-input.ts";

/** Bytes in an array of any number of dimensions, the last varying fastest. */
export interface ByteArray {
  readonly shape: readonly number[];
  readonly values: Uint8Array;
}

const UNSIGNED_BYTE = 0x08;
const LARGEST_RANK = 8;

/**
 * Reads the IDX format of MNIST, for unsigned bytes: two zero bytes, the type of the values, the number of dimensions, the
 * dimensions as big-endian 32-bit integers, the values. Nothing is copied.
 *
 * @param where what to call the source in a message.
 * @throws InvalidInput where the bytes are none, or their number is not what the dimensions say.
 */
export function parseIdx(bytes: Uint8Array, where: string): ByteArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0) {
    throw new InvalidInput(`${where} is not in IDX format; such a file begins with two zero bytes`);
  }
  const [type, rank] = [view.getUint8(2), view.getUint8(3)];
  if (type !== UNSIGNED_BYTE) {
    throw new InvalidInput(`${where} holds values of IDX type ${type}; only unsigned bytes, type 8, are read`);
  }
  if (rank === 0 || rank > LARGEST_RANK) {
    throw new InvalidInput(`${where} has ${rank} dimensions; expected 1 to ${LARGEST_RANK}`);
  }
  const start = 4 + 4 * rank;
  if (bytes.length < start) throw new InvalidInput(`${where} ends within its header of ${start} bytes`);
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  const expected = shape.reduce((product, size) => product * size, 1);
  const given = bytes.length - start;
  if (given !== expected) {
    throw new InvalidInput(
      `${where} has ${given} bytes of values; its shape ${shape.join(" × ")} asks for ${expected}`,
    );
  }
  return { shape, values: bytes.subarray(start) };
}
