import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Matrix } from "ml-matrix";
import { afterAll, expect, test } from "vitest";
import { laplace } from "../../src/random/index.ts";
import { engineBounds } from "../ridge/engine-bounds.ts";
import { type Run, sdTheorems, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "simulate-"));
afterAll(() => rmSync(folder, { recursive: true }));

const problem = '{"singularValues": [3, 2, 1], "signal": [1, -1, 0.5], "noiseVariance": 1}';
writeFileSync(join(folder, "problem.json"), problem);
const grid = ["--lambda", "1,4", "--xi", "-1,0,1.5"];
const simulate = async (...options: string[]): Promise<Run> =>
  sdTheoremsHere(["simulate", "--problem", "problem.json", ...options], { cwd: folder });

interface Printed {
  readonly replicates: number;
  readonly cells: readonly { readonly mean: number; readonly expected: number; readonly deviation: number }[];
}

test("--json - gives every cell of the grid, with closed form and deviation, the same for any number of workers", async () => {
  const given = [...grid, "--replicates", "20000", "--json", "-"];
  const { status, stdout } = sdTheorems(["simulate", "--problem", "-", ...given, "--workers", "1"], { input: problem });
  expect(status).toBe(0);
  const { cells, ...rest } = JSON.parse(stdout) as Printed;
  expect(rest).toEqual({ schema: 1, replicates: 20_000, noise: "gaussian", seed: 1, engine: "spectral" });
  expect(cells.map((cell) => Object.keys(cell))).toEqual(
    Array.from({ length: 6 }, () => ["lambda", "xi", "mean", "standardError", "expected", "deviation"]),
  );
  // P(|Z| > 6) is 2 · 10⁻⁹.
  for (const { deviation } of cells) expect(Math.abs(deviation)).toBeLessThan(6);
  expect((await simulate(...given, "--workers", "3")).stdout).toBe(stdout);
});

test("a table is printed for people, and JSON is written beside it", async () => {
  const path = join(folder, "cells.json");
  const { stdout } = await simulate(...grid, "--replicates", "500", "--noise", "student-t", "--json", path);
  expect(stdout).toContain("mean error");
  expect(stdout).toContain("500 draws of labels with student-t noise, the same for every student · seed 1");
  expect((JSON.parse(readFileSync(path, "utf8")) as Printed).cells.length).toBe(6);
});

test("of a design it says that the closed forms are computed at a rounded spectrum; of a spectrum nothing", async () => {
  const said = "closed forms are computed at the singular values and signal of the design in floating point";
  writeFileSync(
    join(folder, "rows.json"),
    '{"design": [[1, 2], [3, 4], [5, 7]], "parameter": [1, -1], "noiseVariance": 1}',
  );
  const given = ["--lambda", "1", "--xi", "2", "--replicates", "20"];
  const json = await sdTheoremsHere(["simulate", "--problem", "rows.json", ...given, "--json", "-"], { cwd: folder });
  expect((JSON.parse(json.stdout) as { approximation: string }).approximation).toContain(said);
  expect((await sdTheoremsHere(["simulate", "--problem", "rows.json", ...given], { cwd: folder })).stdout).toContain(
    said,
  );
  expect((await simulate(...given)).stdout).not.toContain(said);
});

test("the direct engine measures the same labels, and a design comes from a CSV file", async () => {
  writeFileSync(join(folder, "design.csv"), "1,2\n3,4\n5,7\n");
  writeFileSync(join(folder, "designed.json"), '{"design": "design.csv", "parameter": [1, -1], "noiseVariance": 1}');
  const mean = async (engine: string): Promise<number> => {
    const options = ["--lambda", "1", "--xi", "2", "--noise", "laplace", "--replicates", "300", "--engine", engine];
    const { stdout } = await sdTheoremsHere(["simulate", "--problem", "designed.json", ...options, "--json", "-"], {
      cwd: folder,
    });
    return (JSON.parse(stdout) as Printed).cells[0]!.mean;
  };
  const design = new Matrix([
    [1, 2],
    [3, 4],
    [5, 7],
  ]);
  const experiment = { name: "", design, parameter: [1, -1], noiseVariance: 1, noise: laplace };
  const [bound] = engineBounds(experiment, { lambdas: [1], xis: [2], replicates: 300, seed: 1 });
  const [spectral, direct] = [await mean("spectral"), await mean("direct")];
  expect(Math.abs(spectral - direct)).toBeLessThanOrEqual(bound!);
  expect(bound! / direct).toBeLessThan(1e-10);
});

test("without noise there is no standard error to deviate by", async () => {
  writeFileSync(join(folder, "quiet.json"), problem.replace('"noiseVariance": 1', '"noiseVariance": 0'));
  const options = ["--lambda", "1", "--xi", "1", "--json", "-"];
  const { stdout } = await sdTheoremsHere(["simulate", "--problem", "quiet.json", ...options], { cwd: folder });
  expect((JSON.parse(stdout) as Printed).cells[0]).toMatchObject({ standardError: 0, deviation: null });
});

test.each([
  [["--replicates", "1"], "expected an integer from 2 to 1,000,000,000"],
  [["--noise", "cauchy"], "Allowed choices are gaussian, rademacher, laplace, student-t"],
  [["--lambda", "0"], "lambda is 0; the regularization must be positive"],
])("%j is refused in one sentence with exit code 2", async (options, message) => {
  const { status, stdout, stderr } = await simulate(...grid, ...options);
  expect([status, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
  expect(stderr).toContain(message);
});

test.each([
  [["--replicates", "1000000000001"], "expected an integer from 2 to 1,000,000,000."],
  [["--replicates", "1e12"], "expected an integer from 2 to 1,000,000,000."],
  [["--workers", "1000000"], "expected an integer from 1 to 1,024."],
  [["--lambda", "1,2,…,1000", "--xi", "0,1,…,999"], "1,000 λ and 1,000 ξ are 1,000,000 students; at most 100,000"],
  [
    ["--replicates", "1000000000", "--engine", "direct", "--lambda", "1,2,…,1000"],
    "1,000,000,000 replicates would take too long; at most",
  ],
  [["--lambda", "1,1.001,…,1e9"], "expected at most 1000 numbers; these are 999,999,999,0"],
])("more than can be done is refused at once: %j", async (options, message) => {
  const started = performance.now();
  const { status, stdout, stderr } = await simulate(...grid, ...options);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
  expect(stderr.trim().split("\n").length).toBe(1);
  expect(performance.now() - started).toBeLessThan(30_000);
});
