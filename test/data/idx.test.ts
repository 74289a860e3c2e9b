import { expect, test } from "vitest";
import { parseIdx } from "../../src/data/idx.ts";
import { InvalidInput } from "../../src/data/invalid-input.ts";

/** Two images of 2 × 3 pixels. */
const images = Buffer.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]);

test("bytes are read with their dimensions, wherever they lie in memory", () => {
  const expected = { shape: [2, 2, 3], values: Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]) };
  for (const shift of [0, 3]) {
    const { shape, values } = parseIdx(Buffer.concat([Buffer.alloc(shift), images]).subarray(shift), "x");
    expect({ shape, values: Uint8Array.from(values) }).toEqual(expected);
  }
});

const changed = (at: number, ...bytes: readonly number[]): Buffer => {
  const copy = Buffer.from(images);
  copy.set(bytes, at);
  return copy;
};

test.each([
  ["nothing", Buffer.alloc(0), "x is not in IDX format; such a file begins with two zero bytes"],
  ["other bytes", Buffer.from("PK\x03\x04"), "x is not in IDX format; such a file begins with two zero bytes"],
  ["floating-point numbers", changed(2, 13), "x holds values of IDX type 13; only unsigned bytes, type 8, are read"],
  ["no dimensions", changed(3, 0), "x has 0 dimensions; expected 1 to 8"],
  ["255 dimensions", changed(3, 255), "x has 255 dimensions; expected 1 to 8"],
  ["a header that is cut short", images.subarray(0, 12), "x ends within its header of 16 bytes"],
  ["values that are cut short", images.subarray(0, 27), "x has 11 bytes of values; its shape 2 × 2 × 3 asks for 12"],
  ["values left over", Buffer.concat([images, images]), "x has 40 bytes of values; its shape 2 × 2 × 3 asks for 12"],
  [
    "a claim of 2⁹⁶ values",
    changed(4, ...Array<number>(12).fill(255)),
    "x has 12 bytes of values; its shape 4294967295 ×",
  ],
  [
    "2³² + 12 values, which are 12 in 32 bits",
    changed(4, 0, 0, 0, 4, 0x40, 0, 0, 3, 0, 0, 0, 1),
    "x has 12 bytes of values",
  ],
])("%s is refused", (_, bytes, message) => {
  expect(() => parseIdx(bytes, "x")).toThrow(InvalidInput);
  expect(() => parseIdx(bytes, "x")).toThrow(message);
});
