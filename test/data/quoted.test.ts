import fc from "fast-check";
import { expect, test } from "vitest";
import { ONE_LINE } from "./fuzz.ts";
import { plain, quoted, shown } from "../../src/data/quoted.ts";

test("whatever a message shows stays on one line, and short", () => {
  const texts = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "binary", minLength: 300, maxLength: 400 }));
  fc.assert(
    fc.property(fc.oneof(texts, fc.constantFrom("a\nb", "a\u2028b", "\u007f", "\r")), (text) => {
      for (const show of [plain, quoted, shown]) {
        expect(`>${show(text)}`).toMatch(ONE_LINE);
      }
      // At worst every character is written as six.
      expect(quoted(text).length).toBeLessThanOrEqual(6 * 40 + 3);
      expect(plain(text).length).toBeLessThanOrEqual(6 * 240 + 3);
      expect(shown(text).length).toBeLessThanOrEqual(6 * 40 + 1);
    }),
  );
});

test("ordinary names are bare, other text is quoted, and what is long is shortened", () => {
  expect([plain("a b.csv"), plain("a\nb"), quoted("a"), shown(["a", 1]), shown(Infinity), shown(undefined)]).toEqual([
    "a b.csv",
    String.raw`"a\nb"`,
    '"a"',
    '["a",1]',
    "Infinity",
    "undefined",
  ]);
  expect(quoted("a".repeat(41))).toBe(`"${"a".repeat(40)}…"`);
  expect(plain(`${"a".repeat(200)}${"b".repeat(200)}`)).toBe(`${"a".repeat(120)}…${"b".repeat(120)}`);
});
