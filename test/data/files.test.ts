import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isFile, nameOf, packageRoot, readText, requireFile, withFile } from "../../src/data/files.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "files-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("what cannot be read is refused in one sentence", () => {
  const missing = join(folder, "none.csv");
  expect(() => readText(missing)).toThrow(`cannot read ${missing}: there is no such file or folder`);
  expect(() => readText(folder)).toThrow(`cannot read ${folder}: it is a folder`);
});

test.runIf(existsSync("/dev/zero"))("a device, which may have no end, is not read", () => {
  expect(() => readText("/dev/zero")).toThrow("cannot read /dev/zero: it is a device, not a file");
});

const makePipe = (path: string): boolean => spawnSync("mkfifo", [path]).status === 0;
const hasPipes = process.platform !== "win32";

test.runIf(hasPipes)("a pipe that nobody writes to is refused, not waited for", () => {
  const pipe = join(folder, "pipe.csv");
  expect(makePipe(pipe)).toBe(true);
  const link = join(folder, "link.csv");
  symlinkSync(pipe, link);
  for (const path of [pipe, link]) {
    for (const read of [readText, requireFile, (each: string) => withFile(each, () => null)]) {
      expect(() => read(path)).toThrow(`cannot read ${path}: it is a pipe, not a file`);
    }
  }
});

test.runIf(hasPipes)("a socket is refused", async () => {
  const path = join(folder, "socket");
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(path, resolve));
  try {
    expect(() => readText(path)).toThrow(`cannot read ${path}: it is a socket`);
    expect(() => requireFile(path)).toThrow(`cannot read ${path}: it is a socket`);
  } finally {
    server.close();
  }
});

test.runIf(existsSync("/dev/fd"))("what a shell has opened is read, as it was given on purpose", () => {
  const file = join(folder, "x.txt");
  writeFileSync(file, "1,2");
  const descriptor = openSync(file, "r");
  try {
    expect(readText(`/dev/fd/${descriptor}`)).toBe("1,2");
  } finally {
    closeSync(descriptor);
  }
  expect(() => readText("/dev/fd/987654")).toThrow("cannot read /dev/fd/987654: nothing was given there");
});

test("a file is no folder, and what is not there is no file", () => {
  expect(isFile(folder)).toBe(false);
  expect(isFile(join(folder, "x".repeat(300)))).toBe(false);
  expect(() => requireFile(folder)).toThrow(`cannot read ${folder}: it is a folder`);
  const file = join(folder, "x.txt");
  writeFileSync(file, "");
  requireFile(file);
  expect(isFile(file)).toBe(true);
});

test("a byte-order mark is no part of the text", () => {
  const path = join(folder, "bom.csv");
  writeFileSync(path, "\uFEFF1,2");
  expect(readText(path)).toBe("1,2");
});

test("- is called standard input", () => {
  expect([nameOf("-"), nameOf("a.json")]).toEqual(["standard input", "a.json"]);
});

test("the package's folder is where its package.json is", () => {
  expect(existsSync(join(packageRoot(), "package.json"))).toBe(true);
});
