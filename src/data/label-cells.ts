import { readArrayFile } from "./array-files.ts";
import { integerOf, isInfinite, isNumeric, isUnknown, notFinite } from "./csv-cells.ts";
import { type CsvReading, eachRowOf, openTable } from "./csv.ts";
import { endsQuoted } from "./csv-rows.ts";
import { nameOf } from "./files.ts";
import { InvalidInput } from "./invalid-input.ts";
import { type NpyRead, placeOf } from "./npy.ts";
import { savedAgain } from "./npy-hints.ts";
import { quoted } from "./quoted.ts";

/** The classes of samples as a file gives them. */
export interface GivenClasses {
  /** Each class once, in the order of its first sample: all names, or all numbers, of which some may be no integers. */
  readonly distinct: readonly { readonly value: string | number; readonly shown: string; readonly place: string }[];
  /** For each sample the index of its class among them. */
  readonly codes: Int32Array;
  /** The first line of a CSV file of names, where it was taken for a header for its place alone. */
  readonly title: string | null;
}

/** Reads the class of each sample. @throws InvalidInput in one sentence that names the file and the place in it. */
export function readClasses(path: string, reading: CsvReading): GivenClasses {
  const file = readArrayFile(path, "labels");
  if (file.kind === "csv") return ofCsv(file.text, nameOf(path), reading);
  const { array } = file;
  requireSingle(file);
  const collected = new Collected(file.place.where);
  const place = (i: number): string => placeOf(i, 0, [array.shape[0]!]);
  if ("texts" in array) {
    array.texts.forEach((text, i) => collected.name(text, place(i), "give the class another name"));
  } else {
    array.values.forEach((value, i) => collected.add(value, value, String(value), () => place(i)));
  }
  return collected.classes(null);
}

function requireSingle({ array, place }: NpyRead): void {
  const [rows, columns = 1] = array.shape;
  const { where } = place;
  if (columns === 1) return;
  if (rows === 1) {
    const given = `${where} is a row of ${columns} values; expected one class a sample`;
    throw new InvalidInput(`${given}: ${savedAgain(place, array.shape)}`);
  }
  const given = `${where} has ${columns} columns; expected one class a sample`;
  throw new InvalidInput(`${given}: for one-hot rows, ${savedAgain(place, array.shape)}`);
}

function ofCsv(text: string, where: string, reading: CsvReading): GivenClasses {
  const table = openTable(text, where, reading, true);
  const { header, from, to } = table.layout;
  if (to - from !== 1) {
    throw new InvalidInput(`${where} has ${to - from} columns; expected a single one, of classes`);
  }
  const collected = new Collected(where);
  let comment: number | null = null;
  eachRowOf(table, ([cell], row) => {
    const place = `line ${row.line}`;
    if (collected.size > 0) comment ??= row.comment;
    if (cell!.trim() === "") throw new InvalidInput(`${where}: ${place} is empty; expected a class`);
    if (isNumeric(cell!)) {
      const integer = integerOf(cell!);
      collected.add(integer ?? cell!.trim(), integer ?? NaN, cell!.trim(), () => place);
      return;
    }
    if (isInfinite(cell!)) throw notFinite(cell!, where, row.line, 1);
    collected.name(cell!, place, endsQuoted(row) ? null : "put the class in quotation marks");
  });
  if (comment !== null && collected.areNames) {
    const how = "put it in quotation marks if it is a class, else take it out";
    throw new InvalidInput(`${where}: line ${String(comment)} begins with #, as comments do; ${how}`);
  }
  const isTold = reading.header === "yes" || reading.header === "no";
  return collected.classes(isTold || header === null ? null : header[0]!);
}

/** Classes as they come. */
class Collected {
  readonly #where: string;
  readonly #distinct: { value: string | number; shown: string; place: string }[] = [];
  readonly #index = new Map<string | number, number>();
  readonly #spelling = new Map<string, string>();
  readonly #codes: number[] = [];

  constructor(where: string) {
    this.#where = where;
  }

  get size(): number {
    return this.#codes.length;
  }

  get areNames(): boolean {
    return typeof this.#distinct[0]?.value === "string";
  }

  /** Adds a sample's class: `value` is what tells it from others by `key`. */
  add(key: string | number, value: string | number, shown: string, place: () => string): void {
    let code = this.#index.get(key);
    if (code === undefined) {
      code = this.#distinct.length;
      this.#requireAlike(value, shown, place());
      this.#index.set(key, code);
      this.#distinct.push({ value, shown, place: place() });
    }
    this.#codes.push(code);
  }

  /** Adds a sample's class by its name; `remedy` where the name may say that there is no label. */
  name(text: string, place: string, remedy: string | null): void {
    const known = this.#spelling.get(text);
    if (known !== undefined) return this.add(`name ${known}`, known, text, () => place);
    const name = text.trim().normalize("NFC");
    if (name === "") throw new InvalidInput(`${this.#where}: ${place} is empty; expected a class`);
    if (remedy !== null && isUnknown(text)) {
      const given = `${this.#where}: ${place}: ${quoted(text)} may be a class, or a label that is missing`;
      throw new InvalidInput(`${given}; leave the sample out, or ${remedy}`);
    }
    const other = this.#index.get(`name ${name}`);
    if (other !== undefined) {
      const first = this.#distinct[other]!;
      const two = `${quoted(text)} and ${first.place} ${quoted(first.shown)}`;
      throw new InvalidInput(`${this.#where}: ${place} is ${two}, which look the same; write one class in one way`);
    }
    this.#spelling.set(text, name);
    this.add(`name ${name}`, name, text, () => place);
  }

  classes(title: string | null): GivenClasses {
    return { distinct: this.#distinct, codes: Int32Array.from(this.#codes), title: this.areNames ? title : null };
  }

  #requireAlike(value: string | number, shown: string, place: string): void {
    const [first] = this.#distinct;
    if (first === undefined || typeof first.value === typeof value) return;
    const [one, other] = this.areNames ? ["names", "a number"] : ["numbers", "a name"];
    const header = first.shown === "0" && this.#codes.length === 1 ? "; if line 1 is a header, --header yes" : "";
    const given = `${place} is ${other}, ${quoted(shown)}, after ${one} of classes`;
    throw new InvalidInput(`${this.#where}: ${given}${header}`);
  }
}
