import { constants } from "node:buffer";
import { InvalidInput } from "./invalid-input.ts";

/** The most bytes that are read as text. */
export const MOST_TEXT = constants.MAX_STRING_LENGTH;

/** Bytes of a file that are looked at to tell how its text is encoded. */
const HEAD = 4096;

/**
 * Bytes as text, without a byte-order mark: UTF-8, or UTF-16 in either order, with a mark or where every other byte is null.
 *
 * @param where what to call the source in a message.
 * @throws InvalidInput with the line for bytes that are no such text, and where they are too many.
 */
export function textOf(bytes: Uint8Array, where: string): string {
  if (bytes.length > MOST_TEXT) {
    throw new InvalidInput(`${where} has ${bytes.length} bytes, too many to be read as text: at most ${MOST_TEXT} are`);
  }
  const encoding = encodingOf(bytes, where);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    if (encoding !== "utf-8")
      throw new InvalidInput(`${where} is damaged: it begins as UTF-16 text and does not end so`);
    const how = "save it as UTF-8, or convert it (iconv -f latin1 -t utf-8 if it is Latin-1)";
    throw new InvalidInput(`${where}: line ${firstLineNotUtf8(bytes)} is not UTF-8 text; ${how}`);
  }
}

function encodingOf(bytes: Uint8Array, where: string): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const head = bytes.subarray(0, HEAD);
  const nulls = [0, 0];
  head.forEach((byte, i) => (nulls[i & 1]! += byte === 0 ? 1 : 0));
  const [even, odd] = nulls as [number, number];
  // Latin letters, digits and separators are most of any table, and one of their two bytes is null.
  const most = head.length / 4;
  if (bytes.length % 2 === 0 && even === 0 && odd > most) return "utf-16le";
  if (bytes.length % 2 === 0 && odd === 0 && even > most) return "utf-16be";
  if (even + odd > 0) throw new InvalidInput(`${where} is not text: it holds null bytes`);
  if (first === 0x50 && second === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    throw new InvalidInput(`${where} is not text but a zip archive, as .xlsx files are; save the table as CSV`);
  }
  return "utf-8";
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let line = 1, start = 0; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? undefined : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
}
