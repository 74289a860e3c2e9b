import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Run, sdTheorems, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "ridge-"));
afterAll(() => rmSync(folder, { recursive: true }));

const given = (problem: string, [lambda = "1", xi = "1", ...options]: readonly string[]): string[] => {
  writeFileSync(join(folder, "problem.json"), problem);
  return ["ridge", "--problem", "problem.json", "--lambda", lambda, "--xi", xi, ...options];
};
const ridge = (problem: string, ...options: string[]): Promise<Run> =>
  sdTheoremsHere(given(problem, options), { cwd: folder });

const one = '{"singularValues": [1], "signal": [1], "noiseVariance": 1}';

// By hand: a = b = 1/2, g = a(1 − ξb) = 1/4, N = 0, D = 1/2, γ²_c = 3.
test("--json - gives the closed forms, under these names", () => {
  const { status, stdout } = sdTheorems(given(one, ["1", "1", "--json", "-"]), { cwd: folder });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    lambda: 1,
    xi: 1,
    shrinkage: [0.25],
    squaredBias: 0.5625,
    variance: 0.0625,
    error: 0.625,
    optimalXi: 0,
    errorAtOptimalXi: 0.5,
    gain: 0,
    noiseThreshold: 3,
  });
});

test("the same is printed for people", async () => {
  const { stdout } = await ridge(one);
  expect(stdout).toContain("student with λ = 1, ξ = 1");
  expect(stdout).toContain("expected error         0.625");
  expect(stdout).toContain("ξ* > 1 for γ² above    3");
});

test("a problem is read from standard input for -", () => {
  const { stdout } = sdTheorems(["ridge", "--problem", "-", "--lambda", "1", "--xi", "1", "--json", "-"], {
    input: one,
  });
  expect(JSON.parse(stdout)).toMatchObject({ error: 0.625 });
});

test("where every student is the same, optimalXi is null with a reason", async () => {
  const { stdout } = await ridge('{"singularValues": [1], "signal": [0], "noiseVariance": 0}', "1", "1", "--json", "-");
  expect(JSON.parse(stdout)).toMatchObject({
    optimalXi: null,
    optimalXiReason: "D = 0, so every ξ has the same error",
  });
});

const spectrum = (change: object): string => JSON.stringify({ ...(JSON.parse(one) as object), ...change });
const rows = (design: unknown): string => JSON.stringify({ design, parameter: [1, 1], noiseVariance: 1 });

// Each value by fractions.Fraction of Python: g = a(1 − ξb) with b = λ/(s + λ), N = Σ t(aγ²/s − bθ²), D = Σ t²(θ² + γ²/s), t = ab.
test.each([
  [
    "b near 1 and ξ = 1, where 1 − ξb loses all digits",
    '{"squaredSingularValues": [2], "squaredSignal": [1], "noiseVariance": 1}',
    ["1e16", "1"],
    { shrinkage: [3.9999999999999986e-32], variance: 7.999999999999993e-64 },
  ],
  [
    "a gain whose N² is below all floating-point numbers",
    '{"singularValues": [5e90, 3e90, 1e90], "signal": [1e-90, 0.5e-90, 0.2e-90], "noiseVariance": 0.5}',
    ["2e180", "1.5"],
    { gain: 1.9497567300743023e-182, optimalXi: 0.7141778643377343 },
  ],
])("digits are right for %s", async (_, problem, options, expected) => {
  const { stdout } = await ridge(problem, ...options, "--json", "-");
  expect(JSON.parse(stdout)).toMatchObject(expected);
});

test("of a design it is said that its spectrum is rounded, in words and in JSON", async () => {
  const designed = rows([
    [1, 2],
    [3, 4],
  ]);
  const said = "computed at the singular values and signal of the design in floating point";
  expect((await ridge(designed)).stdout).toContain(`\n${said}`);
  const { approximation } = JSON.parse((await ridge(designed, "1", "1", "--json", "-")).stdout) as Record<
    string,
    string
  >;
  expect(approximation).toContain(said);
  expect((await ridge(one)).stdout).not.toContain("floating point");
});

test("noise below the normal floating-point numbers is taken as it is, and a variance that is as small refused", async () => {
  const faint = '{"singularValues": [0.125, 5.3], "signal": [0.0294, 1.734], "noiseVariance": 2.263e-321}';
  expect(await ridge(faint)).toMatchObject({ status: 2, stdout: "" });
  const { stderr, status } = await ridge(faint.replace("0.125, 5.3", "1.25e-14, 2.5e-14"), "1e-28", "1");
  expect([status, stderr]).toEqual([0, ""]);
});

