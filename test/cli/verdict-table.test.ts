import { expect, test } from "vitest";
import { verdictTable } from "../../src/cli/verdict-table.ts";
import type { Report } from "../../src/run/index.ts";

const survivors = Array.from({ length: 92 }, (_, i) => `error: x → x + ${i}`).join("; ");

function report(uncovered: readonly string[]): Report {
  const mutation = {
    kind: "mutation" as const,
    name: "property, broken on purpose",
    verdict: "refuted" as const,
    detail: `8 of 100 mutants caught; nothing explains why these survive: ${survivors}`,
    seconds: 0,
  };
  const claim = { id: "paper/claim", title: "Claim", source: "new here", verdict: "refuted" as const };
  return {
    schema: 1,
    version: "0",
    build: { digest: "0".repeat(64), commit: null, node: "20.19.0", coq: null, dependencies: {} },
    seed: 1,
    margin: 0.01,
    engine: "spectral",
    claims: [{ ...claim, evidence: [mutation], uncovered, proofAssistant: null }],
    summary: { supported: 0, refuted: 1, inconclusive: 0 },
    digest: "0".repeat(64),
  };
}

test("of many surviving mutants the first five are named, with how many more the report lists", () => {
  const line = verdictTable(report([]), 0)
    .split("\n")
    .find((each) => each.startsWith("refuted: paper/claim"));
  expect(line).toBe(
    "refuted: paper/claim, mutation, property, broken on purpose: 8 of 100 mutants caught; nothing explains why these " +
      "survive: error: x → x + 0; error: x → x + 1; error: x → x + 2; error: x → x + 3; error: x → x + 4; and 87 more (--json -)",
  );
});

test("formulas that no check covers are named in a line of their own, and there is none where all are covered", () => {
  expect(verdictTable(report(["bias", "error"]), 0)).toContain(
    "\nno check covers bias and error of paper/claim: they may be wrong\n",
  );
  expect(verdictTable(report([]), 0)).not.toContain("no check covers");
});
