import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { claims } from "../proofs/index.ts";
import { DOCUMENT as CLAIMS, shownTable, tableOf, withClaims } from "../scripts/documents/claims-document.ts";
import { DOCUMENT as README, withVerdicts } from "../scripts/documents/verdict-lines.ts";
import type { Report } from "../src/run/index.ts";
import { sdTheorems } from "./cli/run.ts";

/*
 * The executable paper: one run of the command line, and a test for each piece of evidence. A claim's own sentences name
 * the tests.
 */
const { status, stdout } = sdTheorems(["check", "--json", "-"]);
const report = JSON.parse(stdout) as Report;

for (const { title, id, checks, hypotheses } of claims)
  describe(`${title} (${id})`, () => {
    const reported = report.claims.find((claim) => claim.id === id)!;

    for (const { kind, name, verdict, detail } of reported.evidence) {
      test(`${kind}: ${name}`, () => expect(`${verdict}: ${detail}`).toMatch(/^supported: /));
    }

    // What real data show is measured, and properties tie it to the formulas; everything else is derived, and simulated or tried on drawn labels.
    const isMeasured = checks.some(({ kind }) => kind === "experiment");
    const needed = isMeasured
      ? (["experiment", "property"] as const)
      : ([
          "derivation",
          checks.some(({ kind }) => kind === "simulation") ? "simulation" : "trial",
          "property",
        ] as const);

    test(`there are ${needed.join(", ")} and mutation, and broken formulas are held against each check that covers any`, () => {
      const kinds = new Set(reported.evidence.map(({ kind }) => kind));
      for (const kind of [...needed, "mutation" as const]) expect(kinds).toContain(kind);
      expect(reported.evidence.filter(({ kind }) => kind !== "mutation").map(({ name }) => name)).toEqual(
        checks.map(({ name }) => name),
      );
      const broken = reported.evidence.flatMap(({ of }) => of ?? []);
      expect(broken).toEqual([...new Set(checks.filter(({ covers }) => covers.length > 0).map(({ kind }) => kind))]);
    });

    test("a hypothesis whose absence is explored is one that the claim lists", () => {
      for (const { kind, name, without } of reported.evidence) {
        if (kind === "counterexample") expect(hypotheses, name).toContain(without);
        else expect(without).toBeUndefined();
      }
    });

    const strictest = isMeasured ? "property" : "derivation";

    test(`no broken formula survives its ${strictest}`, () => {
      const { caught, total, survivors } = reported.evidence.find(({ of }) => of === strictest)!.mutants!;
      expect([caught, survivors]).toEqual([total, []]);
      expect(total).toBeGreaterThan(0);
    });

    test("the claim as a whole is supported", () => {
      expect(reported.verdict).toBe("supported");
    });
  });

test("README.md has a line for each claim, with this verdict, these checks and this mutation score (npm run documents)", async () => {
  const text = readFileSync(README, "utf8");
  expect(text).toBe(await withVerdicts(text, report));
});

test("docs/claims.md shows these verdicts and mutation scores of every kind of evidence, and the claims as they are", async () => {
  const text = readFileSync(CLAIMS, "utf8");
  const shown = shownTable(text);
  // Times differ from run to run, and with them the width of their column; the digest may with the version of Node.
  const steady = (table: string): string =>
    table
      .replaceAll(/ *\d+\.\d s/g, " …")
      .replaceAll(/─+/g, "─")
      .replaceAll(/ +/g, " ")
      .replace(/digest \w+/, "digest");
  expect(steady(shown)).toBe(steady(tableOf(report, 0)));
  expect(text).toBe(await withClaims(text, claims, shown));
});

test("the command line says with its exit code that everything is supported", () => {
  expect(status).toBe(0);
  expect(report.summary).toEqual({ supported: claims.length, refuted: 0, inconclusive: 0, untested: 0 });
});
