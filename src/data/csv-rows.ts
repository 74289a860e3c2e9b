import Papa from "papaparse";
import type { Separated } from "./csv-separator.ts";
import { InvalidInput } from "./invalid-input.ts";

/** A row of a table. */
export interface Row {
  readonly cells: readonly string[];
  /** Where it is in the file, counted from 1. */
  readonly line: number;
  /** As it is in the file, where anything in the file is quoted; else empty. */
  readonly raw: string;
  /** The line of a comment between the row before and this one; null where there is none, or this is the first row. */
  readonly comment: number | null;
  /** Where the next row begins. */
  readonly end: number;
}

/** Characters that are parsed at a time, so that memory does not grow with the table. */
const CHUNK = 2 ** 22;

/**
 * Calls `use` for each row but for comments, which begin with #, until it returns false. Lines that are blank are rows with a
 * single empty cell.
 *
 * @throws InvalidInput for quotation marks that do not match.
 */
export function eachRow({ text, separator }: Separated, where: string, use: (row: Row) => boolean | void): void {
  const hasQuotes = text.includes('"');
  const hasComments = text.startsWith("#") || text.includes("\n#");
  let [at, line, isFirst] = [0, 1, true];
  Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: "\n",
    comments: hasComments ? "#" : false,
    chunkSize: CHUNK,
    step: ({ data, errors, meta }, parser) => {
      let comment: number | null = null;
      while (text[at] === "#") {
        comment ??= line;
        line++;
        at = text.indexOf("\n", at) + 1 || text.length;
      }
      const raw = hasQuotes ? text.slice(at, meta.cursor) : "";
      const [failure] = errors;
      if (failure !== undefined) throw new InvalidInput(`${where}: line ${line}: ${failure.message.toLowerCase()}`);
      if (use({ cells: data, line, raw, comment: isFirst ? null : comment, end: meta.cursor }) === false)
        parser.abort();
      line += hasQuotes ? Math.max(1, occurrences("\n", raw)) : 1;
      at = meta.cursor;
      isFirst = false;
    },
  });
}

function occurrences(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** Whether a line has nothing on it. */
export function isBlank({ cells }: Row): boolean {
  return cells.length === 1 && cells[0]!.trim() === "";
}

/** Whether the first cell of a row is in quotation marks. */
export function startsQuoted({ raw }: Row): boolean {
  return raw.startsWith('"');
}

/** Whether the last cell of a row is in quotation marks. */
export function endsQuoted({ raw }: Row): boolean {
  return raw.trimEnd().endsWith('"');
}

/** Whether every cell of a row is in quotation marks. */
export function isAllQuoted({ raw, cells }: Row, { separator }: Separated): boolean {
  return raw.trimEnd() === cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator);
}
