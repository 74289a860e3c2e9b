import { isColumnName, isName, isNumeric, notFinite } from "./csv-cells.ts";
import { isAllQuoted, type Row, startsQuoted } from "./csv-rows.ts";
import { isCount, type Separated } from "./csv-separator.ts";
import { InvalidInput } from "./invalid-input.ts";
import { quoted } from "./quoted.ts";

/** How a CSV file is read where that cannot be told from it. */
export interface CsvReading {
  /** Whether its first line is a header (default "auto": told from the file, and refused where it cannot be told). */
  readonly header?: "yes" | "no" | "auto" | undefined;
}

/** What of a table's rows is data. */
export interface Layout {
  /** Names of the columns of data; null without a header line. */
  readonly header: readonly string[] | null;
  /** Cells of a row. */
  readonly width: number;
  /** Which of them are data: without row names before, and without the empty cell that a separator at a line's end makes. */
  readonly from: number;
  readonly to: number;
}

/** What the layout of a table is told from. */
export interface Head {
  /** Rows that are not blank, at least one. */
  readonly rows: readonly [Row, ...Row[]];
  readonly table: Separated;
  readonly where: string;
  readonly reading: CsvReading;
  /** Of classes there is one column, and its first line may be the class 0. */
  readonly isOfClasses: boolean;
}

/**
 * Tells header, row names and trailing separators from the first rows of a table.
 *
 * @throws InvalidInput where a sample might be taken for a header, or row numbers for a feature.
 */
export function layoutOf(head: Head): Layout {
  const { rows, where } = head;
  const isHeader = hasHeader(head);
  const [first, ...rest] = rows;
  const body = isHeader ? rest : rows;
  if (body.length === 0) throw new InvalidInput(`${where} has a header but no rows`);
  const width = body[0].cells.length;
  requireNoDecimals(body, head);
  const names = isHeader ? first.cells.map((name) => name.trim()) : null;
  const isTrailing = width > 1 && endsEmpty(body) && (names === null || names.length < width || names.at(-1) === "");
  const to = isTrailing ? width - 1 : width;
  const shown = names?.slice(0, to) ?? null;
  const from = hasRowNames(head, body, shown, to) ? 1 : 0;
  if (names !== null && shown!.length !== to && shown!.length !== to - from) throw unlike(body[0], names.length, head);
  return { header: shown && (shown.length === to ? shown.slice(from) : shown), width, from, to };
}

// 1,05 in every line are decimals of one column: no program writes a number as 05.
function requireNoDecimals(body: readonly Row[], { where, table }: Head): void {
  if (table.separator !== "," || !body.every(({ cells }) => cells.length === 2 && cells.every(isInteger))) return;
  const odd = body.find(({ cells }) => /^0\d/.test(cells[1]!));
  if (odd === undefined) return;
  const given = `line ${odd.line}, ${quoted(odd.cells.join(","))}, may be one number with a decimal comma`;
  throw new InvalidInput(`${where}: ${given}; write a point before decimals`);
}

function endsEmpty(body: readonly Row[]): boolean {
  return body.every(({ cells }) => cells.at(-1)!.trim() === "");
}

function hasHeader(head: Head): boolean {
  const { rows, where, reading, table, isOfClasses } = head;
  if (reading.header === "yes" || reading.header === "no") return reading.header === "yes";
  const [first, ...rest] = rows;
  const cells = first.cells.map((cell) => cell.trim());
  if (countsColumns(head, cells)) {
    const counts =
      cells.length > 1 ? `counts the columns, ${cells.slice(0, 3).join(", ")}${cells.length > 3 ? ", …" : ""}` : "is 0";
    const question = "is it a header (--header yes) or a sample (--header no)?";
    throw new InvalidInput(
      `${where}: line ${first.line} ${counts}, as the header that pandas writes by default; ${question}`,
    );
  }
  if (isAllQuoted(first, table) && rest.length > 0 && !rest.some((row) => isAllQuoted(row, table))) return true;
  // An index has no name.
  const named = cells.length > 1 && cells[0] === "" ? cells.slice(1) : cells;
  if (named.length < cells.length && isCount(named) && named[0] === "0") return true;
  const last = named.length > 1 && named.at(-1) === "" ? named.slice(0, -1) : named;
  return last.every((cell) => cell !== "" && !isNumeric(cell)) && last.some(isOfClasses ? isName : isColumnName);
}

