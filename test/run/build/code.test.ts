import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../../src/data/index.ts";
import { CARRIERS, isCounted, readCode } from "../../../src/run/build/code.ts";
import { copyOfPackage } from "./copy.ts";

const root = packageRoot();
const folder = mkdtempSync(join(tmpdir(), "build-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a package holds, with the packages of this checkout. */
const copy = join(folder, "copy");
beforeAll(() => {
  copyOfPackage(copy);
});

test("a copy elsewhere is of the same build: it does not depend on the place, or on what is not in a package", () => {
  expect(readCode(copy)).toEqual(readCode(root));
});

/** Does something to the copy, and puts it back. */
function digestWith(file: string, change: (path: string) => void): string {
  const path = join(copy, file);
  const before = readFileSync(path);
  try {
    change(path);
    return readCode(copy).digest;
  } finally {
    writeFileSync(path, before);
  }
}

describe("the build is another one", () => {
  const { digest } = readCode(root);

  test("where an exponent of a formula is", () => {
    const changed = digestWith("dist/src/ridge/book/ridge.js", (path) => {
      const text = readFileSync(path, "utf8");
      expect(text).toContain("^2");
      writeFileSync(path, text.replace("^2", "^3"));
    });
    expect(changed).not.toBe(digest);
  });

  test.each([
    "dist/src/formula/kernel/polynomial.js",
    "dist/src/run/carry-out/worker-entry.js",
    "dist/src/index.js",
    "dist/src/random/noise.wasm",
    "dist/proofs/ridge/ties.js",
    "data/diabetes.csv",
    "data/digits.csv.gz",
    "proofs/coq/accepted.json",
    "proofs/coq/base/SumsOverModes.v",
  ])("where a byte more is in %s", (file) => {
    expect(digestWith(file, (path) => appendFileSync(path, "\n"))).not.toBe(digest);
    expect(readCode(copy).digest).toBe(digest);
  });

  test("where a file is new, or gone", () => {
    const path = join(copy, "dist", "src", "ridge", "new.js");
    writeFileSync(path, "");
    const more = readCode(copy).digest;
    rmSync(path);
    expect(new Set([more, readCode(copy).digest, digest]).size).toBe(2);
  });

  test("where another version of a package is, or of one that it depends on", () => {
    const packages = join(folder, "packages");
    const other = join(packages, "node_modules");
    mkdirSync(other, { recursive: true });
    for (const part of ["dist", "data", "proofs", "package.json"]) symlinkSync(join(copy, part), join(packages, part));
    for (const name of readdirSync(join(root, "node_modules"))) {
      if (name !== "mathjs" && name !== "decimal.js") symlinkSync(join(root, "node_modules", name), join(other, name));
    }
    const manifest = (name: string, version?: string): void => {
      const given = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as object;
      mkdirSync(join(other, name), { recursive: true });
      writeFileSync(
        join(other, name, "package.json"),
        JSON.stringify({ ...given, ...(version === undefined ? {} : { version }) }),
      );
    };
    manifest("mathjs");
    manifest("decimal.js");
    expect(readCode(packages)).toEqual(readCode(root));
    manifest("mathjs", "15.2.1");
    const { dependencies, digest: changed } = readCode(packages);
    expect([dependencies["mathjs"], changed === digest]).toEqual(["15.2.1", false]);
    manifest("mathjs");
    manifest("decimal.js", "99.0.0");
    expect([readCode(packages).dependencies["decimal.js"], readCode(packages).digest === digest]).toEqual([
      "99.0.0",
      false,
    ]);
  });
});

test.each(["dist/src/cli/check.js", "dist/src/report/page.js", "data/README.md", "README.md", "dist/src/index.d.ts"])(
  "it is the same where %s is another: that cannot change a result",
  (file) => {
    expect(digestWith(file, (path) => appendFileSync(path, "\n"))).toBe(readCode(root).digest);
  },
);

test("it is the same for another version of the package with the same code", () => {
  const other = digestWith("package.json", (path) => {
    const manifest = JSON.parse(readFileSync(path, "utf8")) as object;
    writeFileSync(path, JSON.stringify({ ...manifest, version: "99.0.0" }));
  });
  expect(other).toBe(readCode(root).digest);
});

const sources = ["src", "proofs"].flatMap((part) =>
  readdirSync(join(root, part), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
    .map((file) => join(part, file).replaceAll(sep, "/")),
);
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
const showsResults = (file: string): boolean => /^src\/(cli|report)\//.test(file);

test("all compiled code counts but what shows results, and nothing else imports from there", () => {
  const built = sources.filter((file) => !file.includes("/assembly/")).map((file) => `dist/${file.slice(0, -2)}js`);
  const left = built.filter((file) => !isCounted(join(root, file)));
  expect(left.length).toBeGreaterThan(50);
  expect(left.filter((file) => !showsResults(relative("dist", file)))).toEqual([]);
  const reaching = sources.filter((file) => !showsResults(file) && /\.\.\/(cli|report)\//.test(textOf(file)));
  expect(reaching).toEqual([]);
});

test("packages that do not count are imported by what shows, keeps or carries results alone", () => {
  const importers = sources.filter((file) => {
    const imported = [...textOf(file).matchAll(/(?:from |import\(|resolve\()"([^".][^"]*)"/g)].map(([, name]) => name!);
    return imported.some((name) => CARRIERS.some((carrier) => name === carrier || name.startsWith(`${carrier}/`)));
  });
  expect(importers.length).toBeGreaterThan(10);
  expect(importers.filter((file) => !showsResults(file) && !file.startsWith("src/run/carry-out/queue/"))).toEqual([]);
  const manifest = JSON.parse(textOf("package.json")) as { readonly dependencies: object };
  expect(CARRIERS.filter((name) => !Object.hasOwn(manifest.dependencies, name))).toEqual([]);
});

test("what npm packs is of the same build", () => {
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", root, "--ignore-scripts", "--json", "--pack-destination", folder], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  ) as [{ readonly filename: string }];
  execFileSync("tar", ["-xzf", join(folder, packed.filename), "-C", folder]);
  symlinkSync(join(root, "node_modules"), join(folder, "package", "node_modules"));
  expect(readCode(join(folder, "package"))).toEqual(readCode(root));
});
