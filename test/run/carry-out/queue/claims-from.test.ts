import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { InvalidInput } from "../../../../src/data/index.ts";
import { digestOfClaims } from "../../../../src/run/claims/claims-file.ts";
import { claimsFolder, permitted } from "../../../../src/run/carry-out/queue/claims-from.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "claims-from-")));
afterAll(() => rmSync(root, { recursive: true }));
const at = (...parts: string[]): string => join(root, ...parts);

for (const folder of ["in", "in2", "out"]) mkdirSync(at(folder));
for (const folder of ["in", "in2", "out"]) {
  writeFileSync(at(folder, "c.mjs"), 'import "./h.mjs";');
  writeFileSync(at(folder, "h.mjs"), "");
}
symlinkSync(at("out", "c.mjs"), at("in", "link.mjs"));
symlinkSync(at("out"), at("in", "folder"));
symlinkSync(at("in", "c.mjs"), at("out", "into.mjs"));
symlinkSync(at("in"), at("alias"));

const task = async (claimsFile: string): Promise<object> => ({
  claim: "a/b",
  claimsFile,
  claimsSha256: await digestOfClaims(claimsFile),
});

test("a module in the folder may be run, under its own path, wherever links to it or to the folder stand", async () => {
  for (const file of [at("in", "c.mjs"), at("out", "into.mjs"), at("alias", "c.mjs")]) {
    const given = await task(file);
    expect(await permitted(given, claimsFolder(at("alias")))).toEqual({ ...given, claimsFile: at("in", "c.mjs") });
  }
});

test("a module elsewhere is not, whatever its path or the links to it say, and neither is one that is not there", async () => {
  const folder = claimsFolder(at("in"));
  const there = ["out/c.mjs", "in2/c.mjs", "in/../out/c.mjs", "in/link.mjs", "in/folder/c.mjs"];
  for (const file of there) {
    const refused = permitted(await task(`${root}/${file}`), folder);
    await expect(refused).rejects.toThrow(InvalidInput);
    await expect(refused).rejects.toThrow(`is not in ${folder}, from which alone its worker runs claims; put it there`);
  }
  const missing = permitted({ claimsFile: at("out", "none.mjs"), claimsSha256: "" }, folder);
  await expect(missing).rejects.toThrow(`is not in ${folder}`);
});

test("without a folder none is, and the sentence says how to start a worker that may", async () => {
  const refused = permitted(await task(at("in", "c.mjs")), undefined);
  await expect(refused).rejects.toThrow(`start it with --claims-from and the folder of ${at("in", "c.mjs")}`);
});

test("a module, or one that it imports, that is not what the run was planned with is not run", async () => {
  const given = await task(at("in", "c.mjs"));
  writeFileSync(at("in", "h.mjs"), "1");
  await expect(permitted(given, claimsFolder(at("in")))).rejects.toThrow("is another on its worker's machine");
  expect(await permitted(await task(at("in", "c.mjs")), claimsFolder(at("in")))).toBeDefined();
});

test.each([undefined, null, 7, {}, "c.mjs", "./in/c.mjs"])(
  "a job that names %j names no module",
  async (claimsFile) => {
    await expect(permitted({ claimsFile }, claimsFolder(at("in")))).rejects.toThrow(
      "expected the whole path of a module",
    );
  },
);

test("a task without claims of a file is as it was", async () => {
  for (const given of [null, 7, "x", { claim: "a/b" }]) expect(await permitted(given, undefined)).toBe(given);
});

test("what is no folder is refused when the worker is started", () => {
  expect(() => claimsFolder(at("none"))).toThrow("there is no such file or folder");
  expect(() => claimsFolder(at("in", "c.mjs"))).toThrow("is no folder");
});

test("the folder's own parent is not in it", async () => {
  await expect(permitted({ claimsFile: root, claimsSha256: "" }, claimsFolder(at("in")))).rejects.toThrow("is not in");
});
