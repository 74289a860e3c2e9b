import { expect, test } from "vitest";
import { sdTheorems } from "./run.ts";

interface Found {
  readonly claim: string;
  readonly searches: readonly {
    readonly name: string;
    readonly looksFor: string;
    readonly tried: number;
    readonly found: { readonly problem: string; readonly says: string } | null;
  }[];
}

const search = (...args: string[]): { status: number | null; report: Found } => {
  const { status, stdout } = sdTheorems(["search", ...args, "--json", "-"]);
  return { status, report: JSON.parse(stdout) as Found };
};

test("a claim that holds has no counterexample, and the effort is told", () => {
  const { status, report } = search("student-beats-teacher", "--tries", "50");
  expect(report.claim).toBe("ridge/student-beats-teacher");
  expect(report.searches.length).toBeGreaterThan(0);
  for (const { looksFor, tried, found } of report.searches) {
    expect({ looksFor, tried, found }).toEqual({ looksFor: "counterexample", tried: 50, found: null });
  }
  expect(status).toBe(0);
});

test("problems with S > 0 where self-distillation wins, and infima that no pair attains, are found and certified", () => {
  const { status, report } = search("condition-not-necessary", "--tries", "400");
  expect(status).toBe(0);
  expect(report.searches.length).toBe(3);
  for (const { looksFor, found } of report.searches) {
    expect(looksFor).toBe("witness");
    const [, problem] = /^echo '(.*)' \| npx sd-theorems optimum --problem -$/.exec(found!.problem)!;
    const answer = sdTheorems(["optimum", "--problem", "-", "--json", "-"], { input: problem! });
    const { strictlyBetter, condition, distillation } = JSON.parse(answer.stdout) as {
      readonly strictlyBetter: boolean | null;
      readonly condition: { readonly value: number };
      readonly distillation: { readonly attained: boolean; readonly limit: string | null };
    };
    if (found!.says.startsWith("S(λ°)")) expect([strictlyBetter, condition.value > 0]).toEqual([true, true]);
    else expect([distillation.attained, typeof distillation.limit]).toEqual([false, "string"]);
  }
});

test("the same seed finds the same problem, another may find another", () => {
  const problems = (seed: string): string[] =>
    search("condition-not-necessary", "--tries", "400", "--seed", seed).report.searches.map(
      ({ found }) => found!.problem,
    );
  expect(problems("3")).toEqual(problems("3"));
});

test("too few tries leave an example unfound: exit code 3", () => {
  const { status, report } = search("ridge/condition-not-necessary", "--tries", "1");
  expect(report.searches.some(({ found }) => found === null)).toBe(true);
  expect(status).toBe(3);
});

test("bad input gets one sentence and exit code 2", () => {
  const unknown = sdTheorems(["search", "ridge/optimal"]);
  expect([unknown.status, unknown.stderr]).toEqual([
    2,
    "sd-theorems: there is no claim ridge/optimal; did you mean ridge/optimal-xi?\n",
  ]);
  expect(sdTheorems(["search", "optimal-xi", "--tries", "0"]).status).toBe(2);
});
