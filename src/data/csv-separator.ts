import { isNumeric, isUnknown } from "./csv-cells.ts";

/** What stands between cells. */
export type Separator = "," | ";" | "\t";

/** Text made ready for cells to be told apart: every line ends in "\n" alone. */
export interface Separated {
  readonly text: string;
  readonly separator: Separator;
}

/** Characters that are looked at to tell how a table is laid out. */
export const HEAD = 2 ** 20;
/** Lines of them. */
export const HEAD_LINES = 1000;

/**
 * Tells what separates the cells of a table: tabs, semicolons or commas, or runs of blanks, which are made tabs. Excel's first
 * line "sep=;" says it, and becomes a comment.
 */
export function separated(given: string): Separated {
  const lines = withoutEnd(given.includes("\r") ? given.replace(/\r*\n|\r/g, "\n") : given);
  const [said, separator] = /^"?sep=([,;\t])"?(?=\n|$)/i.exec(lines) ?? [];
  if (said !== undefined) return { text: `#${lines}`, separator: separator as Separator };
  const told = separatorOf(headLines(lines));
  return told === " " ? { text: blanksAsTabs(lines), separator: "\t" } : { text: lines, separator: told };
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "\n") end--;
  return text.slice(0, end);
}

// What is quoted is left out: it separates nothing.
function headLines(text: string): string[] {
  const head = text.slice(0, HEAD).replace(/"[^"]*"/g, QUOTED);
  const lines = head.split("\n", HEAD_LINES).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return text.length > HEAD && lines.length > 2 ? lines.slice(0, -1) : lines;
}

const QUOTED = '""';

function separatorOf(lines: readonly string[]): Separator | " " {
  const [first = "", ...rest] = lines;
  // A header may have separators in its names, data have none in numbers.
  const data = rest.length > 0 ? rest : lines;
  const probe = data[0] ?? "";
  for (const separator of ["\t", ";"] as const) if (probe.trim().includes(separator)) return separator;
  if (probe.includes(",") && !haveBlanksWithin(data)) return ",";
  if (areSeparatedByBlanks(data)) return " ";
  return ([",", "\t", ";"] as const).find((separator) => first.trim().includes(separator)) ?? ",";
}

// As in "1,5 2,5": the commas are before decimals.
function haveBlanksWithin(lines: readonly string[]): boolean {
  return (
    lines.every((line) => wordsOf(line).every((word) => isNumeric(word) || word === QUOTED)) &&
    areSeparatedByBlanks(lines)
  );
}

// Words that are not all numbers may be one name; row numbers before them tell otherwise.
function areSeparatedByBlanks(lines: readonly string[]): boolean {
  const words = lines.map(wordsOf);
  const areMany = words.filter((each) => each.length > 1).length > lines.length / 2;
  if (!areMany) return false;
  const areNumbers = words.filter((each) => each.every(isValue)).length > lines.length / 2;
  return areNumbers || isCount(words.map(([word]) => word!));
}

function isValue(word: string): boolean {
  return isNumeric(word) || isUnknown(word) || word === QUOTED || /^[+-]?inf(?:inity)?$/i.test(word);
}

function wordsOf(line: string): string[] {
  return line.trim().split(/ +/);
}

/** Whether these count 0, 1, 2, … or 1, 2, 3, … */
export function isCount(cells: readonly string[]): boolean {
  const start = cells[0]?.trim() === "0" ? 0 : 1;
  return cells.every((cell, i) => cell.trim() === String(i + start));
}

function blanksAsTabs(text: string): string {
  const cells = text.replace(/"(?:[^"]|"")*"| +/g, (match) => (match.startsWith('"') ? match : "\t"));
  return cells.replace(/^\t+/gm, "").replace(/\t+$/gm, "");
}
