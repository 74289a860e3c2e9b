import { expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { markdownReport } from "../../src/report/markdown.ts";
import { derivations, everything, mixed } from "./sample.ts";

test("a table has a row for each claim, with its verdict and kinds of evidence", () => {
  const rows = markdownReport(everything(), { claims })
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  expect(rows).toEqual([
    expect.stringMatching(
      /^\| `ridge\/student-estimator` .* \| ✓ supported \| derivation, .* and \d+ of \d+ mutants \|$/,
    ),
    expect.stringMatching(/^\| `ridge\/path-tangent` .* \| ✓ supported \| derivation, .* and \d+ of \d+ mutants \|$/),
  ]);
});

test("what is not supported stands before the table, the rest is folded away", () => {
  const text = markdownReport(mixed(), { claims });
  const table = text.indexOf("| claim |");
  expect(text.slice(0, table)).toContain("**refuted**: ridge/student-estimator, trial, ");
  expect(text.slice(0, table)).toContain("**inconclusive**: ridge/path-tangent, property, ");
  expect(text.slice(0, table)).not.toContain("exact steps");
  expect(text.slice(table).match(/<details>/g)!.length).toBe(4);
});

test("it fits into a comment: where it would not, the evidence for supported claims is left out, and it says so", () => {
  const { claims: reports, ...rest } = derivations();
  const [first, ...others] = reports;
  const long = { ...first!.evidence[0]!, detail: "x ".repeat(15_000) };
  const longer = [first!, ...others].slice(0, 3).map((claim) => ({ ...claim, evidence: [long] }));
  const text = markdownReport({ ...rest, claims: longer }, { claims });
  expect(text.length).toBeLessThan(65_536);
  expect(text).not.toContain("<details>");
  expect(text).toContain("too long for a comment");
  expect(markdownReport(derivations(), { claims })).not.toContain("too long for a comment");
});

test("what data brings along is plain text: no markup, no other row or heading", () => {
  const hostile = "a|b\n# c `d` [e](f) <img src=x> *g*";
  const [first] = mixed().claims;
  const item = { kind: "property" as const, name: hostile, verdict: "refuted" as const, detail: hostile, seconds: 0 };
  const text = markdownReport({ ...mixed(), claims: [{ ...first!, evidence: [item] }] }, { claims });
  const plain = String.raw`a\|b \# c \`d\` \[e\](f) &lt;img src=x&gt; \*g\*`;
  expect(text).toContain(`**refuted**: ridge/student-estimator, property, ${plain}: ${plain}`);
  expect(text).not.toContain("<img");
});
