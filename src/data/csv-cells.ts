import { InvalidInput } from "./invalid-input.ts";
import { quoted } from "./quoted.ts";

/** What stands before the decimals of a table's numbers. */
export type DecimalMark = "." | ",";

const POINT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][+-]?\d+)?$/;
const COMMA = /^[+-]?(?:\d+,?\d*|,\d+)(?:[eEdD][+-]?\d+)?$/;
/** A comma that may stand before decimals, or before thousands. */
const EITHER = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const THOUSANDS =
  /^[+-]?[1-9]\d{0,2}(?:(?:[, '_\u00a0\u2009\u202f]\d{3})+(?:\.\d*)?|(?:\.\d{3})+,\d*|(?:\.\d{3}){2,})$/;
const UNKNOWN = /^(?:[+-]?nan|n\/?a|#n\/a|<na>|nil|null|none|\.|\?|[+-]?1\.#(?:ind|qnan))$/i;
const INFINITE = /^[+-]?(?:inf|infinity|∞|1\.#inf)$/i;

/** Whether a cell is a number as tables have them, with either decimal mark. */
export function isNumeric(cell: string): boolean {
  const text = cell.trim();
  return POINT.test(text) || COMMA.test(text);
}

/** Whether a cell says that a value is missing, in the words of NumPy, pandas, R, SQL and others. */
export function isUnknown(cell: string): boolean {
  return UNKNOWN.test(cell.trim());
}

/** Whether a cell says that a value is infinite. */
export function isInfinite(cell: string): boolean {
  return INFINITE.test(cell.trim());
}

/** Whether a cell can be a name: text that is neither a number nor the word for one that is missing or infinite. */
export function isName(cell: string): boolean {
  const text = cell.trim();
  return text !== "" && !isNumeric(text) && !UNKNOWN.test(text) && !INFINITE.test(text);
}

/** Whether a cell can be the name of a column of numbers, and not a number in a form that is not read: "(1", "−2", "50 %". */
export function isColumnName(cell: string): boolean {
  const text = cell.trim();
  return isName(text) && !/^[^\p{L}_\d]*\d/u.test(text) && !/^(?:true|false)$/i.test(text);
}

/** A number as JavaScript and exact arithmetic write it, from a cell: Fortran's exponent and decimal commas are replaced. */
export function decimalText(cell: string, mark: DecimalMark): string | null {
  const text = cell.trim();
  if (!(mark === "." ? POINT : COMMA).test(text)) return null;
  return text.replace(",", ".").replace(/[dD]/, "e");
}

/** The integer that a cell says, digit by digit: 2, 2.0 and 2.000e+00; null for any other number, and beyond 2⁵³. */
export function integerOf(cell: string): number | null {
  const [, sign, whole, decimals = "", exponent = "0"] =
    /^([+-]?)(\d*)\.?(\d*)(?:[eEdD]([+-]?\d{1,6}))?$/.exec(cell.trim()) ?? [];
  if (whole === undefined) return null;
  const digits = (whole + decimals).replace(/^0+/, "");
  if (digits === "") return 0;
  const trailing = /0*$/.exec(digits)![0].length;
  const shift = Number(exponent) - decimals.length;
  if (shift < -trailing || digits.length + shift > 16) return null;
  const value = Number(`${sign}${shift < 0 ? digits.slice(0, shift) : digits + "0".repeat(shift)}`);
  return Number.isSafeInteger(value) ? value : null;
}

/** The number in a cell. @throws InvalidInput where it is none, or not finite. */
export function numberOf(cell: string, where: string, line: number, column: number): number {
  const text = decimalText(cell, ".");
  const value = text === null ? NaN : Number(text);
  if (!Number.isFinite(value)) throw notFinite(cell, where, line, column);
  return value;
}

/** Refuses a cell that is no finite number, and says why where that is plain. */
export function notFinite(cell: string, where: string, line: number, column: number): InvalidInput {
  const why = whyNot(cell.trim());
  return new InvalidInput(`${where}: line ${line}, column ${column}: ${quoted(cell)} is not a finite number${why}`);
}

function whyNot(text: string): string {
  if (text === "" || UNKNOWN.test(text))
    return "; leave out samples with a missing value, among features and labels alike";
  if (/^(?:true|false)$/i.test(text)) return "; write 1 for true and 0 for false";
  if (THOUSANDS.test(text)) return "; write numbers without a separator of thousands";
  if (/^[+-]?0[xob][\da-f]+$/i.test(text)) return "; write numbers in decimal";
  if (/^[−–]/.test(text)) return "; write the minus sign as a hyphen, -";
  if (/^[+-]?[\d.,]+ ?%$/.test(text)) return "; write percentages as numbers";
  if (text.includes(",") && COMMA.test(text)) return "; write a point before decimals";
  return "";
}

/** What the numbers of a table say of their decimal mark, cell by cell. */
export class DecimalMarks {
  readonly #where: string;
  readonly #separator: string;
  #point: string | undefined;
  #comma: string | undefined;
  #either: string | undefined;
  #thousands: string | undefined;

  /** @param separator of cells: semicolons are there since commas stand before decimals. */
  constructor(where: string, separator: string) {
    this.#where = where;
    this.#separator = separator;
  }

  see(cell: string): void {
    const text = cell.trim();
    if (THOUSANDS.test(text) && !EITHER.test(text)) this.#thousands ??= text;
    else if (EITHER.test(text)) this.#either ??= text;
    else if (!text.includes(",")) this.#point ??= POINT.test(text) && text.includes(".") ? text : undefined;
    else if (COMMA.test(text)) this.#comma ??= text;
  }

  /** The mark of the whole table. @throws InvalidInput where it has both, or it cannot be told. */
  get mark(): DecimalMark {
    const [where, commas] = [this.#where, this.#comma ?? this.#either];
    if (this.#thousands !== undefined) {
      const given = `${quoted(this.#thousands)} has a separator of thousands`;
      throw new InvalidInput(`${where}: ${given}; write numbers without one`);
    }
    if (commas === undefined) return ".";
    if (this.#point !== undefined) {
      const both = `${quoted(this.#point)} and ${quoted(commas)}`;
      throw new InvalidInput(
        `${where} has numbers with a point and with a comma, ${both}; write a point before decimals`,
      );
    }
    if (this.#comma === undefined && this.#separator !== ";") {
      const readings = `${quoted(commas)} may be ${commas.replace(",", ".")} or ${commas.replace(",", "")}`;
      throw new InvalidInput(`${where}: ${readings}; write a point before decimals, and no separator of thousands`);
    }
    return ",";
  }
}
