import { InvalidInput } from "./invalid-input.ts";
import { type NpyArray, parseNpy } from "./npy.ts";
import { quoted } from "./quoted.ts";
import { zipContent, zipEntries } from "./zip.ts";

const MOST_NAMES_SHOWN = 8;

/**
 * Reads an array of an .npz file: a zip archive of .npy files, stored or deflated.
 *
 * @param name of the array; left out, the file must hold a single one.
 * @param where what to call the source in a message.
 * @throws InvalidInput naming the arrays there are, where none is meant; and as `parseNpy` does.
 */
export function parseNpz(bytes: Uint8Array, name: string | null, where: string): NpyArray {
  const arrays = zipEntries(bytes, where).filter((entry) => entry.name.endsWith(".npy"));
  const names = arrays.map((entry) => entry.name.slice(0, -".npy".length));
  if (arrays.length === 0) throw new InvalidInput(`${where} holds no arrays`);
  const found = arrays.filter((_, k) => name === null || names[k] === name);
  const [array] = found;
  if (array === undefined || found.length > 1) {
    const some = names.slice(0, MOST_NAMES_SHOWN).map(quoted).join(", ");
    const all = names.length > MOST_NAMES_SHOWN ? `${some}, … (${names.length} in all)` : some;
    if (array === undefined) throw new InvalidInput(`${where} holds no array ${quoted(name!)}; it has ${all}`);
    if (name !== null) throw new InvalidInput(`${where} holds ${found.length} arrays called ${quoted(name)}`);
    throw new InvalidInput(
      `${where} holds ${names.length} arrays, ${all}; name one after a colon, as in file.npz:name`,
    );
  }
  return parseNpy(zipContent(bytes, array, where), `${where}: ${quoted(array.name)}`);
}
