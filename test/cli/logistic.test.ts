import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Run, sdTheorems, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "logistic-"));
afterAll(() => rmSync(folder, { recursive: true }));

const given = { classSize: "10", similarity: "0.3", lambda: "0.5", flipRate: "0.2", xi: "1" };

function argumentsOf(change: Partial<typeof given>, ...options: string[]): string[] {
  const { classSize, similarity, lambda, flipRate, xi } = { ...given, ...change };
  const setting = ["--class-size", classSize, "--similarity", similarity, "--lambda", lambda, "--flip-rate", flipRate];
  return ["logistic", ...setting, "--xi", xi, ...options];
}

const logistic = (change: Partial<typeof given>, ...options: string[]): Promise<Run> =>
  sdTheoremsHere(argumentsOf(change, ...options), { cwd: folder });

interface Json {
  readonly teacher: { readonly logitBad: number; readonly accuracy: number };
  readonly student: { readonly logitBad: number; readonly accuracy: number };
  readonly teacherThreshold: number;
  readonly studentThreshold: number | null;
  readonly thresholdEnclosures: {
    readonly teacher: readonly [number, number];
    readonly student: readonly [number, number] | null;
    readonly perfectXi: { readonly low: readonly [number, number]; readonly high: readonly [number, number] };
  };
  readonly perfectXi: { readonly low: number; readonly high: number };
}

test("--json - gives fits, thresholds and their enclosures, under these names", () => {
  const { status, stdout } = sdTheorems(argumentsOf({}, "--json", "-"));
  expect(status).toBe(0);
  const found = JSON.parse(stdout) as Json;
  const fit = { logitGood: expect.any(Number) as number, logitBad: expect.any(Number) as number };
  const ends = [expect.any(Number), expect.any(Number)];
  expect(found).toEqual({
    schema: 1,
    teacher: { ...fit, accuracy: 0.8 },
    student: { ...fit, accuracy: 1 },
    teacherThreshold: expect.closeTo(0.18568, 5) as number,
    studentThreshold: expect.closeTo(0.40557, 5) as number,
    thresholdEnclosures: { teacher: ends, student: ends, perfectXi: { low: ends, high: ends } },
    perfectXi: { low: expect.closeTo(0.08129, 5) as number, high: expect.closeTo(2.21999, 5) as number },
  });
  const { thresholdEnclosures: enclosures, teacherThreshold, studentThreshold, perfectXi } = found;
  for (const [[lower, upper], value] of [
    [enclosures.teacher, teacherThreshold],
    [enclosures.student!, studentThreshold!],
    [enclosures.perfectXi.low, perfectXi.low],
    [enclosures.perfectXi.high, perfectXi.high],
  ] as const) {
    expect([lower <= value, value <= upper, upper - lower < 1e-12]).toEqual([true, true, true]);
  }
});

test("where there is no student threshold it is null with a reason, and a negative p_T is a number all the same", async () => {
  const { stdout } = await logistic(
    { classSize: "8", similarity: "0.05", lambda: "2", flipRate: "0.01" },
    "--json",
    "-",
  );
  expect(JSON.parse(stdout)).toMatchObject({
    teacherThreshold: expect.closeTo(-0.88492, 5) as number,
    studentThreshold: null,
    studentThresholdReason: "the bad points are wrong from the smallest flip rates on",
    thresholdEnclosures: { student: null },
  });
});

test("below p_T the perfect imitation parameters start with 0", async () => {
  const { stdout } = await logistic({ flipRate: "0.1" }, "--json", "-");
  const { perfectXi, thresholdEnclosures } = JSON.parse(stdout) as Json;
  expect([perfectXi.low, thresholdEnclosures.perfectXi.low]).toEqual([0, [0, 0]]);
  expect((await logistic({ flipRate: "0.1" })).stdout).toContain("ξ above                0, and ξ = 0");
});

test("the same is printed for people, and written to a file", async () => {
  const { stdout } = await logistic({}, "--json", "found.json");
  expect(stdout).toContain("teacher with λ = 0.5\n  logit, kept label      1.03388\n");
  expect(stdout).toContain("  right on all for p <   0.405573, in [0.4055728838830");
  expect((JSON.parse(readFileSync(join(folder, "found.json"), "utf8")) as Json).student.accuracy).toBe(1);
  expect((await logistic({ xi: "2" })).stdout).toContain("right on all for p <   none: ξ is at least ξ_max");
});

test.each([
  [{ flipRate: "0.5" }, "flipRate is 0.5; it must be at least 0 and below 1/2"],
  [{ flipRate: "-0.1" }, "flipRate is -0.1; it must be at least 0 and below 1/2"],
  [{ classSize: "2.5" }, "classSize is 2.5; it must be an integer from 1 to 1000000"],
  [{ similarity: "1" }, "similarity is 1; it must be strictly between 0 and 1"],
  [{ lambda: "0" }, "lambda is 0; it must be from 0.000001 to 1000000"],
  [{ lambda: "x" }, "expected a finite number"],
  [{ xi: "Infinity" }, "expected a finite number"],
  [{ xi: "1e308", lambda: "1e-6", classSize: "1000000" }, "xi is 1e+308, too large"],
  [{ similarity: "1e-310" }, "similarity is 1e-310, too small"],
])("%j is refused in one sentence with exit code 2", async (change, message) => {
  const { status, stdout, stderr } = await logistic(change);
  expect([status, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
  expect(stderr).toContain(message);
});

test("a missing option is refused by name", async () => {
  const { status, stderr } = await sdTheoremsHere(["logistic", "--class-size", "10"]);
  expect([status, stderr.includes("required option '--similarity <c>' not specified")]).toEqual([2, true]);
});
