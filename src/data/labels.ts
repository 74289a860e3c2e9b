import { readArrayFile } from "./array-files.ts";
import { numberOf, parseCells } from "./csv.ts";
import { nameOf } from "./files.ts";
import { InvalidInput } from "./invalid-input.ts";
import { placeOf } from "./npy.ts";
import { quoted } from "./quoted.ts";

/** Classes of samples. */
export interface Labels {
  /** Integers 0 … classes − 1, one a sample. */
  readonly labels: Int32Array;
  /** How many classes there are, at least 2. */
  readonly classes: number;
  /** Of the classes, where the file names them; else null. */
  readonly names: readonly string[] | null;
}

/**
 * Reads a class a sample: integers from an .npy, .npz, .csv or .csv.gz file, or the names of classes from a CSV file with a
 * header line, which are numbered in the order of their code units. A CSV file has a single column.
 *
 * Classes that have no sample are refused, as labels numbered from 1 would make one: wrong labels are drawn from all.
 *
 * @param path of the file; `file.npz:name` for one array of several.
 * @param like the labels of the training samples, for those of test samples: their classes and names are used, and not
 *   each needs a sample.
 * @throws InvalidInput in one sentence that names the file and the place in it; also for a single class.
 */
export function readLabels(path: string, like: Labels | null = null): Labels {
  const given = readClasses(path);
  const where = nameOf(path);
  const labels = typeof given.classes[0] === "string" ? named(given, like, where) : numbered(given, like, where);
  if (labels.classes < 2) throw new InvalidInput(`${where} has a single class; expected at least two`);
  return labels;
}

interface Given {
  readonly classes: readonly string[] | readonly number[];
  /** What a message calls sample i. */
  readonly place: (i: number) => string;
  /** The header line of a CSV file of names, whose first line is always taken for one. */
  readonly title?: string | undefined;
}

function readClasses(path: string): Given {
  const file = readArrayFile(path);
  const where = nameOf(path);
  if (file.kind === "array") {
    const { shape, values } = file.array;
    if (shape.length === 2 && shape[1] !== 1) {
      const given = `${where} has ${shape[1]} columns`;
      throw new InvalidInput(`${given}; expected one class a sample: for one-hot rows, x.argmax(axis=1)`);
    }
    return { classes: Array.from(values), place: (i) => placeOf(i, 0, [shape[0]!]) };
  }
  const { header, rows, firstLine } = parseCells(file.text, where);
  if (rows[0]!.length !== 1) {
    throw new InvalidInput(`${where} has ${rows[0]!.length} columns; expected a single one, of classes`);
  }
  const cells = rows.map(([cell]) => cell!.trim());
  const place = (i: number): string => `line ${firstLine + i}`;
  const empty = cells.indexOf("");
  if (empty >= 0) throw new InvalidInput(`${where}: ${place(empty)} is empty; expected a class`);
  const isName = (cell: string): boolean => Number.isNaN(Number(cell));
  const odd = cells.findIndex((cell) => isName(cell) !== isName(cells[0]!));
  if (odd >= 0) {
    const [one, other] = isName(cells[0]!) ? ["names", "a number"] : ["numbers", "a name"];
    throw new InvalidInput(`${where}: ${place(odd)} is ${other}, ${quoted(cells[odd]!)}, after ${one} of classes`);
  }
  if (!isName(cells[0]!)) return { classes: cells.map((cell, i) => numberOf(cell, where, firstLine + i, 1)), place };
  const [title] = header!.map((cell) => cell.trim());
  return { classes: cells, place, title };
}

function named({ classes, place, title }: Given, like: Labels | null, where: string): Labels {
  if (like !== null && like.names === null) {
    throw new InvalidInput(`${where} names classes, but the training labels are numbers; expected the same in both`);
  }
  const names = like?.names ?? [...new Set(classes as readonly string[])].toSorted();
  const codes = new Map(names.map((name, k) => [name, k]));
  if (codes.has(title!)) {
    throw new InvalidInput(
      `${where}: line 1 is the class ${quoted(title!)}; class names need a header line before them`,
    );
  }
  const labels = Int32Array.from(classes as readonly string[], (name, i) => {
    const code = codes.get(name);
    if (code === undefined)
      throw new InvalidInput(`${where}: ${place(i)}: no training sample has class ${quoted(name)}`);
    return code;
  });
  return { labels, classes: names.length, names };
}

function numbered({ classes, place }: Given, like: Labels | null, where: string): Labels {
  if (like !== null && like.names !== null) {
    throw new InvalidInput(`${where} has numbers, but the training labels are names; expected the same in both`);
  }
  const most = like?.classes ?? classes.length;
  const labels = Int32Array.from(classes as readonly number[], (label, i) => {
    if (!Number.isInteger(label) || label < 0) {
      throw new InvalidInput(`${where}: ${place(i)}: ${label} is no class; expected integers 0, 1, 2, …`);
    }
    if (label < most) return label;
    const limit = like === null ? `with ${most} samples, classes are` : "no training sample has it; their classes are";
    throw new InvalidInput(`${where}: ${place(i)}: class ${label}: ${limit} 0 … ${most - 1}`);
  });
  if (like !== null) return { labels, classes: like.classes, names: null };
  const used = new Uint8Array(labels.length);
  let last = 0;
  for (const label of labels) {
    used[label] = 1;
    last = Math.max(last, label);
  }
  const unused = used.indexOf(0);
  if (unused >= 0 && unused < last) {
    const hint = unused === 0 ? "number the classes from 0" : "number the classes without gaps";
    throw new InvalidInput(`${where}: no sample has class ${unused}, but one has class ${last}; ${hint}`);
  }
  return { labels, classes: last + 1, names: null };
}
