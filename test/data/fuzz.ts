import fc from "fast-check";
import { expect } from "vitest";
import { InvalidInput } from "../../src/data/invalid-input.ts";

// Neither control characters nor the separators of lines and paragraphs.
export const ONE_LINE = /^[^\p{Cc}\u2028\u2029]+$/u;
const LONGEST_SENTENCE = 400;

/**
 * Whether a reader accepts its input.
 *
 * Fails unless what it refuses is refused in one short sentence, and unless it answers in bounded time.
 */
export function accepts(read: () => unknown): boolean {
  const start = performance.now();
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    expect(error.message.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
    expect(error.message).toMatch(ONE_LINE);
    return false;
  } finally {
    // A small input takes milliseconds; this leaves room for a busy machine, and none for what grows with what is claimed.
    expect(performance.now() - start).toBeLessThan(5000);
  }
}

/** Fails where reading allocates more buffers than `most` bytes. What is freed meanwhile can only hide less than that. */
export function allocatesAtMost(most: number, read: () => unknown): void {
  const before = process.memoryUsage().arrayBuffers;
  read();
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThanOrEqual(most);
}

type Edit = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (share: number, bytes: Buffer): number => Math.floor(share * bytes.length);

// Values that lengths, counts and offsets are inflated to.
const extreme = fc.constantFrom(
  Buffer.from([0xff, 0xff, 0xff, 0xff]),
  Buffer.from([0xff, 0xff, 0xff, 0x7f]),
  Buffer.from([0x7f, 0xff, 0xff, 0xff]),
  Buffer.from([0, 0, 0, 0x80]),
  Buffer.from([0, 0, 0, 0]),
  Buffer.from("99999999"),
  Buffer.from("-1"),
  Buffer.from("1e999"),
);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([where, bits]): Edit => (bytes) => {
    if (bytes.length > 0) bytes[at(where, bytes)]! ^= bits;
    return bytes;
  }),
  place.map(
    (where): Edit =>
      (bytes) =>
        bytes.subarray(0, at(where, bytes)),
  ),
  fc.tuple(place, extreme).map(([where, value]): Edit => (bytes) => {
    value.copy(bytes, at(where, bytes));
    return bytes;
  }),
  fc.tuple(place, place, place).map(([from, to, where]): Edit => (bytes) => {
    const [start, end] = [at(from, bytes), at(to, bytes)].toSorted((a, b) => a - b) as [number, number];
    return Buffer.concat([
      bytes.subarray(0, at(where, bytes)),
      bytes.subarray(start, end),
      bytes.subarray(at(where, bytes)),
    ]);
  }),
  fc.tuple(place, extreme).map(
    ([where, value]): Edit =>
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at(where, bytes)), value, bytes.subarray(at(where, bytes))]),
  ),
);

/** One of these files, damaged: bytes changed, cut off, duplicated, put in; numbers inflated. */
export function damaged(...files: readonly (Buffer | string)[]): fc.Arbitrary<Buffer> {
  return fc
    .tuple(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([file, edits]) => edits.reduce<Buffer>((bytes, each) => each(bytes), Buffer.from(file as string)));
}

/** Anything at all. */
export const anyBytes: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ unit: "binary", maxLength: 300 }).map((text) => Buffer.from(text)),
);
