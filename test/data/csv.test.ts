import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "../../src/data/csv.ts";
import { InvalidInput } from "../../src/data/invalid-input.ts";

test("any table of finite numbers reads back as it was written", () => {
  const tables = fc.integer({ min: 1, max: 5 }).chain((columns) =>
    fc.array(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: columns, maxLength: columns }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  );
  fc.assert(
    fc.property(tables, fc.constantFrom("\n", "\r\n"), fc.boolean(), (rows, newline, trailing) => {
      // `String` writes −0 as 0.
      const text = rows.map((row) => row.map(String).join(",")).join(newline) + (trailing ? newline : "");
      expect(parseCsv(text, "x.csv")).toEqual({ header: null, rows: rows.map((row) => row.map((value) => value + 0)) });
    }),
  );
});

test("a first line of names is a header", () => {
  expect(parseCsv("age,dose\n1,2\n", "x.csv")).toEqual({ header: ["age", "dose"], rows: [[1, 2]] });
});

test.each([
  ["", "x.csv is empty; expected rows of numbers"],
  ["a,b\n", "x.csv has a header but no rows"],
  ["1,2\n3\n", "x.csv: line 2 has 1 value; expected 2 as in line 1"],
  ["a,b\n1,2\n3,4,5\n", "x.csv: line 3 has 3 values; expected 2 as in line 1"],
  ["1,2\n3,x\n", 'x.csv: line 2, column 2: "x" is not a finite number'],
  ["1,2\n3,\n", 'x.csv: line 2, column 2: "" is not a finite number'],
  ["1,NaN\n", 'x.csv: line 1, column 2: "NaN" is not a finite number'],
  ["1\n1e999\n", 'x.csv: line 2, column 1: "1e999" is not a finite number'],
  ["1\n\n2\n", 'x.csv: line 2, column 1: "" is not a finite number'],
  ['1,"2\n3,4', "x.csv: line 1"],
])("%j is refused in one sentence with its place", (text, message) => {
  expect(() => parseCsv(text, "x.csv")).toThrow(InvalidInput);
  expect(() => parseCsv(text, "x.csv")).toThrow(message);
});
