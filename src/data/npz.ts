import { InvalidInput } from "./invalid-input.ts";
import { type NpyArray, type NpyRead, parseNpy, readNpy } from "./npy.ts";
import type { NpyPlace, NpyUse } from "./npy-hints.ts";
import { type Pieces, piecesOf } from "./pieces.ts";
import { quoted } from "./quoted.ts";
import { zipContent } from "./zip-content.ts";
import { zipEntries, type ZipEntry } from "./zip.ts";

const MOST_NAMES_SHOWN = 8;

/**
 * Reads an array of an .npz file: a zip archive of .npy files, stored or deflated.
 *
 * @param name of the array; left out, the file must hold a single one.
 * @param where what to call the source in a message.
 * @throws InvalidInput naming the arrays there are, where none is meant; and as `parseNpy` does.
 */
export function parseNpz(bytes: Uint8Array, name: string | null, where: string): NpyArray {
  const content = piecesOf(bytes);
  const { entry, place } = findArray(content, { name, where, file: where, use: "features" });
  return parseNpy(zipContent(content, entry, where), place.where, place);
}

/** Which array is meant: see `NpyPlace`. */
export interface NpzPlace {
  readonly name: string | null;
  readonly where: string;
  readonly file: string;
  readonly use: NpyUse;
}

/** Reads the same from a file of any size, or with `texts` text as well. @throws InvalidInput as `parseNpz` does. */
export function readNpz(content: Pieces, meant: NpzPlace, what: "numbers" | "texts"): NpyRead {
  const { entry, place } = findArray(content, meant);
  return { array: readNpy(zipContent(content, entry, meant.where), place, what), place };
}

function findArray(content: Pieces, meant: NpzPlace): { readonly entry: ZipEntry; readonly place: NpyPlace } {
  const { where, file, use } = meant;
  const entry = entryOf(zipEntries(content, where), meant);
  return { entry, place: { where: `${where}: ${quoted(entry.name)}`, file, member: arrayName(entry), use } };
}

function entryOf(all: readonly ZipEntry[], { name, where }: NpzPlace): ZipEntry {
  const arrays = all.filter((entry) => !entry.name.endsWith("/"));
  if (arrays.length === 0) throw new InvalidInput(`${where} holds no arrays`);
  const found = arrays.filter((entry) => name === null || arrayName(entry) === name || entry.name === name);
  const [array, other] = found;
  if (array !== undefined && other === undefined) return array;
  const names = arrays.map(arrayName);
  const some = names.slice(0, MOST_NAMES_SHOWN).map(quoted).join(", ");
  const shown = names.length > MOST_NAMES_SHOWN ? `${some}, … (${names.length} in all)` : some;
  if (array === undefined) throw new InvalidInput(`${where} holds no array ${quoted(name!)}; it has ${shown}`);
  if (name !== null) throw new InvalidInput(`${where} holds ${found.length} arrays called ${quoted(name)}`);
  throw new InvalidInput(
    `${where} holds ${names.length} arrays, ${shown}; name one after a colon, as in file.npz:name`,
  );
}

// NumPy adds the ending; other programs may not.
function arrayName({ name }: ZipEntry): string {
  return name.replace(/\.npy$/, "");
}
