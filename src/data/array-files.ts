import { isFile, nameOf, readBytes, readText, withFile } from "./files.ts";
import { gunzip } from "./gunzip.ts";
import { InvalidInput } from "./invalid-input.ts";
import { type NpyRead, readNpy } from "./npy.ts";
import type { NpyUse } from "./npy-hints.ts";
import { readNpz } from "./npz.ts";
import { textOf } from "./text.ts";

/** What a file of samples holds: a NumPy array, or the text of a CSV file. */
export type ArrayFile = ({ readonly kind: "array" } & NpyRead) | { readonly kind: "csv"; readonly text: string };

/**
 * Reads a file by its ending: .npy, .npz (with the array's name after a colon where there are several: file.npz:name), .csv
 * or .csv.gz. All that stands behind the first colon after ".npz" is the name.
 *
 * @param use what it is read for: labels may be text.
 * @throws InvalidInput for another ending, and as the readers do.
 */
export function readArrayFile(path: string, use: NpyUse): ArrayFile {
  const { archive, name } = inArchive(path);
  const what = use === "labels" ? "texts" : "numbers";
  if (archive !== undefined) {
    const place = { name: name ?? null, where: nameOf(archive), file: archive, use };
    return { kind: "array", ...withFile(archive, (content) => readNpz(content, place, what)) };
  }
  if (/\.npy$/i.test(path)) {
    const place = { where: nameOf(path), file: path, member: null, use };
    return { kind: "array", array: withFile(path, (content) => readNpy(content, place, what)), place };
  }
  if (/\.csv$/i.test(path)) return { kind: "csv", text: readText(path) };
  if (/\.csv\.gz$/i.test(path)) {
    return { kind: "csv", text: textOf(gunzip(readBytes(path), nameOf(path)), nameOf(path)) };
  }
  throw new InvalidInput(`${nameOf(path)} ends in none of .npy, .npz, .csv and .csv.gz, the formats that are read`);
}

/** The file on disk of a path that may name one array of a .npz. */
export function fileOf(path: string): string {
  return inArchive(path).archive ?? path;
}

// A file that is called so may have a colon in its own path.
function inArchive(path: string): { readonly archive?: string | undefined; readonly name?: string | undefined } {
  if (isFile(path)) return /\.npz$/i.test(path) ? { archive: path } : {};
  const [, archive, name] = /^(.*?\.npz)(?::(.*))?$/is.exec(path) ?? [];
  return { archive, name };
}
