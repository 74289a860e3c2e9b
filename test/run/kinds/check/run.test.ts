import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { claims as everyClaim } from "../../../../proofs/index.ts";
import { type Claim, evidenceKinds } from "../../../../src/evidence/index.ts";
import { verdictTable } from "../../../../src/cli/verdict-table.ts";
import { check, checkClaims, type CheckSettings, type Report } from "../../../../src/run/index.ts";

// The first claims are enough to see how a run goes; where workers do not matter, this process does what they would.
const claims = everyClaim.slice(0, 2);
const [first, second] = claims as [Claim, Claim];
const options = { evidence: ["derivation", "property"], seed: 3, margin: 0.01 } as const;
const checkHere = (given: readonly Claim[] = claims, change: CheckSettings = {}): Report =>
  check(given, { ...options, ...change });

test("the digest is the same for any number of workers and any order of finishing, and another seed has another", async () => {
  const drawn = { ...options, evidence: evidenceKinds };
  const [one, two] = [
    await checkClaims({ ...drawn, claims: [second], workers: 1 }),
    await checkClaims({ ...drawn, claims: [second], workers: 2 }),
  ];
  expect(two.digest).toBe(one.digest);
  expect(checkHere([second], drawn).digest).toBe(one.digest);
  expect(checkHere([second], { ...drawn, seed: 4 }).digest).not.toBe(one.digest);
});

test("the digest is the SHA-256 of what was found: of the report without its times and what made it", () => {
  const {
    digest,
    schema: _schema,
    version: _version,
    build: _build,
    ...content
  } = checkHere(claims, { evidence: ["derivation"] });
  const untimed = {
    ...content,
    claims: content.claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map(({ kind, name, verdict, detail }) => ({ kind, name, verdict, detail })),
    })),
  };
  expect(digest).toBe(createHash("sha256").update(JSON.stringify(untimed)).digest("hex"));
});

test("only the kinds of evidence that are asked for are gathered, in the claim's order", () => {
  const { claims: reports } = checkHere();
  reports.forEach(({ id, evidence }) => {
    const claim = claims.find((each) => each.id === id)!;
    const asked = claim.checks.filter(({ kind }) => kind === "derivation" || kind === "property");
    expect(evidence.map(({ name }) => name)).toEqual(asked.map(({ name }) => name));
  });
});

test("mutation asked for alone breaks formulas under every kind of check", () => {
  const { claims: reports } = checkHere([second], { evidence: ["mutation"] });
  expect(reports[0]!.evidence.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
    "mutation: derivation, broken on purpose",
    "mutation: trial, broken on purpose",
    "mutation: property, broken on purpose",
  ]);
});

test("a claim without any of the evidence asked for is inconclusive, not supported", () => {
  const bare = { ...first, checks: first.checks.filter(({ kind }) => kind === "derivation") };
  const { claims: reports, summary } = checkHere([bare], { evidence: ["simulation"] });
  expect(reports[0]!.verdict).toBe("inconclusive");
  expect(summary).toEqual({ supported: 0, refuted: 0, inconclusive: 1, untested: 0 });
});

test("a claim is no better than those it depends on", () => {
  const unchecked = { ...first, checks: [] };
  const { claims: reports } = checkHere([unchecked, second]);
  expect(reports.map(({ verdict }) => verdict)).toEqual(["inconclusive", "inconclusive"]);
  expect(reports[1]!.evidence.every(({ verdict }) => verdict === "supported")).toBe(true);
});

test("what Coq accepted is said of the derivations that it was given, and of no others", () => {
  const several = everyClaim[3]!; // of its two derivations the second is left
  const changed = { ...several, checks: several.checks.slice(1) };
  const { claims: reports } = checkHere([first, changed], { evidence: ["derivation"] });
  const steps = first.checks.flatMap(({ derivation }) => derivation?.steps ?? []).length;
  expect(reports[0]!.proofAssistant).toMatchObject({ name: "Coq", accepted: steps, steps });
  expect(reports[1]!.proofAssistant).toBeNull();
});

test("a claim without derivations has none that Coq has not seen", () => {
  const measured = { ...first, checks: first.checks.filter(({ kind }) => kind === "property") };
  const report = checkHere([measured], { evidence: ["property"] });
  expect(report.claims[0]!.proofAssistant).toMatchObject({ accepted: 0, steps: 0 });
  expect(verdictTable(report, 0)).toContain("\nthere is no derivation here");
});

test("progress counts every check once", async () => {
  const steps: string[] = [];
  await checkClaims({ ...options, claims, workers: 1, onProgress: (done, of) => steps.push(`${done}/${of}`) });
  const total = claims
    .flatMap(({ checks }) => checks)
    .filter(({ kind }) => kind === "derivation" || kind === "property").length;
  expect(steps).toEqual(Array.from({ length: total + 1 }, (_, done) => `${done}/${total}`));
});
