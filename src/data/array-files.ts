import { isFile, nameOf, readBytes, withFile } from "./files.ts";
import { gunzip } from "./gunzip.ts";
import { InvalidInput } from "./invalid-input.ts";
import { type NpyRead, readNpy, requireNpy } from "./npy.ts";
import type { NpyUse } from "./npy-hints.ts";
import { readNpz } from "./npz.ts";
import { type Pieces, piecesOf } from "./pieces.ts";
import { MOST_TEXT, textOf } from "./text.ts";
import { zipEntries } from "./zip.ts";

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
  if (/\.csv$/i.test(path)) return { kind: "csv", text: withFile(path, (content) => tableOf(content, nameOf(path))) };
  if (/\.csv\.gz$/i.test(path)) {
    return { kind: "csv", text: tableOf(piecesOf(gunzip(readBytes(path), nameOf(path))), nameOf(path)) };
  }
  throw otherEnding(path);
}

/**
 * Refuses a file whose ending, beginning or size shows that `readArrayFile` would, without reading the rest: before what takes
 * long with a large file.
 *
 * @throws InvalidInput as `readArrayFile` does.
 */
export function requireArrayFile(path: string, use: NpyUse): void {
  const { archive } = inArchive(path);
  if (archive !== undefined) return withFile(archive, (content) => void zipEntries(content, nameOf(archive)), 0);
  if (/\.npy$/i.test(path)) {
    const place = { where: nameOf(path), file: path, member: null, use };
    return withFile(path, (content) => requireNpy(content, place), 0);
  }
  if (/\.csv$/i.test(path)) return withFile(path, (content) => requireText(content, nameOf(path)), 0);
  if (!/\.csv\.gz$/i.test(path)) throw otherEnding(path);
}

function otherEnding(path: string): InvalidInput {
  return new InvalidInput(`${nameOf(path)} ends in none of .npy, .npz, .csv and .csv.gz, the formats that are read`);
}

function tableOf(content: Pieces, where: string): string {
  requireText(content, where);
  return textOf(content.read(0, content.size), where);
}

function requireText(content: Pieces, where: string): void {
  if (content.size <= MOST_TEXT) return;
  const [given, most] = [content.size, MOST_TEXT].map((bytes) => `${Math.ceil(bytes / 2 ** 20)} MiB`);
  throw new InvalidInput(
    `${where} has ${given} of text, and at most ${most} are read; save the table as .npy: np.save`,
  );
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
