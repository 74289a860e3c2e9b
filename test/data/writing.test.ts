import { spawnSync } from "node:child_process";
import {
  chmodSync,
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
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packageRoot } from "../../src/data/index.ts";
import { makeFolder, requireFolder, requireWritable, writeWhole } from "../../src/data/writing.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "writing-"))));
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

const LONG = "x".repeat(300);

test.each<[string, string, string]>([
  ["an empty path", "", "cannot write a file without a name; an empty path is given"],
  ["a name that is too long", LONG, ": its name is too long"],
  ["a path through a file", "file/inside", ": a part of its path is not a folder"],
  ["a path that ends as a folder's", "new/", ": its path ends as that of a folder"],
  ["a null byte", "a\0b", ": a path cannot hold a null byte"],
])("%s is refused before any work is done", (_, name, message) => {
  writeFileSync(join(folder, "file"), "");
  expect(() => requireWritable(name === "" ? "" : `${folder}/${name}`)).toThrow(message);
  expect(readdirSync(folder)).toEqual(["file"]);
});

test.runIf(process.platform === "linux")(
  "where nothing can be written, though permissions allow it, is found by trying",
  () => {
    expect(() => requireWritable("/proc/result.json")).toThrow("cannot write /proc/result.json: ");
    expect(() => requireFolder("/proc/report")).toThrow("cannot write to the folder /proc/report: ");
  },
);

// As somebody to whom it matters: to root nothing is protected.
test("what is protected is refused", () => {
  const file = join(folder, "kept.json");
  writeFileSync(file, "");
  chmodSync(folder, 0o755);
  chmodSync(file, 0o444);
  const program = `
    const { requireWritable } = await import(${JSON.stringify(pathToFileURL(join(packageRoot(), "dist/src/data/writing.js")).href)});
    if (process.getuid() === 0) process.setuid(65534);
    requireWritable(${JSON.stringify(file)});`;
  const { stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" });
  expect(stderr).toContain(`cannot write ${file}: permission is denied`);
});

test.runIf(process.platform !== "win32")("a pipe is neither written to nor made a folder of", () => {
  const pipe = join(folder, "pipe");
  expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
  expect(() => requireWritable(pipe)).toThrow(`cannot write ${pipe}: it is a pipe, not a file`);
  expect(() => requireFolder(pipe)).toThrow(`cannot write to the folder ${pipe}: it is a pipe, not a file`);
  expect(() => requireFolder(join(pipe, "report"))).toThrow("a part of its path is not a folder");
});

test("a folder is made with those above it, and one that cannot be is refused before, with nothing made", () => {
  const deep = join(folder, "a", "b");
  requireFolder(deep);
  expect(readdirSync(folder)).toEqual([]);
  makeFolder(deep);
  makeFolder(deep);
  expect(readdirSync(join(folder, "a"))).toEqual(["b"]);
  writeFileSync(join(folder, "file"), "");
  expect(() => requireFolder(join(folder, "file"))).toThrow("there is a file of that name");
  expect(() => requireFolder(join(folder, "file", "x"))).toThrow("a part of its path is not a folder");
  expect(() => requireFolder(join(folder, LONG))).toThrow("its name is too long");
  expect(() => requireFolder("")).toThrow("cannot write to a folder without a name; an empty path is given");
});
