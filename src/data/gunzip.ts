import { gunzipSync } from "node:zlib";
import { InvalidInput } from "./invalid-input.ts";

const MEBIBYTE = 2 ** 20;

/**
 * The most bytes that a compressed file may become: a hundred times its size, and 16 MiB in any case. Features shrink two-
 * to tenfold, labels sorted by class several hundredfold; a small file that claims gigabytes is an attack or an accident.
 */
export function mostInflated(compressed: number): number {
  return Math.max(16 * MEBIBYTE, 100 * compressed);
}

/** The content of a gzip file. @throws InvalidInput where it is damaged, or would become more than `mostInflated`. */
export function gunzip(bytes: Uint8Array, where: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostInflated(bytes.length) });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") {
      const most = Math.floor(mostInflated(bytes.length) / MEBIBYTE);
      throw new InvalidInput(`${where} would become more than ${most} MiB; decompress it if that is what it should be`);
    }
    const truncated = code === "Z_BUF_ERROR";
    throw new InvalidInput(
      truncated ? `${where} is cut short: its gzip data do not end` : `${where} is not a gzip file, or a damaged one`,
    );
  }
}
