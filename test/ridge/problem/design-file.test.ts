import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { Fractions } from "../../../src/formula/index.ts";
import { readGivenProblem, readRidgeProblem } from "../../../src/ridge/problem/problem-file.ts";
import { npyOf, npzOf } from "../../data/numpy-files.ts";

const folder = mkdtempSync(join(tmpdir(), "design-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const tenths = [[0.1, 0], [0, 0.2], [0, 0]]; // prettier-ignore
const problemOf = (design: unknown, name = "problem.json"): string =>
  file(name, JSON.stringify({ design, parameter: [1, 2], noiseVariance: 1 }));

test("numbers of a .npy or .npz design are the doubles it holds, those of a CSV file decimals", () => {
  const bytes = npyOf(tenths);
  file("tenths.npy", bytes);
  file("tenths.npz", npzOf({ X: bytes, "other/X": npyOf([[1, 2]]) }));
  const csv = tenths.map((row) => row.join(",")).join("\n");
  file("tenths.csv", csv);
  file("tenths.csv.gz", gzipSync(csv));
  const held = (design: string): unknown => {
    const given = readGivenProblem(problemOf(design));
    return "design" in given ? given.design[0]![0] : null;
  };
  expect(held("tenths.npy")).toEqual(Fractions.fromNumber(0.1));
  expect(held("tenths.npz:X")).toEqual(Fractions.fromNumber(0.1));
  expect(held("tenths.csv")).toEqual(Fractions.parse("1/10"));
  expect(held("tenths.csv.gz")).toEqual(Fractions.parse("1/10"));
  expect(Fractions.equal(Fractions.fromNumber(0.1), Fractions.parse("1/10")!)).toBe(false);
});

test("where all numbers are doubles the format of a design changes nothing", () => {
  const rows = [[3, 0.5], [-0.25, 4], [1, 1]]; // prettier-ignore
  const expected = readRidgeProblem(problemOf(rows));
  file("rows.npy", npyOf(rows));
  file("rows.csv", rows.map((row) => row.join(",")).join("\n"));
  for (const name of ["rows.npy", "rows.csv"]) expect(readRidgeProblem(problemOf(name))).toEqual(expected);
});

test.each([
  ["a number that is not finite", npyOf([[1, 2], [Number.NaN, 4]]), "row 2, column 1: NaN is not a finite number"], // prettier-ignore
  ["another width than the parameter", npyOf([[1], [2]]), "parameter has length 2 and design has 1 columns"],
  ["bytes that are no array", "1,2\n", "odd.npy"],
])("a .npy design with %s is refused in one sentence", (_, bytes, reason) => {
  file("odd.npy", bytes);
  expect(() => readRidgeProblem(problemOf("odd.npy"))).toThrow(reason);
  expect(() => readRidgeProblem(problemOf("odd.npy"))).toThrow(/^[^\n]*problem\.json[^\n]*$/);
});

test("an array of a .npz outside the problem's folder is refused, whatever it is called", () => {
  mkdirSync(join(folder, "inner"), { recursive: true });
  file("outer.npz", npzOf({ X: npyOf([[3, 0], [0, 4]]) })); // prettier-ignore
  symlinkSync("../outer.npz", join(folder, "inner", "link.npz"));
  for (const design of ["../outer.npz:X", "link.npz:X", "link.npz"]) {
    const problem = problemOf(design, "inner/problem.json");
    expect(() => readRidgeProblem(problem)).toThrow("lies outside the folder of the file that names it");
    expect(readRidgeProblem(problem, { allowOutside: true }).singularValues).toEqual([4, 3]);
  }
});

test("a .npz design that would be overwritten is not read", () => {
  const design = file("kept.npz", npzOf({ X: npyOf([[3, 0], [0, 4]]) })); // prettier-ignore
  expect(() => readRidgeProblem(problemOf("kept.npz:X"), { outputs: [design] })).toThrow("would be overwritten");
});
