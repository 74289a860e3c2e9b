import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/data/index.ts";
import type { Report } from "../../src/run/index.ts";
import { type Run, sdTheorems, sdTheoremsEach } from "./run.ts";

/* What a verdict, an exit code and a refusal mean, for claims of one's own. */

const folder = mkdtempSync(join(tmpdir(), "words-"));
afterAll(() => rmSync(folder, { recursive: true }));

let modules = 0;
/** A module of claims about the two shrinkages of ridge regression; each is given by its name, its ground and its checks. */
function claimsFile(
  claims: readonly (readonly [name: string, dependsOn: readonly string[], checks: string])[],
): string {
  const file = join(folder, `claims-${modules++}.mjs`);
  const library = pathToFileURL(join(packageRoot(), "dist", "src", "index.js")).href;
  const written = claims.map(
    ([name, dependsOn, checks]) => `claim({
      id: "demo/${name}", title: "${name}", source: "none", statement: "a + b = 1", hypotheses: ["lambda > 0"],
      dependsOn: ${JSON.stringify(dependsOn.map((each) => `demo/${each}`))}, book, checks: [${checks}] })`,
  );
  writeFileSync(
    file,
    `import { Book, certificate, claim, derivation, perMode, scalar } from ${JSON.stringify(library)};
    const book = Book.define(
      { lambda: scalar("\\\\lambda", "positive", "penalty"), s: perMode("s", "positive", "squared singular value") },
      { one: { latex: "a", meaning: "shrinkage", text: "s_j/(s_j + lambda)" },
        two: { latex: "b", meaning: "rest", text: "lambda/(s_j + lambda)" } },
    );
    const says = (verdict) => certificate(book, { name: verdict, covers: [], certify: () => ({ verdict, detail: "so" }) });
    export const claims = [${written.join(", ")}];`,
  );
  return file;
}

const RIGHT = `derivation(book, { name: "sum", covers: ["one", "two"], steps: [
  { says: "their sum", identity: ["one_j + two_j", "1"] }, { says: "the first", identity: ["one_j*(s_j + lambda)", "s_j"] } ] })`;
/** True, and blind to its formulas. */
const BLIND = `derivation(book, { name: "blind", covers: ["one"], steps: [{ says: "1 is 1", identity: ["one_j - one_j + 1", "1"] }] })`;

describe("a derivation that cannot be read is bad input: it is refused with the claim, the check and the step, before any work", () => {
  const steps = (step: string): string => `derivation(book, { name: "sum", covers: ["one"], steps: [${step}] })`;
  test.each([
    [
      "a value per mode without its mode",
      '{ says: "they add", identity: ["one + two", "1"] }',
      "one: one has a value per mode; write one_j",
    ],
    [
      "a mode where there is none",
      '{ says: "they add", identity: ["lambda_j", "1"] }',
      "lambda_j: lambda has one value; write lambda",
    ],
    [
      "an unknown name",
      '{ says: "they add", identity: ["three_j", "1"] }',
      "three is neither a symbol nor an earlier formula",
    ],
    ["a formula that is none", '{ says: "they add", identity: ["one_j + (", "1"] }', "cannot read the formula"],
    [
      "an unknown hypothesis",
      '{ says: "they add", identity: ["1", "1"], given: { hypothesis: "h", times: "1" } }',
      "no hypothesis is named h",
    ],
    [
      "a sum in a sign",
      '{ says: "they add", sign: { of: "sum(s_j)", is: "positive" } }',
      "a sum stands where only its terms may",
    ],
    [
      "a sign that is none",
      '{ says: "they add", sign: { of: "s_j", is: "negative" } }',
      'its checks[0].derivation.steps[0].sign.is is "negative"; expected one of positive or nonnegative',
      'claim "demo/typo": ',
    ],
    [
      "a replaced part that does not occur",
      '{ says: "they add", sign: { of: "s_j", at: { lambda: "1" }, is: "positive" } }',
      "at replaces lambda, which does not occur",
    ],
    [
      "a domain of nothing",
      '{ says: "they add", sign: { of: "s_j", is: "positive", where: { t: "real" } } }',
      "where narrows t, which is no symbol",
    ],
    [
      "a moment that is not given",
      '{ says: "they add", expectation: { of: "s_j^2", over: "s_j", moments: ["1"], equals: "1" } }',
      "the moment of order 2 of s_j is not given",
    ],
    [
      "no kind of step",
      '{ says: "they add" }',
      'its checks[0].derivation.steps[0] is {"says":"they add"}; expected one of an identity, an expectation and a sign',
      'claim "demo/typo": ',
    ],
  ])("%s", async (_, step, message, where = 'claim "demo/typo": the derivation "sum", step "they add": ') => {
    const file = claimsFile([["typo", [], steps(step)]]);
    const out = join(folder, "out");
    const runs = await sdTheoremsEach([
      ["list", "--claims", file],
      ["check", "--claims", file],
      ["report", "--claims", file, "--out", out],
    ]);
    for (const { status, stdout, stderr } of runs) {
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^sd-theorems: .*\n$/);
      expect(stderr).toContain(where);
      expect(stderr).toContain(message);
    }
  });

  test("no step at all", async () => {
    const [run] = await sdTheoremsEach([["check", "--claims", claimsFile([["typo", [], steps("")]])]]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run!.stderr).toContain('claim "demo/typo": the derivation "sum", has no steps; expected at least one\n');
  });
});

