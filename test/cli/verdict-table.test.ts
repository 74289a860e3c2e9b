import { expect, test } from "vitest";
import { verdictTable } from "../../src/cli/verdict-table.ts";
import type { Report } from "../../src/run/index.ts";

const survivors = Array.from({ length: 92 }, (_, i) => ({ formula: "error", change: `x → x + ${i}`, because: null }));

function report(uncovered: readonly string[]): Report {
  const mutation = {
    kind: "mutation" as const,
    name: "property, broken on purpose",
    verdict: "untested" as const,
    detail: "8 of 100 mutants caught, and so on",
    of: "property" as const,
    mutants: { caught: 8, total: 100, survivors },
    seconds: 0,
  };
  const claim = { id: "paper/claim", title: "Claim", source: "new here", verdict: "untested" as const };
  return {
    schema: 1,
    version: "0",
    build: { digest: "0".repeat(64), commit: null, node: "20.19.0", coq: null, dependencies: {} },
    seed: 1,
    margin: 0.01,
    engine: "spectral",
    claims: [{ ...claim, conditional: [], fallsWith: [], evidence: [mutation], uncovered, proofAssistant: null }],
    summary: { supported: 0, refuted: 0, inconclusive: 0, untested: 1 },
    digest: "0".repeat(64),
  };
}

test("of many surviving mutants the first five are named, with how many more the report lists", () => {
  const line = verdictTable(report([]), 0)
    .split("\n")
    .find((each) => each.startsWith("untested: paper/claim"));
  expect(line).toBe(
    "untested: paper/claim, mutation, property, broken on purpose: 8 of 100 mutants caught; 92 of 100 mutants survive, and " +
      "nothing explains why: error: x → x + 0; error: x → x + 1; error: x → x + 2; error: x → x + 3; error: x → x + 4; and 87 more (--json -)",
  );
});

test("formulas that no check covers are named in a line of their own, and there is none where all are covered", () => {
  expect(verdictTable(report(["bias", "error"]), 0)).toContain(
    "\nno check covers bias and error of paper/claim: they may be wrong\n",
  );
  expect(verdictTable(report([]), 0)).not.toContain("no check covers");
});

test("a claim on ground that was not checked is conditional, one that falls says with which, and each is counted once", () => {
  const [untested] = report([]).claims;
  const waits = {
    ...untested!,
    id: "paper/other",
    verdict: "supported" as const,
    conditional: ["paper/claim"],
    evidence: [],
  };
  const falls = { ...untested!, id: "paper/last", evidence: [], fallsWith: ["paper/claim"] };
  const summary = { supported: 1, refuted: 0, inconclusive: 0, untested: 2 };
  const table = verdictTable({ ...report([]), claims: [untested!, waits, falls], summary }, 0);
  expect(table).toMatch(/│ paper\/other +│ conditional +│/);
  expect(table).toContain(
    "\nconditional: paper/other: it waits for paper/claim, which it rests on and which was not checked in this run\n",
  );
  expect(table).toContain("\nuntested: paper/last: it falls with paper/claim, which is untested: it rests on it\n");
  expect(table).toContain("\n1 supported, 0 refuted, 0 inconclusive, 2 untested · ");
});
