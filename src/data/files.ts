import { randomUUID } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InvalidInput } from "./invalid-input.ts";

const STANDARD_INPUT = 0;

/** The text of a file, or of standard input for `-`. @throws InvalidInput where it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path === "-" ? STANDARD_INPUT : path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new InvalidInput(`cannot read ${nameOf(path)}: ${reason(error)}`);
  }
}

/** Writes a whole file or nothing: the text is written beside it and renamed. @throws InvalidInput */
export function writeWhole(path: string, text: string): void {
  const beside = join(dirname(resolve(path)), `.${randomUUID()}.partial`);
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new InvalidInput(`cannot write ${path}: ${reason(error)}`);
  }
}

/** Refuses, before any work is done, a path that could not be written at its end. @throws InvalidInput */
export function requireWritable(path: string): void {
  try {
    accessSync(dirname(resolve(path)), constants.W_OK);
  } catch (error) {
    throw new InvalidInput(`cannot write ${path}: ${reason(error)}`);
  }
  if (existsSync(path) && statSync(path).isDirectory()) throw new InvalidInput(`cannot write ${path}: it is a folder`);
}

/** Makes a folder, and those above it, where there is none yet, and refuses one that cannot be written to. @throws InvalidInput */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new InvalidInput(`cannot write to the folder ${path}: ${reason(error)}`);
  }
}

/** How a message calls a file: its path, or "standard input". */
export function nameOf(path: string): string {
  return path === "-" ? "standard input" : path;
}

/** The folder of this package, found by its package.json, whether the code runs as source or built. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Record<string, string> = {
    ENOENT: "there is no such file or folder",
    EACCES: "permission is denied",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of its path is not a folder",
    EEXIST: "there is a file of that name",
    EAGAIN: "nothing was given there",
  };
  return known[code ?? ""] ?? (error as Error).message;
}
