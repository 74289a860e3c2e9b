import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readRidgeProblem } from "../../src/ridge/problem-file.ts";

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

test.each([
  [
    "a field nobody knows",
    '{"singularValues": [1], "signal": [1], "noiseVariance": 1, "gamma": 2}',
    'unknown field "gamma"',
  ],
  ["a missing field", '{"singularValues": [1], "signal": [1]}', "the field noiseVariance is missing"],
  ["text for a number", '{"singularValues": ["1"], "signal": [1], "noiseVariance": 1}', "singularValues[0]"],
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
