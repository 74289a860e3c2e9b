import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { InvalidInput } from "../../src/data/invalid-input.ts";
import { parseExactJson, parseJson } from "../../src/data/json.ts";
import { WrittenNumber } from "../../src/data/written-number.ts";

test("any JSON reads as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(text, "x.json", z.unknown())).toEqual(JSON.parse(text));
    }),
  );
});

test("and exactly, but that numbers stay as they are written", () => {
  const rounded = (value: unknown): unknown =>
    value instanceof WrittenNumber ? Number(value.text) : Array.isArray(value) ? value.map(rounded) : value;
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
      const text = JSON.stringify(value);
      // Its numbers are written back as the numbers they read as.
      expect(JSON.parse(JSON.stringify(parseExactJson(text, "x.json", z.unknown())))).toEqual(JSON.parse(text));
    }),
  );
  const read = parseExactJson("[1e-400, [-0.10], 9007199254740993]", "x.json", z.unknown());
  expect(read).toEqual([
    new WrittenNumber("1e-400"),
    [new WrittenNumber("-0.10")],
    new WrittenNumber("9007199254740993"),
  ]);
  expect(rounded(read)).toEqual([0, [-0.1], 9007199254740992]);
});

test("a number where something else belongs is shown as it is written", () => {
  const read = (): unknown => parseExactJson('{"a": 1e-400}', "x.json", z.strictObject({ a: z.string() }));
  expect(read).toThrow("x.json: a is 1e-400; expected a string");
});

const schema = z.strictObject({
  sizes: z.array(z.number()),
  name: z.string().optional(),
  count: z.int().optional(),
  either: z.union([z.number(), z.string()]).optional(),
});

test.each([
  ['{"sizes": [1,\n 2,, 3]}', "x.json is not JSON: line 2, column 4"],
  ['{"sizes": [1', "x.json is not JSON: line 1"],
  ["", "x.json is not JSON: line 1, column 1"],
  ['{"sizes": [1], "sise": 2}', 'x.json: unknown field "sise"'],
  ["{}", "x.json: the field sizes is missing"],
  ['{"sizes": [1, "2"]}', 'x.json: sizes[1] is "2"; expected a finite number'],
  ['{"sizes": [1], "count": 1e300}', "x.json: count is 1e+300; expected at most 9007199254740991"],
  ['{"sizes": [1], "either": {}}', "x.json: either is {}, which is none of what it may be"],
  ['{"sizes": [1e999]}', "x.json: sizes[0] is Infinity; expected a finite number"],
  ['{"sizes": 3}', "x.json: sizes is 3; expected an array"],
  ['{"sizes": [1],\n "sizes": [2]}', "x.json: line 2: the field sizes is given twice"],
  ['{"sizes": [{"a": 1, "a": 2}]}', "x.json: line 1: the field a is given twice"],
  ['{"sizes": [1], "name": null}', "x.json: name is null; expected a string"],
  ['{"sizes": [1],\n "a\\n": 1, "a\\n": 2}', 'x.json: line 2: the field "a\\n" is given twice'],
  ['{"sizes": [1, \\u2028', 'x.json is not JSON: line 1, column 15: unexpected character "\\\\" found'],
  ["[1]", "x.json: the document is [1]; expected an object"],
])("%s is refused in one sentence with its place", (text, message) => {
  const read = (): unknown => parseJson(text, "x.json", schema);
  expect(read).toThrow(InvalidInput);
  expect(read).toThrow(message);
  expect(read).toThrow(/^[^\n]*$/);
});

test("brackets are counted, but not those in strings: 100 deep is read, deeper is refused, however deep", () => {
  const nested = (depth: number, inside: string): string => "[".repeat(depth) + inside + "]".repeat(depth);
  expect(() => parseJson(nested(100, JSON.stringify('\\"[['.repeat(200))), "x.json", z.unknown())).not.toThrow();
  // The parser's own stack would end at some depth between these.
  for (const depth of [101, 1000, 2000, 2500, 3000, 100_000]) {
    expect(() => parseJson(nested(depth, ""), "x.json", z.unknown())).toThrow(
      "x.json has brackets nested deeper than 100; no input needs that",
    );
  }
});
