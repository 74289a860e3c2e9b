import type { CsvReading } from "./csv.ts";
import { nameOf } from "./files.ts";
import { InvalidInput } from "./invalid-input.ts";
import { type GivenClasses, readClasses } from "./label-cells.ts";
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
 * Reads a class a sample from an .npy, .npz, .csv or .csv.gz file: integers, or the names of classes, which are numbered in the
 * order of their code units; in a CSV file they stand under a header line. A CSV file has a single column beside row names.
 *
 * Classes that have no sample are refused, as labels numbered from 1 would make one: wrong labels are drawn from all.
 *
 * @param path of the file; `file.npz:name` for one array of several.
 * @param like the labels of the training samples, for those of test samples: their classes and names are used, and not
 *   each needs a sample.
 * @param reading how a CSV file is read.
 * @throws InvalidInput in one sentence that names the file and the place in it; also for a single class.
 */
export function readLabels(path: string, like: Labels | null = null, reading: CsvReading = {}): Labels {
  const given = readClasses(path, reading);
  const where = nameOf(path);
  const areNames = typeof given.distinct[0]!.value === "string";
  const labels = areNames ? named(given, like, where) : numbered(given, like, where);
  if (labels.classes < 2) throw new InvalidInput(`${where} has a single class; expected at least two`);
  return labels;
}

function named({ distinct, codes, title }: GivenClasses, like: Labels | null, where: string): Labels {
  if (like !== null && like.names === null) {
    throw new InvalidInput(`${where} names classes, but the training labels are numbers; expected the same in both`);
  }
  const names = like?.names ?? distinct.map(({ value }) => String(value)).toSorted();
  const numbers = new Map(names.map((name, k) => [name, k]));
  if (title !== null && numbers.has(title)) {
    const hint = "class names need a header line before them, or --header no";
    throw new InvalidInput(`${where}: line 1 is the class ${quoted(title)}; ${hint}`);
  }
  const classOf = distinct.map(({ value, place }) => {
    const number = numbers.get(String(value));
    if (number === undefined) {
      throw new InvalidInput(`${where}: ${place}: no training sample has class ${quoted(String(value))}`);
    }
    return number;
  });
  return { labels: codes.map((code) => classOf[code]!), classes: names.length, names };
}

function numbered({ distinct, codes }: GivenClasses, like: Labels | null, where: string): Labels {
  if (like !== null && like.names !== null) {
    throw new InvalidInput(`${where} has numbers, but the training labels are names; expected the same in both`);
  }
  const most = like?.classes ?? codes.length;
  const classOf = distinct.map(({ value, shown, place }) => {
    const label = Number(value);
    if (!Number.isInteger(label) || label < 0) {
      throw new InvalidInput(`${where}: ${place}: ${shown} is no class; expected integers 0, 1, 2, …`);
    }
    if (label < most) return label;
    const limit = like === null ? `with ${most} samples, classes are` : "no training sample has it; their classes are";
    throw new InvalidInput(`${where}: ${place}: class ${label}: ${limit} 0 … ${most - 1}`);
  });
  const labels = codes.map((code) => classOf[code]!);
  if (like !== null) return { labels, classes: like.classes, names: null };
  const used = new Set(classOf);
  const last = classOf.reduce((one, other) => Math.max(one, other), 0);
  for (let unused = 0; unused < last; unused++) {
    if (used.has(unused)) continue;
    const hint = unused === 0 ? "number the classes from 0" : "number the classes without gaps";
    throw new InvalidInput(`${where}: no sample has class ${unused}, but one has class ${last}; ${hint}`);
  }
  return { labels, classes: last + 1, names: null };
}
