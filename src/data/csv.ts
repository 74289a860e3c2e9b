import Papa from "papaparse";
import { InvalidInput } from "./invalid-input.ts";
import { quoted } from "./quoted.ts";

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
}

/**
 * Reads comma-separated numbers with or without a header line.
 *
 * @throws InvalidInput with line and column for ragged rows, and for a cell that is not a finite number.
 */
export function parseCsv(text: string, where: string): NumericTable {
  const { header, rows, firstLine } = parseCells(text, where);
  return {
    header,
    rows: rows.map((cells, i) => cells.map((cell, j) => numberOf(cell, where, firstLine + i, j + 1))),
  };
}

/**
 * Reads comma-separated text. A first line of which every cell is text and no number is a header. Memory is at worst, for
 * lines of a single digit, about 60 bytes for each byte of text.
 *
 * @throws InvalidInput for ragged rows, and where there are none.
 */
export function parseCells(text: string, where: string): TextTable {
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ",", skipEmptyLines: false });
  const [failure] = errors;
  if (failure) throw new InvalidInput(`${where}: line ${(failure.row ?? 0) + 1}: ${failure.message}`);
  const [first] = data;
  if (first === undefined || text.trim() === "") throw new InvalidInput(`${where} is empty; expected rows of numbers`);
  const hasHeader = first.every((cell) => cell.trim() !== "" && Number.isNaN(Number(cell)));
  const firstLine = hasHeader ? 2 : 1;
  const rows = hasHeader ? data.slice(1) : data;
  const ragged = rows.findIndex((cells) => cells.length !== first.length);
  if (ragged >= 0) {
    const count = rows[ragged]!.length;
    const given = `line ${firstLine + ragged} has ${count} ${count === 1 ? "value" : "values"}`;
    throw new InvalidInput(`${where}: ${given}; expected ${first.length} as in line 1`);
  }
  if (rows.length === 0) throw new InvalidInput(`${where} has a header but no rows`);
  return { header: hasHeader ? first : null, rows, firstLine };
}

/** The number in a cell. @throws InvalidInput where it is none, or not finite. */
export function numberOf(cell: string, where: string, line: number, column: number): number {
  const value = Number(cell);
  if (cell.trim() === "" || !Number.isFinite(value)) {
    throw new InvalidInput(`${where}: line ${line}, column ${column}: ${quoted(cell)} is not a finite number`);
  }
  return value;
}
