import { linkSync, mkdirSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { isSameFile } from "../../src/data/same-file.ts";
import { temporaryFolder } from "./temporary.ts";

const { folder, write } = temporaryFolder();

test("two paths are one file by links, by ways round, and before it is there", () => {
  const file = write("a.json", "");
  linkSync(file, join(folder, "hard.json"));
  symlinkSync(file, join(folder, "soft.json"));
  mkdirSync(join(folder, "sub"));
  symlinkSync(folder, join(folder, "sub", "up"));
  const same = [
    [file, join(folder, "hard.json")],
    [file, join(folder, "soft.json")],
    [file, join(folder, "sub", "up", "a.json")],
    [file, relative(process.cwd(), file)],
    [join(folder, "new"), join(folder, "sub", "..", "new")],
    [join(folder, "new"), join(folder, "sub", "up", "new")],
    [join(folder, "none", "new"), join(folder, "sub", "up", "none", "new")],
  ] as const;
  for (const [one, other] of same) expect(isSameFile(one, other), `${one} ${other}`).toBe(true);
});

test("others are not, nor what takes text one after the other", () => {
  expect(isSameFile(write("a.json", ""), write("b.json", ""))).toBe(false);
  expect(isSameFile(join(folder, "x"), join(folder, "y"))).toBe(false);
  expect(isSameFile("/dev/null", "/dev/null")).toBe(false);
});
