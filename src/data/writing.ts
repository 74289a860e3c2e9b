import { randomUUID } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { nameOf, reasonOf, specialName } from "./files.ts";
import { InvalidInput } from "./invalid-input.ts";

const TO_FOLDER = "to the folder ";

/**
 * Writes a whole file or nothing: the text is written beside it and renamed. What is no file on disk but can be written to, as
 * `requireWritable` tells it, is written to and not replaced.
 *
 * @throws InvalidInput
 */
export function writeWhole(path: string, text: string): void {
  attempt(path, () => {
    if (isStream(path, statusOf(path))) return writeFileSync(path, text);
    const beside = besides(path);
    try {
      writeFileSync(beside, text);
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  });
}

/**
 * Refuses, before any work is done, a path that could not be written at its end, and leaves nothing there. A pipe is written to
 * where a shell has opened it (`/dev/stdout`, `/dev/fd/N`, as of `>(command)`); any other would be waited for.
 *
 * @throws InvalidInput
 */
export function requireWritable(path: string): void {
  if (path === "") throw new InvalidInput("cannot write a file without a name; an empty path is given");
  attempt(path, () => {
    const status = statusOf(path);
    if (isStream(path, status)) return accessSync(path, constants.W_OK);
    if (/[\\/]$/.test(path) && status === null) throw refusal(path, "its path ends as that of a folder");
    const special = status && specialName(status);
    if (special !== null) throw refusal(path, `it is ${special}`);
    if (status !== null) accessSync(path, constants.W_OK);
    tryToWrite(besides(path));
  });
}

/** Makes a folder, and those above it, where there is none yet, and refuses one that cannot be written to. @throws InvalidInput */
export function makeFolder(path: string): void {
  requireFolder(path);
  attempt(path, () => mkdirSync(path, { recursive: true }), TO_FOLDER);
}

/** Refuses a folder that could not be made or not be written to, and makes nothing. @throws InvalidInput */
export function requireFolder(path: string): void {
  if (path === "") throw new InvalidInput("cannot write to a folder without a name; an empty path is given");
  attempt(
    path,
    () => {
      let there = resolve(path);
      let status = statusOf(there);
      while (status === null) {
        const missing = there;
        there = dirname(there);
        // A name that is too long, say, is refused only where it is looked up in a folder that is there.
        status = statusOf(there);
        if (status?.isDirectory() === true) return tryToMake(missing);
      }
      if (!status.isDirectory()) throw refusal(path, whyNoFolder(status, there === resolve(path)), TO_FOLDER);
      tryToWrite(join(there, `.${randomUUID()}.partial`));
    },
    TO_FOLDER,
  );
}

function whyNoFolder(status: Stats, isItself: boolean): string {
  if (!isItself) return "a part of its path is not a folder";
  const special = specialName(status);
  return special === null ? "there is a file of that name" : `it is ${special}`;
}

function tryToWrite(file: string): void {
  closeSync(openSync(file, "wx"));
  rmSync(file);
}

function tryToMake(folder: string): void {
  mkdirSync(folder);
  rmSync(folder, { recursive: true });
}

function besides(path: string): string {
  return join(dirname(resolve(path)), `.${randomUUID()}.partial`);
}

/** What is at a path, links followed; null where nothing is. Below a file nothing is, or (up to Node 20) the system's refusal. */
function statusOf(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

// What is written to in place: what a shell has opened, and devices that take text one after the other, such as /dev/null.
function isStream(path: string, status: Stats | null): boolean {
  if (status === null || status.isFile() || status.isDirectory()) return false;
  return status.isCharacterDevice() || /^\/dev\/(?:stdout|stderr|fd\/\d+)$|^\/proc\/self\/fd\/\d+$/.test(path);
}

function attempt<T>(path: string, action: () => T, what = ""): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw refusal(path, reasonOf(error), what);
  }
}

function refusal(path: string, why: string, what = ""): InvalidInput {
  return new InvalidInput(`cannot write ${what}${nameOf(path)}: ${why}`);
}
