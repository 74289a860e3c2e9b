import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidInput } from "../../src/data/invalid-input.ts";
import { textOf } from "../../src/data/text.ts";

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

test("any text is read in UTF-8, and in UTF-16 of either order with a mark", () => {
  // A byte-order mark is no part of a text, and null bytes are in none.
  const text = fc.string({ unit: "grapheme" }).filter((each) => !/^\uFEFF|\0/.test(each));
  fc.assert(
    fc.property(text, (each) => {
      const wide = Buffer.from(`\uFEFF${each}`, "utf16le");
      for (const bytes of [Buffer.from(each), Buffer.from(`\uFEFF${each}`), wide, swapped(wide)]) {
        expect(textOf(bytes, "x")).toBe(each);
      }
    }),
  );
});

test("a table in UTF-16 is known without a mark", () => {
  const text = "größe;x\n1,5;2\n";
  expect(textOf(Buffer.from(text, "utf16le"), "x")).toBe(text);
  expect(textOf(swapped(Buffer.from(text, "utf16le")), "x")).toBe(text);
});

test.each<[string, Buffer, string]>([
  ["Latin-1", Buffer.from("a\nb\nd\xe9\n1", "latin1"), "x: line 3 is not UTF-8 text; save it as UTF-8, or convert it"],
  ["null bytes", Buffer.from("1,2\0\n"), "x is not text: it holds null bytes"],
  ["UTF-16 that is cut short", Buffer.from([0xff, 0xfe, 0x31]), "x is damaged: it begins as UTF-16 text"],
  ["a workbook", Buffer.from("PK\x03\x04abcd"), "x is not text but a zip archive, as .xlsx files are"],
])("%s is refused in one sentence", (_, bytes, message) => {
  expect(() => textOf(bytes, "x")).toThrow(InvalidInput);
  expect(() => textOf(bytes, "x")).toThrow(message);
});
