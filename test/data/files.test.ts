import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { nameOf, packageRoot, readText } from "../../src/data/files.ts";
import { requireWritable, writeWhole } from "../../src/data/writing.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "files-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("a file is written whole, replacing what was there, and leaves nothing beside it", () => {
  const path = join(folder, "result.json");
  writeWhole(path, "one");
  writeWhole(path, "two");
  expect(readFileSync(path, "utf8")).toBe("two");
  expect(readdirSync(folder)).toEqual(["result.json"]);
});

test("a write that fails leaves nothing behind", () => {
  const target = join(folder, "taken");
  mkdirSync(target);
  writeFileSync(join(target, "inside"), "");
  expect(() => writeWhole(target, "text")).toThrow(`cannot write ${target}: `);
  expect(readdirSync(folder)).toEqual(["taken"]);
});

test("a device is written to, not replaced", () => {
  const link = join(folder, "full");
  symlinkSync("/dev/full", link); // replacing the link would do no harm, replacing the device would
  requireWritable(link);
  expect(() => writeWhole(link, "text")).toThrow(`cannot write ${link}: no space is left on the disk`);
  expect(statSync(link).isCharacterDevice()).toBe(true);
});

test("a path through a file is refused in one sentence", () => {
  const path = join(folder, "file");
  writeFileSync(path, "");
  expect(() => writeWhole(join(path, "inside"), "text")).toThrow(
    `cannot write ${join(path, "inside")}: a part of its path is not a folder`,
  );
});

test("what cannot be written is refused before any work is done, and nothing is made", () => {
  const nowhere = join(folder, "none", "result.json");
  expect(() => requireWritable(nowhere)).toThrow(`cannot write ${nowhere}: there is no such file or folder`);
  expect(() => requireWritable(folder)).toThrow(`cannot write ${folder}: it is a folder`);
  requireWritable(join(folder, "result.json"));
  expect(readdirSync(folder)).toEqual([]);
});

test("what cannot be read is refused in one sentence", () => {
  const missing = join(folder, "none.csv");
  expect(() => readText(missing)).toThrow(`cannot read ${missing}: there is no such file or folder`);
  expect(() => readText(folder)).toThrow(`cannot read ${folder}: it is a folder`);
});

test.runIf(existsSync("/dev/zero"))("a device, which may have no end, is not read", () => {
  expect(() => readText("/dev/zero")).toThrow("cannot read /dev/zero: it is a device, not a file");
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
