import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sdTheorems, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "search-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Found {
  readonly claim: string;
  readonly searches: readonly {
    readonly name: string;
    readonly looksFor: string;
    readonly tried: number;
    readonly found: { readonly problem: string; readonly says: string } | null;
  }[];
}

// One worker, as each takes time to start.
const search = async (...args: string[]): Promise<{ status: number | null; report: Found }> => {
  const { status, stdout } = await sdTheoremsHere(["search", ...args, "--workers", "1", "--json", "-"]);
  return { status, report: JSON.parse(stdout) as Found };
};

test("a claim that holds has no counterexample, and the effort is told", () => {
  const { status, stdout, stderr } = sdTheorems([
    "search",
    "student-beats-teacher",
    "--tries",
    "50",
    "--workers",
    "1",
    "--json",
    "-",
  ]);
  const report = JSON.parse(stdout) as Found;
  expect(report.claim).toBe("ridge/student-beats-teacher");
  expect(report.searches.length).toBeGreaterThan(0);
  for (const { looksFor, tried, found } of report.searches) {
    expect({ looksFor, tried, found }).toEqual({ looksFor: "counterexample", tried: 50, found: null });
  }
  expect(stderr).toMatch(/^\d+ searches to do\n1\//);
  expect(status).toBe(0);
});

test("problems with S > 0 where self-distillation wins, and infima that no pair attains, are found and certified", async () => {
  const { status, report } = await search("condition-not-necessary", "--tries", "400");
  expect(status).toBe(0);
  expect(report.searches.length).toBe(3);
  for (const { looksFor, found } of report.searches) {
    expect(looksFor).toBe("witness");
    const [, problem] = /^echo '(.*)' \| npx sd-theorems optimum --problem -$/.exec(found!.problem)!;
    writeFileSync(join(folder, "found.json"), problem!);
    const answer = await sdTheoremsHere(["optimum", "--problem", "found.json", "--json", "-"], { cwd: folder });
    const { strictlyBetter, condition, distillation } = JSON.parse(answer.stdout) as {
      readonly strictlyBetter: boolean | null;
      readonly condition: { readonly value: number };
      readonly distillation: { readonly attained: boolean; readonly limit: string | null };
    };
    if (found!.says.startsWith("S(λ°)")) expect([strictlyBetter, condition.value > 0]).toEqual([true, true]);
    else expect([distillation.attained, typeof distillation.limit]).toEqual([false, "string"]);
  }
});

// Five tries find what is not rare, now and then.
test("the same seed finds the same problems, another others; what is not found gives exit code 3", async () => {
  const few = async (seed: number): Promise<Awaited<ReturnType<typeof search>>> =>
    search("condition-not-necessary", "--tries", "5", "--seed", `${seed}`);
  const [one, again, other] = [await few(3), await few(3), await few(1)];
  const problems = ({ report }: typeof one): (string | null)[] =>
    report.searches.map(({ found }) => found?.problem ?? null);
  expect(problems(again)).toEqual(problems(one));
  expect(problems(other)).not.toEqual(problems(one));
  for (const { status, report } of [one, other]) {
    expect(report.searches.filter(({ found }) => found !== null).length).toBe(1);
    expect(status).toBe(3);
  }
});

test("bad input gets one sentence and exit code 2", async () => {
  expect(await sdTheoremsHere(["search", "ridge/optimal"])).toEqual({
    status: 2,
    stdout: "",
    stderr: "sd-theorems: there is no claim ridge/optimal; did you mean ridge/optimal-xi?\n",
  });
  expect((await sdTheoremsHere(["search", "optimal-xi", "--tries", "0"])).status).toBe(2);
});
