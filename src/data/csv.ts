import { type DecimalMark, DecimalMarks, decimalText, notFinite } from "./csv-cells.ts";
import { type CsvReading, type Head, type Layout, layoutOf, oddFirstLine, unlike } from "./csv-layout.ts";
import { eachRow, isBlank, type Row } from "./csv-rows.ts";
import { HEAD, HEAD_LINES, separated, type Separated } from "./csv-separator.ts";
import { InvalidInput } from "./invalid-input.ts";

export { numberOf } from "./csv-cells.ts";
export type { CsvReading } from "./csv-layout.ts";

/** A table of numbers; `header` is null where the first line already holds numbers. */
export interface NumericTable {
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly number[])[];
}

/** A table of text, its lines counted from `firstLine`. */
export interface TextTable {
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  readonly firstLine: number;
  /** The line of each row, which blank lines and comments may lie between. */
  readonly lines: readonly number[];
  /** The column of each row's first cell: 2 behind row names, else 1. */
  readonly firstColumn: number;
}

/**
 * Reads a table of numbers as `parseCells` does.
 *
 * @throws InvalidInput as `parseCells` does, with line and column for a cell that is not a finite number.
 */
export function parseCsv(text: string, where: string, reading: CsvReading = {}): NumericTable {
  const rows: number[][] = [];
  const { header } = eachNumericRow(text, where, reading, (numbers) => void rows.push([...numbers]));
  return { header, rows };
}

/**
 * Reads a table: cells are separated by commas, semicolons, tabs or blanks, as can be told from the first lines. Lines that begin
 * with # are comments. A first line of names, of which none is a number, is a header; row names and row numbers, as R and pandas
 * write them, are left out where they are unmistakable. Numbers with a decimal comma or Fortran's exponent are given with a
 * point and an e, and without blanks around them. Memory is at worst, for lines of a single digit, about 60 bytes for each byte
 * of text.
 *
 * @throws InvalidInput for rows that differ in length, where there are none, and where it cannot be told what is data.
 */
export function parseCells(text: string, where: string, reading: CsvReading = {}): TextTable {
  const table = openTable(text, where, reading, false);
  const rows: string[][] = [];
  const lines: number[] = [];
  const mark = markOf(table);
  eachRowOf(table, (cells, { line }) => {
    rows.push(cells.map((cell) => decimalText(cell, mark) ?? cell));
    lines.push(line);
  });
  const { header, from } = table.layout;
  return { header, rows, firstLine: lines[0]!, lines, firstColumn: from + 1 };
}

/**
 * Reads a table of numbers row by row: memory does not grow with it.
 *
 * @param use is given the same array each time.
 * @throws InvalidInput as `parseCsv` does.
 */
export function eachNumericRow(
  text: string,
  where: string,
  reading: CsvReading,
  use: (numbers: Float64Array) => void,
): { readonly header: readonly string[] | null } {
  const table = openTable(text, where, reading, false);
  const { layout, head } = table;
  const mark = markOf(table);
  const numbers = new Float64Array(layout.to - layout.from);
  eachRowOf(table, (cells, row) => {
    cells.forEach((cell, j) => {
      const number = numberIn(cell, mark);
      if (Number.isNaN(number)) {
        const column = layout.from + j + 1;
        const isFirst = row.line === head.rows[0].line;
        throw (isFirst ? oddFirstLine : notFinite)(cell, where, row.line, column);
      }
      numbers[j] = number;
    });
    use(numbers);
  });
  return { header: layout.header };
}

// NaN where it is no finite number.
function numberIn(cell: string, mark: DecimalMark): number {
  const text = decimalText(cell, mark);
  const number = text === null ? NaN : Number(text);
  return Number.isFinite(number) ? number : NaN;
}

/** A table whose layout is known. */
export interface Table {
  readonly source: Separated;
  readonly head: Head;
  readonly layout: Layout;
}

/** Finds out how a table is laid out. @throws InvalidInput where it cannot be told, and where there is nothing. */
export function openTable(text: string, where: string, reading: CsvReading, isOfClasses: boolean): Table {
  const source = separated(text);
  const rows: Row[] = [];
  eachRow(source, where, (row) => {
    if (!isBlank(row)) rows.push(row);
    return row.end < HEAD && rows.length < HEAD_LINES;
  });
  const [first, ...rest] = rows;
  if (first === undefined)
    throw new InvalidInput(`${where} is empty; expected rows of ${isOfClasses ? "classes" : "numbers"}`);
  const head = { rows: [first, ...rest] as const, table: source, where, reading, isOfClasses };
  return { source, head, layout: layoutOf(head) };
}

/**
 * Calls `use` with the data of each row. Blank lines are left out where a row has several cells; of single cells they are empty
 * ones. Rows of nothing but separators are left out at the end, where spreadsheets leave them.
 *
 * @throws InvalidInput for a row of another length.
 */
export function eachRowOf({ source, head, layout }: Table, use: (cells: readonly string[], row: Row) => void): void {
  const { header, width, from, to } = layout;
  let isHeaderNext = header !== null;
  let empty: Row[] = [];
  const take = (row: Row): void => {
    if (row.cells.length !== width) throw unlike(row, width, head);
    if (to < width && row.cells[to]!.trim() !== "") throw unlike(row, to, head);
    use(from === 0 && to === width ? row.cells : row.cells.slice(from, to), row);
  };
  eachRow(source, head.where, (row) => {
    const isSkipped = isBlank(row) && (width > 1 || isHeaderNext);
    if (isSkipped) return;
    if (isHeaderNext) {
      isHeaderNext = false;
      return;
    }
    if (row.cells.length === width && row.cells.every((cell) => cell.trim() === "")) {
      empty.push(row);
      return;
    }
    empty.forEach(take);
    empty = [];
    take(row);
  });
}

/** The decimal mark of a table. @throws InvalidInput where it cannot be told. */
function markOf(table: Table): DecimalMark {
  const { source, head } = table;
  // Between cells a comma is none.
  if (!source.text.includes(",") || (source.separator === "," && !source.text.includes('"'))) return ".";
  const marks = new DecimalMarks(head.where, source.separator);
  eachRowOf(table, (cells) => cells.forEach((cell) => marks.see(cell)));
  return marks.mark;
}