test.each([
  ["a missing comma", '{"singularValues": [1]\n "signal": [1]}', "problem.json is not JSON: line 2, column 2"],
  ["an unknown field", spectrum({ gamma: 1 }), 'problem.json: unknown field "gamma"'],
  ["unequal lengths", spectrum({ signal: [1, 2] }), "signal has 2 entries and singularValues 1 entry"],
  [
    "results beyond floating-point numbers, as b² of 10⁻¹⁹⁹⁶",
    one.replace("1]", "1e999]"),
    "squaredBias cannot be computed within the range of floating-point numbers for this problem, λ and ξ: it is too small",
  ],
  ["NaN", one.replace("1]", "NaN]"), "problem.json is not JSON: line 1"],
  ["negative noise", spectrum({ noiseVariance: -1 }), "noiseVariance is -1; it must not be negative"],
  ["an empty matrix", rows([]), "design is empty"],
  ["a matrix of empty rows", rows([[], []]), "design is empty"],
  ["ragged rows", rows([[1, 2], [3]]), "design[1] has length 1 and design[0] 2"],
  [
    "an error beyond them",
    spectrum({ signal: [1e200] }),
    "squaredBias cannot be computed within the range of floating-point numbers for this problem, λ and ξ: it is too large",
  ],
  ["no singular value", spectrum({ singularValues: [], signal: [] }), "singularValues is empty"],
  ["nothing at all", "", "problem.json is not JSON: line 1, column 1"],
])("%s is refused in one sentence with exit code 2", async (_, problem, message) => {
  const { status, stdout, stderr } = await ridge(problem, "1", "1", "--json", "out.json");
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(message);
  expect(stderr.trim().split("\n").length).toBe(1);
  expect(readdirSync(folder)).not.toContain("out.json");
});

test.each([
  [["0", "1"], "lambda is 0; the regularization must be positive"],
  [["-1", "1"], "lambda is -1; the regularization must be positive"],
  [["x", "1"], "expected a finite number"],
  [["1", "Infinity"], "expected a finite number"],
  [["1", ""], "expected a finite number"],
])("λ and ξ of %j are refused", async (options, message) => {
  const { status, stderr } = await ridge(one, ...options);
  expect([status, stderr.includes(message), stderr.trim().split("\n").length]).toEqual([2, true, 1]);
});

test("a missing file and ragged CSV rows are refused, naming file and line", async () => {
  const missing = await sdTheoremsHere(["ridge", "--problem", "none.json", "--lambda", "1", "--xi", "1"], {
    cwd: folder,
  });
  expect([missing.status, missing.stderr]).toEqual([
    2,
    "sd-theorems: cannot read none.json: there is no such file or folder\n",
  ]);
  writeFileSync(join(folder, "ragged.csv"), "1,2\n3\n");
  expect(await ridge(rows("ragged.csv"))).toMatchObject({
    status: 2,
    stderr: "sd-theorems: problem.json: ragged.csv: line 2 has 1 value; expected 2 as in line 1\n",
  });
});

test("a CSV file outside the problem's folder is read only with --allow-outside, by every command with a problem file", async () => {
  const inner = join(folder, "inner");
  mkdirSync(inner);
  writeFileSync(join(folder, "outside.csv"), "3,0\n0,4\n");
  writeFileSync(join(inner, "problem.json"), rows("../outside.csv"));
  for (const command of [
    ["ridge", "--lambda", "1", "--xi", "1"],
    ["optimum"],
    ["repeated", "--lambda", "1", "--rounds", "1"],
  ]) {
    const args = [...command, "--problem", join("inner", "problem.json")];
    const refused = await sdTheoremsHere(args, { cwd: folder });
    expect([refused.status, refused.stderr.trim().split("\n")]).toEqual([
      2,
      [
        "sd-theorems: inner/problem.json: ../outside.csv lies outside the folder of the file that names it; move it there, or give --allow-outside",
      ],
    ]);
    expect((await sdTheoremsHere([...args, "--allow-outside"], { cwd: folder })).status).toBe(0);
  }
});

test("a missing option is refused by name", async () => {
  const { status, stderr } = await sdTheoremsHere(["ridge", "--problem", "-"]);
  expect(status).toBe(2);
  expect(stderr).toContain("required option '--lambda <l>' not specified");
});
