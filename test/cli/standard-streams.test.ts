import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { MAIN, type Run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "streams-"));
afterAll(() => rmSync(folder, { recursive: true }));
const spectrum = { singularValues: [3, 1], signal: [3, 1], noiseVariance: 20 };
writeFileSync(join(folder, "problem.json"), JSON.stringify(spectrum));

/** A shell's command line in which `sd` is this program. */
function shell(script: string): Run {
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["-c", `sd() { "${process.execPath}" "${MAIN}" "$@"; }\n${script}`],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  return { status, stdout, stderr };
}

const RIDGE = "ridge --problem problem.json --lambda 1 --xi 1";

test
  .skipIf(!existsSync("/dev/full"))
  .each([
    "optimum --problem problem.json",
    "optimum --problem problem.json --json -",
    RIDGE,
    `${RIDGE} --json -`,
    "repeated --problem problem.json --lambda 1 --rounds 2",
    "simulate --problem problem.json --lambda 1 --xi 1 --replicates 10 --workers 1",
    "logistic --class-size 20 --similarity 0.3 --lambda 1 --flip-rate 0.1 --xi 1",
    "search condition-not-necessary --tries 1 --workers 1",
    "check ridge/path-tangent --evidence derivation --workers 1",
    "list",
    "--help",
    "check --help",
    "--version",
  ])("a full disk under standard output is one sentence and exit code 2: %s", (command) => {
  const { status, stderr } = shell(`sd ${command} > /dev/full`);
  expect(status).toBe(2);
  expect(stderr.replaceAll(/^(?!sd-theorems: ).*\n/gm, "")).toBe(
    "sd-theorems: cannot write to standard output: no space is left on the disk\n",
  );
  expect(stderr).not.toMatch(/^ +at /m);
});

test("a result that is written to a file as well is written although standard output is full", () => {
  expect(shell(`sd ${RIDGE} --json result.json > /dev/full`).status).toBe(2);
  expect(JSON.parse(readFileSync(join(folder, "result.json"), "utf8"))).toMatchObject({ lambda: 1, xi: 1 });
});

test("a JSON file that cannot be written loses nothing of what is printed", () => {
  const { status, stdout, stderr } = shell(`sd ${RIDGE} --json /dev/full`);
  expect(status).toBe(2);
  expect(stdout).toContain("expected error");
  expect(stderr).toBe("sd-theorems: cannot write /dev/full: no space is left on the disk\n");
});

test("a file that may grow no further is one sentence and exit code 2, not a result cut short", () => {
  const { status, stderr } = shell("(ulimit -f 4; sd list --json - > short.json)");
  expect(stderr).toBe("sd-theorems: cannot write to standard output: the file is as large as it may become\n");
  expect(status).toBe(2);
});

test("a reader that stops early changes no exit code, and nothing is said", () => {
  const { stdout, stderr } = shell(
    `for command in list "list --json -" "${RIDGE}" --help; do sd $command | head -c 1 > first; echo "\${PIPESTATUS[0]}"; done`,
  );
  expect([stdout, stderr]).toEqual(["0\n0\n0\n0\n", ""]);
});

test("a large result arrives whole through a pipe that is read slowly", () => {
  const modes = Array.from({ length: 30_000 }, (_, j) => 1 + j / 7);
  const problem = { singularValues: modes, signal: modes, noiseVariance: 1 };
  writeFileSync(join(folder, "large.json"), JSON.stringify(problem));
  const { stdout } = shell(
    "sd ridge --problem large.json --lambda 1 --xi 0.3 --json - | (sleep 1; cat) > arrived; wc -c < arrived",
  );
  expect(Number(stdout)).toBeGreaterThan(500_000);
  const { shrinkage } = JSON.parse(readFileSync(join(folder, "arrived"), "utf8")) as { shrinkage: number[] };
  expect(shrinkage).toHaveLength(30_000);
});

test("standard error may be closed, full or cut off: the result and the exit code are the same", () => {
  for (const where of ["2>&-", "2>/dev/full", "2> >(true)"]) {
    const { status, stdout } = shell(`sd check ridge/path-tangent --evidence derivation --workers 1 ${where}`);
    expect([where, status]).toEqual([where, 0]);
    expect(stdout).toContain("1 supported, 0 refuted, 0 inconclusive");
    expect(shell(`sd ridge --problem none.json --lambda 1 --xi 1 ${where}`).status).toBe(2);
  }
});

test("a standard input that is closed is an empty one", () => {
  const { status, stdout, stderr } = shell("sd ridge --problem - --lambda 1 --xi 1 <&-");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^sd-theorems: [^\n]+\n$/);
  expect(shell(`sd ${RIDGE} <&-`).status).toBe(0);
});
