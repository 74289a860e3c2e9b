import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCells, parseCsv } from "../../src/data/csv.ts";
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

const cell = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const tables = fc
  .integer({ min: 2, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 3, maxLength: 6 }),
  );

/** How a program writes a table: separator, decimal mark, line end, header, row names, comments. */
const dialects = fc.record({
  separator: fc.constantFrom(",", ";", "\t", " ", "   "),
  mark: fc.constantFrom(".", ","),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  header: fc.boolean(),
  names: fc.constantFrom("none", "quoted", "index"),
  trailing: fc.boolean(),
  comment: fc.boolean(),
});

test("a table in any dialect reads as the numbers that it was written from, or is refused: never as others", () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(tables, dialects, (rows, { separator, mark, newline, header, names, trailing, comment }) => {
      fc.pre(mark === "." || separator !== ",");
      const isIndexed = names !== "none";
      const title = rows[0]!.map((_, j) => `column${j}`);
      const body = rows.map((row, i) => [
        ...(names === "quoted" ? [`"${i + 1}"`] : names === "index" ? [String(i)] : []),
        ...row.map((value) => String(value).replace(".", mark)),
      ]);
      // With blanks between, what is empty is not seen: R leaves the name of the row names out.
      const head =
        isIndexed && separator.trim() === "" && separator !== "\t" ? title : [...(isIndexed ? ['""'] : []), ...title];
      const end = trailing && separator.trim() !== "" ? separator : "";
      const lines = [...(header ? [head] : []), ...body].map((cells) => cells.join(separator) + end);
      const text = [...(comment ? ["# a comment, of 3; cells"] : []), ...lines].join(newline) + newline;
      try {
        expect(parseCsv(text, "x.csv").rows).toEqual(rows);
        outcomes.add("read");
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        // An index without a header asks, and commas that may stand before thousands.
        expect(error.message).toMatch(/numbers the rows|may be .* or |counts the columns/);
        outcomes.add("refused");
      }
    }),
    { numRuns: 500 },
  );
  expect(outcomes).toEqual(new Set(["read", "refused"]));
});

test("cells keep the digits that they are written with, in the form of exact numbers", () => {
  const { rows, lines } = parseCells("# made by hand\na;b\n0,10;1D-03\n\n 9007199254740993 ;-2,5e3\n", "x.csv");
  expect(rows).toEqual([
    ["0.10", "1e-03"],
    ["9007199254740993", "-2.5e3"],
  ]);
  expect(lines).toEqual([3, 5]);
});

test.each([
  ["names in quotation marks, numbers too", '"0","1"\n1,2\n3,4\n', [1, 2, 3, 4]],
  ["names of which one is that of a continent", "AF,NA\n1,2\n", [1, 2]],
  ["quoted numbers", '"1","2"\n"3","4"\n', [1, 2, 3, 4]],
  ["row names without a name", "x,y\na,1,2\nb,3,4\n", [1, 2, 3, 4]],
  ["rows of nothing but separators at the end", "1,2\n3,4\n,\n,\n", [1, 2, 3, 4]],
  ["a carriage return too many", "1,2\r\r\n3,4\r\r\n", [1, 2, 3, 4]],
  ["comments between rows", "1,2\n# then\n3,4\n", [1, 2, 3, 4]],
  ["a first line of numbers that does not count", "0.0,1.0\n3,4\n", [0, 1, 3, 4]],
  ["semicolons, with decimals of three digits", "1,234;2\n3,456;4\n", [1.234, 2, 3.456, 4]],
  ["decimals of three digits beside others", "1,234\t2,5\n3,456\t4\n", [1.234, 2.5, 3.456, 4]],
  ["two rows of data that might be numbered", "1,5\n2,7\n", [1, 5, 2, 7]],
])("%s are read", (_, text, numbers) => {
  expect(parseCsv(text, "x.csv").rows.flat()).toEqual(numbers);
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
  ["0,1\n3,0\n0,1\n", "x.csv: line 1 counts the columns, 0, 1, as the header that pandas writes by default; is it a"],
  ["0\n6\n7\n", "x.csv: line 1 is 0, as the header that pandas writes by default; is it a header (--header yes) or a"],
  ["1999,2000,2001\n1.5,2,3\n1,2.5,3\n", "x.csv: line 1 counts the columns, 1999, 2000, 2001, as the header"],
  ["1,5\n2,6\n3,7\n", "x.csv: column 1 numbers the rows, 1, 2, …; write the table without row names"],
  ["X,y\n1,5\n2,6\n3,7\n", 'x.csv: column 1, "X", numbers the rows; take it out, or rename it if it is data'],
  ["a\n1,5\n2,5\n3,5\n", "x.csv: line 2 has 2 values; expected 1 as in line 1"],
  ["a;b\n1,5\n2,5\n", "x.csv: line 2 has 2 values; expected 1 as in line 1"],
  ["1,5\n2,05\n", 'x.csv: line 2, "2,05", may be one number with a decimal comma; write a point before decimals'],
  ["1,234\t5,678\n", 'x.csv: "1,234" may be 1.234 or 1234; write a point before decimals'],
  ["1;2,5\n3.5;1\n", 'x.csv has numbers with a point and with a comma, "3.5" and "2,5"'],
  ["1.234,5;2\n", 'x.csv: "1.234,5" has a separator of thousands'],
  ["1.234.567;2\n", 'line 1, column 1: "1.234.567" is not a finite number; write numbers without a separator'],
  [",1.5,2\n1,2,3\n", 'x.csv: line 1, column 1: "" is not a finite number; leave out samples with a missing value'],
  ["1,2\n,\n3,4\n", 'x.csv: line 2, column 1: "" is not a finite number'],
  [",a\n,1\n,2\n", "x.csv: column 1 has no name, and does not number or name the rows"],
  ["NA\n1\n", 'x.csv: line 1, column 1: "NA" is not a finite number; leave out samples with a missing value'],
  ["inf,-Inf\n1,2\n", 'x.csv: line 1, column 1: "inf" is not a finite number'],
  ["0x10,0x11\n1,2\n", 'x.csv: line 1, column 1: "0x10" is not a finite number; write numbers in decimal'],
  ["−1,−2\n1,2\n", 'x.csv: line 1, column 1: "−1" is not a finite number; write the minus sign as a hyphen, -'],
  ["(1,2)\n3,4\n", 'x.csv: line 1, column 1: "(1" is not a finite number'],
  ["True,False\n1,0\n", 'x.csv: line 1, column 1: "True" is not a finite number; write 1 for true and 0 for false'],
  ["50 %,20 %\n1,2\n", 'x.csv: line 1, column 1: "50 %" is not a finite number; write percentages as numbers'],
  ["name,2019\n1,2\n", 'line 1, column 1: "name" is not a finite number; if that line is a header, --header yes'],
  ["1\n\n2\n", 'x.csv: line 2, column 1: "" is not a finite number'],
  ['1,"2\n3,4', "x.csv: line 1"],
])("%j is refused in one sentence with its place", (text, message) => {
  expect(() => parseCsv(text, "x.csv")).toThrow(InvalidInput);
  expect(() => parseCsv(text, "x.csv")).toThrow(message);
});
