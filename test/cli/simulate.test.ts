import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sdTheorems } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "simulate-"));
afterAll(() => rmSync(folder, { recursive: true }));

const problem = '{"singularValues": [3, 2, 1], "signal": [1, -1, 0.5], "noiseVariance": 1}';
const simulate = (...options: string[]): ReturnType<typeof sdTheorems> =>
  sdTheorems(["simulate", "--problem", "-", "--lambda", "1,4", "--xi", "-1,0,1.5", ...options], { input: problem });

interface Printed {
  readonly replicates: number;
  readonly cells: readonly { readonly mean: number; readonly expected: number; readonly deviation: number }[];
}

test("--json - gives every cell of the grid, with closed form and deviation, the same for any number of workers", () => {
  const { status, stdout } = simulate("--replicates", "20000", "--json", "-", "--workers", "1");
  expect(status).toBe(0);
  const { cells, ...rest } = JSON.parse(stdout) as Printed;
  expect(rest).toEqual({ replicates: 20_000, noise: "gaussian", seed: 1, engine: "spectral" });
  expect(cells.map((cell) => Object.keys(cell))).toEqual(
    Array.from({ length: 6 }, () => ["lambda", "xi", "mean", "standardError", "expected", "deviation"]),
  );
  // P(|Z| > 6) is 2 · 10⁻⁹.
  for (const { deviation } of cells) expect(Math.abs(deviation)).toBeLessThan(6);
  expect(simulate("--replicates", "20000", "--json", "-", "--workers", "3").stdout).toBe(stdout);
});

test("a table is printed for people, and JSON is written beside it", () => {
  const path = join(folder, "cells.json");
  const { stdout } = simulate("--replicates", "500", "--noise", "student-t", "--json", path);
  expect(stdout).toContain("mean error");
  expect(stdout).toContain("500 draws of labels with student-t noise, the same for every student · seed 1");
  expect((JSON.parse(readFileSync(path, "utf8")) as Printed).cells.length).toBe(6);
});

test("the direct engine measures the same labels, and a design comes from a CSV file", () => {
  writeFileSync(join(folder, "design.csv"), "1,2\n3,4\n5,7\n");
  writeFileSync(join(folder, "problem.json"), '{"design": "design.csv", "parameter": [1, -1], "noiseVariance": 1}');
  const [spectral, direct] = ["spectral", "direct"].map((engine) => {
    const options = ["--lambda", "1", "--xi", "2", "--noise", "laplace", "--replicates", "300", "--engine", engine];
    const { stdout } = sdTheorems(["simulate", "--problem", "problem.json", ...options, "--json", "-"], {
      cwd: folder,
    });
    return (JSON.parse(stdout) as Printed).cells[0]!;
  });
  expect(Math.abs(spectral!.mean / direct!.mean - 1)).toBeLessThan(1e-10);
});

test("without noise there is no standard error to deviate by", () => {
  const { stdout } = sdTheorems(["simulate", "--problem", "-", "--lambda", "1", "--xi", "1", "--json", "-"], {
    input: problem.replace('"noiseVariance": 1', '"noiseVariance": 0'),
  });
  expect((JSON.parse(stdout) as Printed).cells[0]).toMatchObject({ standardError: 0, deviation: null });
});

test.each([
  [["--replicates", "1"], "expected an integer of at least 2"],
  [["--noise", "cauchy"], "Allowed choices are gaussian, rademacher, laplace, student-t"],
  [["--lambda", "0"], "lambda is 0; the regularization must be positive"],
])("%j is refused in one sentence with exit code 2", (options, message) => {
  const { status, stdout, stderr } = simulate(...options);
  expect([status, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
  expect(stderr).toContain(message);
});