/** One set of claims in every command that gives verdicts. */
function everywhere(file: string): Record<string, Run> {
  const [json, journal] = [join(folder, "report.json"), join(folder, "journal.jsonl")];
  rmSync(journal, { force: true });
  const given = ["--claims", file, "--workers", "1"];
  return {
    check: sdTheorems(["check", ...given, "--json", json, "--journal", journal]),
    report: sdTheorems(["report", ...given, "--out", join(folder, "report"), "--format", "html,markdown,junit"]),
    merge: sdTheorems(["merge", journal]),
    from: sdTheorems(["report", "--claims", file, "--from", json, "--out", "-", "--format", "markdown"]),
  };
}

const says = (verdict: string): string => `${RIGHT}, says("${verdict}")`;

test.each([
  [["supported"], 0],
  [["supported", "untested"], 4],
  [["untested", "inconclusive"], 3],
  [["supported", "untested", "inconclusive", "refuted"], 1],
])("claims that are %j give the exit code %i in check, report, merge and report --from", (verdicts, code) => {
  const runs = everywhere(claimsFile(verdicts.map((verdict) => [verdict, [], says(verdict)] as const)));
  expect(Object.fromEntries(Object.entries(runs).map(([name, { status }]) => [name, status]))).toEqual({
    check: code,
    report: code,
    merge: code,
    from: code,
  });
});

test("a true claim with a check that cannot see its formula is untested, in every form of report, and so is what rests on it", () => {
  const { check, from } = everywhere(
    claimsFile([
      ["blind", [], BLIND],
      ["above", ["blind"], RIGHT],
    ]),
  ) as {
    check: Run;
    from: Run;
  };
  const { claims, summary } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as Report;
  expect(summary).toEqual({ supported: 0, refuted: 0, inconclusive: 0, untested: 2 });
  expect(claims.map(({ verdict, conditional, fallsWith }) => ({ verdict, conditional, fallsWith }))).toEqual([
    { verdict: "untested", conditional: [], fallsWith: [] },
    { verdict: "untested", conditional: ["demo/blind"], fallsWith: ["demo/blind"] },
  ]);
  const { total } = claims[0]!.evidence.find(({ kind }) => kind === "mutation")!.mutants!;
  expect(check.stdout).toContain(
    `: 0 of ${total} mutants caught; ${total} of ${total} mutants survive, and nothing explains why: `,
  );
  expect(check.stdout).toContain("untested: demo/above: it falls with demo/blind, which is untested: it rests on it");
  expect(check.stdout).toContain("0 supported, 0 refuted, 0 inconclusive, 2 untested");
  expect(from.stdout).toContain("| `demo/blind` blind | ○ untested |");
  const [html, junit] = ["index.html", "junit.xml"].map((name) => readFileSync(join(folder, "report", name), "utf8"));
  expect(html).toContain('<span class="badge untested">');
  expect(html).toContain("It falls with demo/blind, which is untested: it rests on it.");
  expect(junit).toMatch(/<testcase classname="demo\/blind" name="mutation: [^>]*><failure type="untested"/);
  expect(junit).toMatch(/<testcase classname="demo\/above" name="rests on demo\/blind"[^>]*><failure type="untested"/);
});

test("a claim is conditional wherever its verdict is, if what it rests on was not checked", () => {
  const file = claimsFile([
    ["ground", [], RIGHT],
    ["above", ["ground"], RIGHT],
  ]);
  const out = join(folder, "conditional");
  const given = ["demo/above", "--claims", file, "--workers", "1"];
  const check = sdTheorems(["check", ...given, "--json", join(folder, "report.json")]);
  expect(check.status).toBe(0);
  expect(check.stdout).toMatch(/│ demo\/above +│ conditional +│/);
  const waits = "it waits for demo/ground, which it rests on and which was not checked in this run";
  expect(check.stdout).toContain(`conditional: demo/above: ${waits}`);
  const { claims } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as Report;
  expect(claims[0]).toMatchObject({ verdict: "supported", conditional: ["demo/ground"] });
  expect(sdTheorems(["report", ...given, "--out", out, "--format", "html,markdown,junit"]).status).toBe(0);
  const [html, markdown, junit] = ["index.html", "report.md", "junit.xml"].map((name) =>
    readFileSync(join(out, name), "utf8"),
  );
  expect(html).toContain('<span class="badge conditional">');
  expect(html).toContain("It waits for demo/ground");
  expect(markdown).toContain("| ◐ conditional |");
  expect(markdown).toContain("**conditional**: demo/above: it waits for");
  expect(junit).toContain(`<skipped message="not decided: ${waits}`);
});
