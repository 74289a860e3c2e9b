import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { InvalidInput } from "../../../src/data/index.ts";
import { summarise } from "../../../src/ridge/index.ts";
import { readRidgeProblem } from "../../../src/ridge/problem/problem-file.ts";

const folder = mkdtempSync(join(tmpdir(), "ridge-problem-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("a spectrum is read as it is written", () => {
  const spectrum = { singularValues: [2, 1], signal: [1, -1], noiseVariance: 0.5, residualSignal: 3 };
  expect(readRidgeProblem(file("spectrum.json", JSON.stringify(spectrum)))).toEqual(spectrum);
});

test("a design gives the same problem as rows of numbers and as a CSV file beside the problem file", () => {
  file("design.csv", "age,dose\n3,0\n0,4\n");
  const rows = { design: [[3, 0], [0, 4]], parameter: [1, 2], noiseVariance: 1 }; // prettier-ignore
  const expected = { singularValues: [4, 3], noiseVariance: 1, residualSignal: 0 };
  const fromRows = readRidgeProblem(file("rows.json", JSON.stringify(rows)));
  expect(fromRows).toMatchObject(expected);
  expect(fromRows.signal.map(Math.abs)).toEqual([2, 1]);
  expect(readRidgeProblem(file("csv.json", JSON.stringify({ ...rows, design: "design.csv" })))).toEqual(fromRows);
});

test("a design whose header is numbers is read as is said, and asks where nothing is", () => {
  file("counted.csv", "0,1\n3,0\n0,1\n");
  const problem = file("counted.json", '{"design": "counted.csv", "parameter": [1, 1], "noiseVariance": 1}');
  expect(() => readRidgeProblem(problem)).toThrow(
    `${problem}: counted.csv: line 1 counts the columns, 0, 1, as the header that pandas writes by default; is it a header`,
  );
  // By hand: s = 9 and 1, θ = 1; λ = 1, ξ = 0: (1² + 9 · 1)/10² + (1² + 1 · 1)/2² = 0.1 + 0.5.
  const { error } = summarise(readRidgeProblem(problem, { header: "yes" }), 1, 0);
  expect(error).toBeCloseTo(0.6, 14);
  expect(readRidgeProblem(problem, { header: "no" }).singularValues).not.toEqual([3, 1]);
});

test("a design in R's way and in a spreadsheet's way is the same problem", () => {
  const reads = (csv: string): unknown => {
    file("other.csv", csv);
    return readRidgeProblem(file("other.json", '{"design": "other.csv", "parameter": [1, 2], "noiseVariance": 1}'));
  };
  const expected = reads("a,b\n3.5,0\n0,4\n");
  for (const csv of ['"","a","b"\n"1",3.5,0\n"2",0,4\n', "a;b\r\n3,5;0\r\n0;4\r\n", "a b\n1 3.5 0\n2 0 4\n"]) {
    expect(reads(csv)).toEqual(expected);
  }
});

test("a design that would be overwritten is not read", () => {
  const design = file("kept.csv", "a,b\n3,0\n0,4\n");
  const problem = file("kept.json", '{"design": "kept.csv", "parameter": [1, 2], "noiseVariance": 1}');
  expect(() => readRidgeProblem(problem, { outputs: [design] })).toThrow("the design would be overwritten by");
  expect(() => readRidgeProblem(problem, { outputs: [join(folder, "new.csv")] })).not.toThrow();
});

test.runIf(process.platform !== "win32")(
  "a pipe in place of a design, or of the problem, is refused and not waited for",
  () => {
    for (const name of ["pipe.csv", "pipe.json"]) expect(spawnSync("mkfifo", [join(folder, name)]).status).toBe(0);
    const problem = file("piped.json", '{"design": "pipe.csv", "parameter": [1], "noiseVariance": 1}');
    expect(() => readRidgeProblem(problem)).toThrow("it is a pipe, not a file");
    expect(() => readRidgeProblem(join(folder, "pipe.json"))).toThrow("it is a pipe, not a file");
  },
);

