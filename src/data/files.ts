import { randomUUID } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InvalidInput } from "./invalid-input.ts";
import { plain } from "./quoted.ts";

const STANDARD_INPUT = 0;

/** The text of a file, or of standard input for `-`. @throws InvalidInput where it cannot be read. */
export function readText(path: string): string {
  return textOf(readBytes(path), nameOf(path));
}

/** The bytes of a file, or of standard input for `-`. @throws InvalidInput where it cannot be read. */
export function readBytes(path: string): Uint8Array {
  try {
    if (path === "-") return readFileSync(STANDARD_INPUT);
    // A device such as /dev/zero has no end.
    if (statSync(path).isCharacterDevice())
      throw new InvalidInput(`cannot read ${nameOf(path)}: it is a device, not a file`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(`cannot read ${nameOf(path)}: ${reasonOf(error)}`);
  }
}

/** Bytes as text, without a byte-order mark. @throws InvalidInput where they are too many for that. */
export function textOf(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder().decode(bytes);
  } catch {
    throw new InvalidInput(`${where} has ${bytes.length} bytes, too many to be read as text`);
  }
}

/**
 * Writes a whole file or nothing: the text is written beside it and renamed. A device or a pipe is written to, not replaced.
 *
 * @throws InvalidInput
 */
export function writeWhole(path: string, text: string): void {
  if (isDevice(path)) return writeInto(path, text);
  const beside = join(dirname(resolve(path)), `.${randomUUID()}.partial`);
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    removeIfThere(beside);
    throw new InvalidInput(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

function isDevice(path: string): boolean {
  return existsSync(path) && !statSync(path).isFile() && !statSync(path).isDirectory();
}

function writeInto(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new InvalidInput(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path);
  } catch {
    // Where it was not written there is nothing to remove.
  }
}

/** Refuses, before any work is done, a path that could not be written at its end. @throws InvalidInput */
export function requireWritable(path: string): void {
  try {
    accessSync(isDevice(path) ? path : dirname(resolve(path)), constants.W_OK);
  } catch (error) {
    throw new InvalidInput(`cannot write ${path}: ${reasonOf(error)}`);
  }
  if (existsSync(path) && statSync(path).isDirectory()) throw new InvalidInput(`cannot write ${path}: it is a folder`);
}

/** Makes a folder, and those above it, where there is none yet, and refuses one that cannot be written to. @throws InvalidInput */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new InvalidInput(`cannot write to the folder ${nameOf(path)}: ${reasonOf(error)}`);
  }
}

/** How a message calls a file: its path, or "standard input". A path that would not stay on one line is quoted. */
export function nameOf(path: string): string {
  return path === "-" ? "standard input" : plain(path);
}

/** The folder of this package, found by its package.json, whether the code runs as source or built. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** Why the system refused a file, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Record<string, string> = {
    ENOENT: "there is no such file or folder",
    EACCES: "permission is denied",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of its path is not a folder",
    EEXIST: "there is a file of that name",
    EAGAIN: "nothing was given there",
    ENAMETOOLONG: "its name is too long",
    ELOOP: "its links run in a circle",
    ERR_INVALID_ARG_VALUE: "a path cannot hold a null byte",
    ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB",
    ENOSPC: "no space is left on the disk",
    EDQUOT: "no space is left on the disk for this user",
    EFBIG: "the file is as large as it may become",
    EIO: "the disk reports an error",
  };
  return known[code ?? ""] ?? (error as Error).message;
}
