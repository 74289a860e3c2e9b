import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readReport } from "../../src/report/read-report.ts";
import { digestOf, ownClaims, type Report } from "../../src/run/index.ts";
import { everything } from "./sample.ts";

const folder = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, "report.json");
const written = (report: unknown): string => {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
};
// What is undefined is not part of the JSON that the digest is of.
const signed = (report: Report): Report => {
  const content = { ...report, digest: undefined };
  return { ...report, digest: digestOf(content) };
};

test("a report is read as it was written, with what it has beyond what is asked of it", () => {
  const report = signed({ ...everything(), extra: "kept" } as Report);
  expect(readReport(written(report), ownClaims)).toEqual(report);
});

test.each([
  ["changed afterwards", (report: Report) => ({ ...report, seed: 2 }), "its digest is not that of its content"],
  [
    "of another version",
    (report: Report) => signed({ ...report, version: "0.0.1" }),
    "was written by version 0.0.1, and this is",
  ],
  [
    "of claims that are not known",
    (report: Report) => signed({ ...report, claims: report.claims.map((claim) => ({ ...claim, id: "ridge/other" })) }),
    "there is no claim ridge/other",
  ],
  [
    "from before reports said their build",
    ({ build: _build, schema: _schema, ...old }: Report) => old,
    "is from before reports said which code made them; check the claims again",
  ],
  [
    "of another build",
    (report: Report) => signed({ ...report, build: { ...report.build, digest: "0".repeat(64) } }),
    "is of build 000000000000 (",
  ],
  [
    "that contradicts itself",
    (report: Report) => signed({ ...report, summary: { ...report.summary, supported: 26 } }),
    "contradicts itself: the report has the summary",
  ],
  ["with a margin that is none", (report: Report) => signed({ ...report, margin: 2 }), "margin is no margin"],
  [
    "with a time that is none",
    (report: Report) =>
      signed({
        ...report,
        claims: report.claims.map((claim) => ({
          ...claim,
          evidence: claim.evidence.map((item) => ({ ...item, seconds: 1e308 })),
        })),
      }),
    "is longer than three centuries",
  ],
  ["without a verdict", (report: Report) => ({ ...report, claims: [{}] }), "claims[0]"],
  [
    "from before reports had a schema",
    (report: Report) => ({ ...report, build: undefined }),
    "is from before reports said which code made them; check the claims again",
  ],
  ["of another schema", (report: Report) => ({ ...report, schema: 2 }), "schema is 2; expected 1"],
  ["that is none", () => [1, 2], "the document is"],
])("a report %s is refused in one sentence", (_, change, message) => {
  expect(() => readReport(written(change(everything())), ownClaims)).toThrow(message);
});
