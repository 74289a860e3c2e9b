import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFeatures } from "../../src/data/features.ts";
import { InvalidInput } from "../../src/data/invalid-input.ts";
import { readLabels } from "../../src/data/labels.ts";

/*
 * Each hint is a line of Python: followed with the very file, it gives one that is read. Without NumPy there is nobody to
 * follow it (the project's own run has it).
 */
const python = (code: string, cwd: string): { readonly status: number | null; readonly stderr: string } =>
  spawnSync("python3", ["-c", `import numpy as np\n${code}`], { cwd, encoding: "utf8" });
const hasNumPy = python("", tmpdir()).status === 0;

const folder = mkdtempSync(join(tmpdir(), "hints-"));
afterAll(() => rmSync(folder, { recursive: true }));
const before = process.cwd();
afterAll(() => process.chdir(before));

/** Files that are refused: what makes x, what it is read as, and where the hint saves it. */
const files: Readonly<Record<string, readonly [string, "features" | "labels", string?]>> = {
  "a dictionary": [`{"clean": np.arange(6) % 3, "noisy": np.arange(6) % 2}`, "labels", "x-fixed.npz:clean"],
  "a dictionary of features": [`{"features": np.ones((3, 2))}`, "features", "x-fixed.npz:features"],
  "an array of Python numbers": ["np.array([[1, 2.5], [3, 4]], dtype=object)", "features"],
  "an array of Python text": [`np.array(["cat", "dog", "cat"], dtype=object)`, "labels"],
  "a row of classes": ["np.array([[0, 1, 0, 1]])", "labels"],
  "one-hot rows": ["np.eye(3)[[0, 2, 1, 1]]", "labels"],
  "classes in three dimensions": ["np.array([0, 1, 0]).reshape(3, 1, 1)", "labels"],
  "classes beyond 2⁵³": ["np.array([2**60, 2**60 + 1, 2**60])", "labels"],
  "dates as classes": [`np.array(["2020-01-01", "2021-01-01"], dtype="datetime64[D]")`, "labels"],
  "dates as features": [`np.array([["2020-01-01"], ["2021-01-01"]], dtype="datetime64[D]")`, "features"],
  "one feature": ["np.array([1.5, 2.5])", "features"],
  "one number": ["np.array(1.5)", "features"],
  images: ["np.ones((3, 2, 2))", "features"],
  "integers beyond 2⁵³": ["np.array([2**60, 2**60 + 1])", "features"],
  "complex numbers": ["np.array([1 + 0j, 2])", "features"],
  "extended precision": ["np.array([[1, 2], [3, 4]], dtype=np.longdouble)", "features"],
  "numbers as text": [`np.array([["1.5", "2"], ["3", "4"]])`, "features"],
  "bfloat16, as ml_dtypes writes it": [
    `(np.ones((3, 2), "<f4").view("<u4") >> 16).astype("<u2").view("|V2")`,
    "features",
  ],
  "bfloat16 in Fortran order": [
    `np.asfortranarray((np.ones((3, 2), "<f4").view("<u4") >> 16).astype("<u2")).view("|V2")`,
    "features",
  ],
  "a structured array": [
    `np.array([(1, 2.5, "a"), (3, 4.5, "b")], dtype=[("u", "<i4"), ("v", "<f8"), ("name", "<U3")])`,
    "features",
  ],
  "a structured array of classes": [
    `np.array([(0, "a"), (1, "b")], dtype=[("class", "<i4"), ("name", "<U3")])`,
    "labels",
  ],
};

beforeAll(() => {
  for (const [name, [array]] of Object.entries(files)) {
    mkdirSync(join(folder, name));
    if (hasNumPy) expect(python(`np.save("x.npy", np.array(${array}))`, join(folder, name)).stderr).toBe("");
  }
});

const read = (path: string, use: "features" | "labels"): unknown =>
  use === "features" ? readFeatures(path) : readLabels(path);

const hintFor = (path: string, use: "features" | "labels"): string => {
  try {
    read(path, use);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    const [hint] = /(?:np\.save\(|d = np\.load\().*$/.exec((error as Error).message) ?? [];
    expect(hint, (error as Error).message).toBeDefined();
    return hint!;
  }
  throw new Error("it is read");
};

describe.runIf(hasNumPy)("a hint that is followed gives a file that is read:", () => {
  test.each(Object.entries(files))("%s", (name, [, use, result = "fixed.npy"]) => {
    process.chdir(join(folder, name));
    expect(python(hintFor("x.npy", use), ".").stderr).toBe("");
    expect(read(result, use)).toBeTruthy();
  });

  test("of an array in an archive as well", () => {
    process.chdir(folder);
    expect(python(`np.savez("y z.npz", **{"a/b:0": np.array([[0, 1, 1]])})`, ".").stderr).toBe("");
    expect(python(hintFor("y z.npz:a/b:0", "labels"), ".").stderr).toBe("");
    expect(readLabels("fixed.npy").labels).toEqual(Int32Array.of(0, 1, 1));
  });

  test("and of a file with bytes left over", () => {
    process.chdir(folder);
    expect(python(`f = open("two.npy", "wb"); np.save(f, np.ones((2, 2))); np.save(f, np.ones(3))`, ".").stderr).toBe(
      "",
    );
    expect(python(hintFor("two.npy", "features"), ".").stderr).toBe("");
    expect(readFeatures("fixed.npy")).toMatchObject({ rows: 2, columns: 2 });
  });
});
