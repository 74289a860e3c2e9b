import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { chooseEvidence } from "../../src/cli/choose-claims.ts";
import { exitCodeOf, type Report } from "../../src/run/index.ts";
import { sdTheorems, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => rmSync(folder, { recursive: true }));

const quick = ["check", "ridge/path-tangent", "--evidence", "derivation,mutation"];
const { status, stdout, stderr } = sdTheorems([...quick, "--json", join(folder, "report.json")]);

test("verdicts are printed as a table, with where to read more; standard error has the progress, line by line", () => {
  expect(status).toBe(0);
  expect(stdout).toMatch(/│ claim +│ verdict +│ evidence +│ checks +│ mutants caught +│ +time │/);
  expect(stdout).toMatch(/│ ridge\/path-tangent +│ conditional +│ derivation +│ +1 │ +102 of 102 │/);
  expect(stdout).toMatch(/1 supported, 0 refuted, 0 inconclusive, 0 untested · seed 1 · .* s · digest [0-9a-f]{12}/);
  expect(stdout).toMatch(
    /\nCoq \S+ accepts 4 of 4 derivation steps \(recorded; npm run proofs:coq checks again .*\)\n/,
  );
  expect(stdout).toContain("docs/evidence.md");
  expect(stderr).toMatch(/^1 checks to do\n1\/1 ridge\/path-tangent: .*\n$/);
});

test("with --json - standard output holds the report alone, with these fields", async () => {
  const report = JSON.parse((await sdTheoremsHere([...quick, "--json", "-", "--seed", "5"])).stdout) as Report;
  expect(Object.keys(report)).toEqual([
    "schema",
    "version",
    "build",
    "seed",
    "margin",
    "engine",
    "claims",
    "summary",
    "digest",
  ]);
  expect(report.seed).toBe(5);
  expect(Object.keys(report.claims[0]!)).toEqual([
    "id",
    "title",
    "source",
    "verdict",
    "conditional",
    "fallsWith",
    "evidence",
    "uncovered",
    "proofAssistant",
  ]);
  expect(Object.keys(report.claims[0]!.evidence[0]!).toSorted()).toEqual([
    "detail",
    "kind",
    "name",
    "seconds",
    "verdict",
  ]);
  expect(report.claims[0]).toMatchObject({
    verdict: "supported",
    conditional: ["ridge/student-estimator"],
    fallsWith: [],
  });
  expect(report.summary).toEqual({ supported: 1, refuted: 0, inconclusive: 0, untested: 0 });
});

test("with --json FILE the report is written beside the table, and nothing else is left in the folder", () => {
  expect([status, stdout.includes("│")]).toEqual([0, true]);
  expect((JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as Report).claims.length).toBe(1);
  expect(readdirSync(folder)).toEqual(["report.json"]);
});

test("a kind of evidence that is named twice counts once", () => {
  expect(chooseEvidence("mutation, mutation")).toEqual(["mutation"]);
});

test.each([
  [{ supported: 4, refuted: 0, inconclusive: 0, untested: 0 }, 0],
  [{ supported: 2, refuted: 1, inconclusive: 1, untested: 1 }, 1],
  [{ supported: 3, refuted: 0, inconclusive: 1, untested: 1 }, 3],
  [{ supported: 3, refuted: 0, inconclusive: 0, untested: 1 }, 4],
])("verdicts %j give the exit code %i", (summary, code) => {
  expect(exitCodeOf(summary)).toBe(code);
});

test.each([
  [["check", "ridge/optimal"], "there is no claim ridge/optimal; did you mean ridge/optimal-xi?"],
  [["check", "--evidence", "propety"], 'there is no evidence of kind "propety"; did you mean property?'],
  [["check", "--seed", "-1"], "expected an integer of at least 0"],
  [["check", "--seed", "1.5"], "expected an integer of at least 0"],
  [["check", "--margin", "0"], "expected a number between 0 and 1"],
  [["check", "--margin", "NaN"], "expected a finite number"],
  [["check", "--workers", "0"], "expected an integer from 1 to 1,024"],
  [["check", "--workers", "1025"], "expected an integer from 1 to 1,024"],
  [["check", "--json", join(folder, "none", "report.json")], "there is no such file or folder"],
  [["check", "--json", folder], "it is a folder"],
  [["check", "--sead", "1"], "unknown option '--sead'"],
  [["chek"], "unknown command 'chek'"],
])("%j is refused in one sentence with exit code 2, before any work", async (args, message) => {
  const refused = await sdTheoremsHere(args);
  expect(refused.status).toBe(2);
  expect(refused.stdout).toBe("");
  expect(refused.stderr).toContain(message);
  expect(refused.stderr).toMatch(/^sd-theorems: /);
  expect(refused.stderr.trim().split("\n").length).toBeLessThanOrEqual(2); // commander adds "(Did you mean …?)" below
  expect(existsSync(join(folder, "none"))).toBe(false);
});
