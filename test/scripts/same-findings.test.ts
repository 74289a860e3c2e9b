import { expect, test } from "vitest";
import { findingsOf, unequal } from "../../scripts/reports/project.ts";

const report = (detail: string, verdict = "supported") => ({
  schema: 1,
  claims: [{ id: "ridge/ties", verdict, evidence: [{ name: "a tie", verdict, detail, seconds: 1 }] }],
});

test("reports that found the same are equal, whatever their words, times and formats", () => {
  const before = findingsOf(report("2 exact steps, at 1.5e-3 of −2/3"));
  const after = findingsOf({ ...report("steps, exact: 2 (1.5e-3; −2/3)"), schema: 2, digest: "another" });
  expect(before.size).toBe(2);
  expect(unequal(before, after)).toEqual([]);
});

test.each([
  ["a digit", report("1,234 replicates at 0.50")],
  ["a sign", report("1,234 replicates at −0.5")],
  ["a verdict", report("1,234 replicates at 0.5", "refuted")],
  ["a claim", { claims: [] }],
])("%s that changed is found", (_, changed) => {
  expect(unequal(findingsOf(report("1,234 replicates at 0.5")), findingsOf(changed))).not.toEqual([]);
});

test("two checks of one name are both compared", () => {
  const [claim] = report("1").claims;
  const twice = { claims: [{ ...claim!, evidence: [...claim!.evidence, { ...claim!.evidence[0]!, detail: "2" }] }] };
  expect(findingsOf(twice).size).toBe(3);
});