test.each([
  [
    "a field nobody knows",
    '{"singularValues": [1], "signal": [1], "noiseVariance": 1, "gamma": 2}',
    'unknown field "gamma"',
  ],
  ["a missing field", '{"singularValues": [1], "signal": [1]}', "the field noiseVariance is missing"],
  ["text for a number", '{"singularValues": ["one"], "signal": [1], "noiseVariance": 1}', 'singularValues[0] is "one"'],
  ["null for a number", '{"singularValues": [1], "signal": [null], "noiseVariance": 1}', "signal[0] is no number"],
  ["a syntax error", '{"singularValues": [1,,2]}', "is not JSON: line 1, column 23"],
  ["no object", "[1, 2]", "expected an object"],
  ["an empty design", '{"design": [], "parameter": [], "noiseVariance": 1}', "design is empty"],
  ["ragged rows", '{"design": [[1, 2], [3]], "parameter": [1, 1], "noiseVariance": 1}', "design[1] has length 1"],
  ["a missing CSV file", '{"design": "none.csv", "parameter": [1], "noiseVariance": 1}', "there is no such file"],
  ["an impossible value", '{"singularValues": [1], "signal": [1], "noiseVariance": -1}', "noiseVariance is -1"],
])("%s is refused in one sentence that names the file", (_, content, message) => {
  const path = file("bad.json", content);
  expect(() => readRidgeProblem(path)).toThrow(message);
  if (!message.includes("no such file")) expect(() => readRidgeProblem(path)).toThrow(path);
});

describe("the CSV file that a problem names lies in the problem's folder", () => {
  mkdirSync(join(folder, "problems", "designs"), { recursive: true });
  mkdirSync(join(folder, "problems-too"));
  const outside = file("outside.csv", "3,0\n0,4\n");
  file("problems-too/x.csv", "3,0\n0,4\n");
  file("problems/x.csv", "3,0\n0,4\n");
  file("problems/designs/x.csv", "3,0\n0,4\n");
  symlinkSync(outside, join(folder, "problems", "link.csv"));
  symlinkSync(folder, join(folder, "problems", "up"));
  symlinkSync(join(folder, "problems", "x.csv"), join(folder, "problems", "own.csv"));
  symlinkSync(join(folder, "problems"), join(folder, "also"));
  symlinkSync("circle.csv", join(folder, "problems", "circle.csv"));

  const naming = (design: string): string =>
    file("problems/problem.json", JSON.stringify({ design, parameter: [1, 2], noiseVariance: 1 }));

  test.each([
    "x.csv",
    "./designs/x.csv",
    "designs/../x.csv",
    "../problems/x.csv",
    join(folder, "problems/x.csv"),
    "own.csv",
  ])("%s is read", (design) => {
    expect(readRidgeProblem(naming(design)).singularValues).toEqual([4, 3]);
    // Through a link to the folder as well: it is the same folder.
    const linked = design.startsWith(folder) ? join(folder, "also", "x.csv") : design;
    if (!linked.startsWith("../")) {
      naming(linked);
      expect(readRidgeProblem(join(folder, "also", "problem.json")).singularValues).toEqual([4, 3]);
    }
  });

  test.each([
    ["a file above", "../outside.csv"],
    ["one by its full path", outside],
    ["a folder whose name begins alike", "../problems-too/x.csv"],
    ["a link to a file outside", "link.csv"],
    ["a link to a folder outside", "up/outside.csv"],
  ])("%s is refused, unless that is allowed", (_, design) => {
    const read = (allowOutside?: boolean): readonly number[] =>
      readRidgeProblem(naming(design), { allowOutside }).singularValues;
    expect(() => read()).toThrow(InvalidInput);
    expect(() => read()).toThrow(
      `${folder}/problems/problem.json: ${design} lies outside the folder of the file that names it; move it there, or give --allow-outside`,
    );
    expect(read(true)).toEqual([4, 3]);
  });

  test("whether there is a file outside is not told", () => {
    expect(() => readRidgeProblem(naming("../none.csv"))).toThrow("../none.csv lies outside the folder");
    expect(() => readRidgeProblem(naming("/none/none.csv"))).toThrow("/none/none.csv lies outside the folder");
  });

  test.each([
    ["none.csv", "there is no such file or folder"],
    ["circle.csv", "its links run in a circle"],
    ["", "it is a folder"],
    ["x\0.csv", "a path cannot hold a null byte"],
    ["x".repeat(1000), "its name is too long"],
  ])("%j cannot be read, and the reason is said", (design, reason) => {
    expect(() => readRidgeProblem(naming(design))).toThrow(reason);
    expect(() => readRidgeProblem(naming(design))).toThrow(/^[^\n]*$/);
  });
});
