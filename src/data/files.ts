import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { InvalidInput } from "./invalid-input.ts";
import { type Pieces, piecesOf } from "./pieces.ts";
import { plain } from "./quoted.ts";
import { textOf } from "./text.ts";

/**
 * The text of a file, or of standard input for `-`, as `textOf` takes bytes.
 *
 * @throws InvalidInput as `readBytes` and `textOf` do.
 */
export function readText(path: string): string {
  return textOf(readBytes(path), nameOf(path));
}

/**
 * The bytes of a file, or of standard input for `-`. A pipe is read where it was given on purpose, as `/dev/stdin` or
 * `/dev/fd/N`, which is what a shell makes of `<(command)`; any other pipe, socket or device is refused and not waited for.
 *
 * @throws InvalidInput where it cannot be read.
 */
export function readBytes(path: string): Uint8Array {
  const descriptor = descriptorOf(path);
  return attempt(path, () => {
    if (descriptor !== null) return readFileSync(descriptor);
    const file = openFile(path);
    try {
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  });
}

/** Refuses what is no file on disk: a folder, a pipe, a socket, a device, and what is not there. @throws InvalidInput */
export function requireFile(path: string): void {
  attempt(path, () => closeSync(openFile(path)));
}

/** Whether a path leads to a file on disk. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Files of at most so many bytes are read at once. */
const MOST_AT_ONCE = 2 ** 30;

/**
 * Hands the content of a file, of any size, to `use`.
 *
 * @param mostAtOnce a larger file is read piece by piece, as `use` asks for it.
 * @throws InvalidInput as `use` does, and where it cannot be read.
 */
export function withFile<T>(path: string, use: (content: Pieces) => T, mostAtOnce = MOST_AT_ONCE): T {
  const file = attempt(path, () => openFile(path));
  try {
    const { size } = fstatSync(file);
    if (size <= mostAtOnce) return use(piecesOf(attempt(path, () => readFileSync(file))));
    return use({ size, read: (at, length) => attempt(path, () => pieceOf(file, at, length)) });
  } finally {
    closeSync(file);
  }
}

function pieceOf(file: number, at: number, length: number): Uint8Array {
  const piece = new Uint8Array(length);
  for (let have = 0; have < length;) {
    const count = readSync(file, piece, have, length - have, at + have);
    if (count === 0) throw new Error("it has become shorter while it was read");
    have += count;
  }
  return piece;
}

/** The descriptor that a path stands for: standard input, or what a shell has opened; null for a path of a file. */
function descriptorOf(path: string): number | null {
  if (path === "-" || path === "/dev/stdin") return 0;
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path) ?? [];
  return number === undefined ? null : Number(number);
}

// Opened without waiting: a pipe that nobody writes to would be waited for.
function openFile(path: string): number {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const what = specialName(fstatSync(file));
  if (what === null) return file;
  closeSync(file);
  throw new InvalidInput(`cannot read ${nameOf(path)}: it is ${what}`);
}

/** What is asked of what is at a path. */
type Kind = Readonly<Record<"isFile" | "isDirectory" | "isFIFO" | "isSocket", () => boolean>>;

/** What something is that is no file on disk, in words; null for a file. */
export function specialName(status: Kind): string | null {
  if (status.isFile()) return null;
  if (status.isDirectory()) return "a folder";
  return `a ${status.isFIFO() ? "pipe" : status.isSocket() ? "socket" : "device"}, not a file`;
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(`cannot read ${nameOf(path)}: ${reasonOf(error)}`);
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
    EPERM: "permission is denied",
    EROFS: "the disk can only be read",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of its path is not a folder",
    EEXIST: "there is a file of that name",
    EAGAIN: "nothing was given there",
    EBADF: "nothing was given there",
    ENXIO: "it is a socket or a device, not a file",
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
