import { readBytes, readText, nameOf, textOf } from "./files.ts";
import { gunzip } from "./gunzip.ts";
import { InvalidInput } from "./invalid-input.ts";
import { type NpyArray, parseNpy } from "./npy.ts";
import { parseNpz } from "./npz.ts";

/** What a file of samples holds: a NumPy array, or the text of a CSV file. */
export type ArrayFile =
  { readonly kind: "array"; readonly array: NpyArray } | { readonly kind: "csv"; readonly text: string };

/**
 * Reads a file by its ending: .npy, .npz (with the array's name after a colon where there are several: file.npz:name), .csv
 * or .csv.gz.
 *
 * @throws InvalidInput for another ending, and as the readers do.
 */
export function readArrayFile(path: string): ArrayFile {
  const { archive, name } = inArchive(path);
  if (archive !== undefined) {
    return { kind: "array", array: parseNpz(readBytes(archive), name ?? null, nameOf(archive)) };
  }
  if (/\.npy$/i.test(path)) return { kind: "array", array: parseNpy(readBytes(path), nameOf(path)) };
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

function inArchive(path: string): { readonly archive?: string | undefined; readonly name?: string | undefined } {
  const [, archive, name] = /^(.*\.npz)(?::([^:]*))?$/is.exec(path) ?? [];
  return { archive, name };
}
