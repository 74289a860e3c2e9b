import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Run, sdTheorems, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "repeated-"));
afterAll(() => rmSync(folder, { recursive: true }));

const repeated = (problem: string, ...options: string[]): Promise<Run> => {
  writeFileSync(join(folder, "problem.json"), problem);
  return sdTheoremsHere(["repeated", "--problem", "problem.json", ...options], { cwd: folder });
};

const one = '{"singularValues": [1], "signal": [1], "noiseVariance": 1}';
const two = '{"squaredSingularValues": [1, 2], "squaredSignal": ["3/5", "7/13"], "noiseVariance": 1}';

// By hand, a = b = 1/2: rounds of ξ = 1 have g = 1/2, 1/4, 1/8.
test("--xi gives the closed forms of each round, under these names", () => {
  const args = ["repeated", "--problem", "-", "--lambda", "1", "--xi", "1,1", "--json", "-"];
  const { status, stdout } = sdTheorems(args, { input: one });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    lambda: 1,
    rounds: [
      {
        xi: null,
        xiReason: "round 0 is the teacher, which imitates nobody",
        shrinkage: [1 / 2],
        squaredBias: 1 / 4,
        variance: 1 / 4,
        error: 1 / 2,
      },
      { xi: 1, shrinkage: [1 / 4], squaredBias: 9 / 16, variance: 1 / 16, error: 10 / 16 },
      { xi: 1, shrinkage: [1 / 8], squaredBias: 49 / 64, variance: 1 / 64, error: 50 / 64 },
    ],
  });
});

test("the same is printed for people; the first ξ may be negative", async () => {
  const { stdout } = await repeated(one, "--lambda", "1", "--xi", "-1,0");
  expect(stdout).toContain("teacher with λ = 1\n  shrinkage g            0.5\n");
  expect(stdout).toContain("round 1, ξ = -1\n  shrinkage g            0.75\n");
  expect(stdout).toContain("round 2, ξ = 0\n  shrinkage g            0.5\n");
});

test("--rounds gives the best of each number of rounds, and says exactly why one is not attained", async () => {
  const { stdout } = await repeated(two, "--lambda", "1", "--rounds", "3", "--json", "-");
  const { lambda, distinct, best } = JSON.parse(stdout) as { lambda: number; distinct: number; best: object[] };
  expect([lambda, distinct, best.length]).toEqual([1, 2, 4]);
  expect(best[2]).toMatchObject({ attained: false, xis: null, reason: "the tail T_1 is 0 and T_2 is not" });
  expect(best[3]).toMatchObject({ attained: true, xis: [-6, -1 / 2, 1 / 3], arithmetic: "exact" });
});

test("the same is printed for people, a round a line", async () => {
  const { stdout } = await repeated(two, "--lambda", "1", "--rounds", "3");
  expect(stdout.split("\n").map((line) => line.trim())).toEqual([
    "best students at λ = 1",
    "teacher                expected error 0.682051",
    "1 round                expected error 0.635201; ξ = 0.556497",
    "2 rounds               expected error 0.634259; approached, not attained: the tail T_1 is 0 and T_2 is not; solved in exact arithmetic",
    "3 rounds               expected error 0.634259; ξ = -6, -0.5, 0.333333; solved in exact arithmetic",
    "oracle                 expected error 0.634259, reached by 3 rounds",
    "",
  ]);
});

test.each([
  [["--lambda", "1"], "give either --xi or --rounds"],
  [["--lambda", "1", "--xi", "1", "--rounds", "2"], "give either --xi or --rounds"],
  [["--lambda", "0", "--xi", "1"], "lambda is 0; the regularization must be positive"],
  [["--lambda", "-1", "--rounds", "1"], "lambda is -1; the regularization must be positive"],
  [["--lambda", "1", "--xi", "1,,2"], "expected a finite number"],
  [["--lambda", "1", "--xi", ""], "expected a finite number"],
  [["--lambda", "1", "--xi", "1e200"], "xi is 1e+200, too large to square"],
  [
    ["--lambda", "1", "--xi", "1e150,1e150,1e150"],
    "round 2 cannot be computed within the range of floating-point numbers",
  ],
  [["--lambda", "1", "--rounds", "0"], "expected an integer of at least 1"],
  [["--lambda", "1", "--rounds", "1001"], "1001 rounds are too many; at most 1000 are computed"],
  [["--lambda", "1e-200", "--rounds", "2"], "the best of 2 rounds cannot be computed"],
])("the options %j are refused in one sentence with exit code 2", async (options, message) => {
  const { status, stdout, stderr } = await repeated(two, ...options);
  expect([status, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
  expect(stderr).toContain(message);
});

test("parameters that miss the least error as floating-point numbers are not sold as its own", async () => {
  const close =
    '{"singularValues": [0.825205025418296, 0.825205025418296, 482.2035387176168, 482.20353871761705], "signal": [0, 2, 2, 1], "noiseVariance": 167.49487138075403}';
  const options = ["--lambda", "1.5277661315362285"];
  const { stdout } = await repeated(close, ...options, "--rounds", "3");
  expect(stdout).toContain("as floating-point numbers these ξ have expected error 3.96918, ");
  expect(stdout).toContain("reached by 3 rounds, though not by floating-point numbers\n");
  const { best } = JSON.parse((await repeated(close, ...options, "--rounds", "3", "--json", "-")).stdout) as {
    best: readonly { xis: readonly number[]; errorAtXis: number; reached: boolean }[];
  };
  expect(best.map(({ reached }) => reached)).toEqual([true, true, true, false]);
  // Given back, each has the error that was said.
  for (const { xis, errorAtXis } of best.slice(1)) {
    const again = await repeated(close, ...options, `--xi=${xis.join()}`, "--json", "-");
    const { rounds } = JSON.parse(again.stdout) as { rounds: readonly { error: number }[] };
    expect(rounds.at(-1)!.error).toBe(errorAtXis);
  }
});

test("a bad problem is refused as by every command", async () => {
  const { status, stderr } = await repeated(
    '{"singularValues": [1], "signal": [1, 2], "noiseVariance": 1}',
    "--lambda",
    "1",
    "--xi",
    "1",
  );
  expect(status).toBe(2);
  expect(stderr).toContain("signal has 2 entries and singularValues 1 entry");
});
