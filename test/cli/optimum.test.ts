import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Run, sdTheorems, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "optimum-"));
afterAll(() => rmSync(folder, { recursive: true }));

const optimum = (problem: string, ...options: string[]): Promise<Run> => {
  writeFileSync(join(folder, "problem.json"), problem);
  return sdTheoremsHere(["optimum", "--problem", "problem.json", ...options], { cwd: folder });
};

const squares = (s: unknown, signal: unknown, noise: unknown): string =>
  JSON.stringify({ squaredSingularValues: s, squaredSignal: signal, noiseVariance: noise });

// s = θ² = γ² = 1, by hand: ridge at λ = 1 has the oracle's error 1/2.
test("--json - gives the optimum, under these names", async () => {
  const { status, stdout } = await optimum(squares([1], [1], 1), "--json", "-");
  expect(status).toBe(0);
  const { ridge, distillation, ...rest } = JSON.parse(stdout) as Record<string, { error: number[] }>;
  expect(ridge).toEqual({ lambda: 1, limit: null, error: [expect.any(Number), expect.any(Number)] });
  expect(distillation).toEqual({ lambda: 1, xi: 0, error: ridge!.error, attained: true, limit: null });
  expect(ridge!.error[0]).toBeLessThanOrEqual(1 / 2);
  expect(ridge!.error[1]).toBeGreaterThanOrEqual(1 / 2);
  expect(rest).toEqual({
    schema: 1,
    oracle: 1 / 2,
    oracleOfGroups: 1 / 2,
    condition: { value: 0, range: [0, 0], impliesBetter: false },
    strictlyBetter: false,
    reason: "all s_j are equal, so every student shrinks by one number, as ridge does",
  });
});

test("the same is printed for people, and written to a file", async () => {
  const { stdout } = await optimum(squares([1], [1], 1), "--json", "optimum.json");
  expect(stdout).toContain("best ridge\n  λ                      1\n");
  expect(stdout).toContain("better than every ridge  no, a tie: all s_j are equal");
  expect(JSON.parse(readFileSync(join(folder, "optimum.json"), "utf8"))).toMatchObject({ strictlyBetter: false });
});

test("fractions are read, and an infimum that is only approached is said to be", async () => {
  const { stdout } = await optimum(squares(["2/1", "1"], ["1/2", 0], 1));
  expect(stdout).toContain("attained               no, only approached as λ → 0");
  expect(stdout).toContain("better than every ridge  yes: θ_j² never falls as s_j rises");
});

test("without signal the best ridge is at λ = ∞", async () => {
  const { stdout } = await optimum(squares([2, 1], [0, 0], 1));
  expect(stdout).toContain("best ridge\n  λ                      ∞");
  expect(stdout).toContain("condition S            none: no best λ inside (0, ∞)");
});

test("where equal s hide modes from functions of s, both oracles are shown", async () => {
  const { stdout } = await optimum(squares([2, 2], [0, 4], 4));
  expect(stdout).toContain("oracle\n  expected error         1.33333\n  for functions of s     2");
});

test("a spectrum is read as by ridge, from standard input for -", () => {
  const input = '{"singularValues": [3, 1], "signal": [2, 1], "noiseVariance": 1}';
  const { stdout } = sdTheorems(["optimum", "--problem", "-", "--json", "-"], { input });
  expect(JSON.parse(stdout)).toMatchObject({ strictlyBetter: true, condition: { impliesBetter: true } });
});

test.each([
  ["no JSON", "{", "problem.json is not JSON: line 1"],
  ["a fraction that is none", squares([1], ["x"], 1), 'squaredSignal[0] is "x"; write a fraction as "7/13"'],
  ["negative noise", squares([1], [1], "-1/2"), "noiseVariance is -1/2; it must not be negative"],
  ["no mode", squares([], [], 1), "squaredSingularValues is empty"],
  ["a singular value of 0", squares([1, 0], [1, 1], 1), "squaredSingularValues[1] is 0; singular values are positive"],
  ["unequal lengths", squares([1], [1, 2], 1), "squaredSignal has 2 entries and squaredSingularValues 1 entry"],
])("%s is refused in one sentence with exit code 2", async (_, problem, message) => {
  const { status, stdout, stderr } = await optimum(problem, "--json", "out.json");
  expect([status, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
  expect(stderr).toContain(message);
  expect(readdirSync(folder)).not.toContain("out.json");
});

const design = (rows: unknown, parameter: unknown, noise: unknown): string =>
  JSON.stringify({ design: rows, parameter, noiseVariance: noise });

test("of a design, what is known of its spectrum is told: exact, or how narrowly it is enclosed", async () => {
  const orthogonal = design([["0.1", "0.1"], ["0.1", "-0.1"]], [1, 2], 1); // prettier-ignore
  const { stdout } = await optimum(orthogonal);
  expect(stdout).toContain("design\n  rank                   2\n  different s_j          1, exact\n");
  expect(stdout).toContain("better than every ridge  no, a tie: all s_j are equal");
  const { stdout: json } = await optimum(orthogonal, "--json", "-");
  expect(JSON.parse(json)).toMatchObject({ spectrum: { rank: 2, distinct: 1, exact: 1, widest: 0 } });
  const { stdout: irrational } = await optimum(design([[1, 2], [0, 1]], [1, 2], 1)); // prettier-ignore
  expect(irrational).toMatch(/different s_j {10}2, enclosed to a relative width of \d\.\de-\d\d\n/);
});

test("numbers of a CSV design are the decimals that are written", async () => {
  writeFileSync(join(folder, "design.csv"), "0.1,0.3\n0.30,0.9\n");
  const { stdout } = await optimum(design("design.csv", [1, 1], 1), "--json", "-");
  expect(JSON.parse(stdout)).toMatchObject({ spectrum: { rank: 1, exact: 1 } });
});

test("what is not decided is said once, with the s_j that agree", async () => {
  const rows = [
    [1, 0, 0],
    [0, "1.00000000000000000003", 0],
    [0, 0, "1.00000000000000000007"],
  ];
  const { stdout } = await optimum(design(rows, [3, 1, 2], 1));
  expect(stdout).toContain("better than every ridge  not decided: s_2 and s_3 agree to 6e-20; the enclosures");
});

test.each([
  ["all zeros", design([[0, 0]], [1, 1], 1), "every entry of design is 0"],
  [
    "too large",
    design(
      Array.from({ length: 201 }, () => Array.from({ length: 202 }, () => 1)),
      Array.from({ length: 202 }, () => 1),
      1,
    ),
    "the design is 201 × 202; its spectrum is enclosed for at most 200 rows or 200 columns",
  ],
  ["too far apart", design([["1e300", 0], [0, "1e-300"]], [1, 1], 1), "the largest s_j is more than 2⁹⁰⁰ times"], // prettier-ignore
  ["with noise near 0", design([[1, 2]], [1, 1], "1e-400"), "the noise variance is more than 2¹⁰⁰⁰ times smaller"],
])("a design that is %s is refused in one sentence with exit code 2", async (_, problem, message) => {
  const { status, stdout, stderr } = await optimum(problem);
  expect([status, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
  expect(stderr).toContain(message);
});

test("a missing option is refused by name", async () => {
  const { status, stderr } = await sdTheoremsHere(["optimum"]);
  expect([status, stderr.includes("required option '--problem <file>' not specified")]).toEqual([2, true]);
});