// A class 0 is the first of many files of classes.
function countsColumns({ rows: [first, ...rest], isOfClasses, table }: Head, cells: readonly string[]): boolean {
  if (isOfClasses || isAllQuoted(first, table)) return false;
  if (cells[0] === "0") return isCount(cells);
  // Years, say, above values that are none.
  const isRising = cells.every((cell, j) => /^\d{1,9}$/.test(cell) && Number(cell) === Number(cells[0]) + j);
  return isRising && cells.length > 2 && rest.length > 1 && rest.every((row) => !row.cells.every(isInteger));
}

function isInteger(cell: string): boolean {
  return /^\s*[+-]?\d+\s*$/.test(cell);
}

const NUMBERED = /^(?:Unnamed: 0|index|X|\.\.\.1|rownames?|row_names)$/;

function hasRowNames(head: Head, body: readonly Row[], names: readonly string[] | null, to: number): boolean {
  if (to < 2) return false;
  const { where, reading, isOfClasses, table } = head;
  const firsts = body.map(({ cells }) => cells[0]!.trim());
  const areQuoted = body.every((row) => startsQuoted(row) && !isAllQuoted(row, table));
  const areNames = !isOfClasses && firsts.every((cell) => !isNumeric(cell) && cell !== "");
  const areCounted = isCount(firsts);
  if (names !== null && names.length === to - 1) {
    // Of one name above 1,5 and 2,5 the commas may stand before decimals.
    const areDecimals = to === 2 && table.separator === ",";
    if (areQuoted || areNames || (areCounted && !areDecimals)) return true;
    throw unlike(body[0]!, names.length, head);
  }
  if (names !== null && names[0] === "") {
    const areIntegers = firsts.every((cell) => /^\d+$/.test(cell)) && new Set(firsts).size === firsts.length;
    if (body.every(startsQuoted) || firsts.every(isName) || areIntegers) return true;
    throw new InvalidInput(`${where}: column 1 has no name, and does not number or name the rows; ${WITHOUT}`);
  }
  const areEnough = body.length > 2; // of two rows of data, 1,5 and 2,7, nobody can tell
  if (names !== null) {
    if (!(areCounted && areEnough && NUMBERED.test(names[0]!))) return false;
    throw new InvalidInput(
      `${where}: column 1, ${quoted(names[0]!)}, numbers the rows; take it out, or rename it if it is data`,
    );
  }
  if (areQuoted) return true;
  if (!areCounted || !areEnough || reading.header === "no") return false;
  const question = isOfClasses ? "" : ", or, if it is a feature, name the columns in a header line (or --header no)";
  throw new InvalidInput(`${where}: column 1 numbers the rows, ${firsts[0]}, ${firsts[1]}, …; ${WITHOUT}${question}`);
}

const WITHOUT = "write the table without row names (pandas: index=False, R: row.names = FALSE)";

/** Refuses a row that is longer or shorter than others. */
export function unlike(
  { cells, line }: Row,
  expected: number,
  { where, rows }: Pick<Head, "where" | "rows">,
): InvalidInput {
  const count = cells.length;
  const given = `line ${line} has ${count} ${count === 1 ? "value" : "values"}`;
  const [first, second = first] = rows;
  const model = first.cells.length === expected ? first : second;
  const hint = count === expected + 1 && line === second.line ? `; if they are row names and data, ${WITHOUT}` : "";
  return new InvalidInput(`${where}: ${given}; expected ${expected} as in line ${model.line}${hint}`);
}

/** Refuses a cell of a first line that is neither a header nor data. */
export function oddFirstLine(cell: string, where: string, line: number, column: number): InvalidInput {
  const refused = notFinite(cell, where, line, column);
  return isColumnName(cell) ? new InvalidInput(`${refused.message}; if that line is a header, --header yes`) : refused;
}
