import { expect, test } from "vitest";
import type { Claim } from "../../src/evidence/index.ts";
import { statuses } from "../../src/report/statuses.ts";
import type { ClaimReport } from "../../src/run/index.ts";

const chain = [
  { id: "a", dependsOn: [] },
  { id: "b", dependsOn: ["a"] },
  { id: "c", dependsOn: ["b"] },
] as unknown as Claim[];

const checked = (verdicts: Readonly<Record<string, string>>): ClaimReport[] =>
  Object.entries(verdicts).map(([id, verdict]) => ({ id, verdict })) as unknown as ClaimReport[];

const kindsFor = (verdicts: Readonly<Record<string, string>>): string[] =>
  [...statuses(chain, checked(verdicts)).values()].map(({ kind }) => kind);

test("a claim whose ground is supported has its own verdict", () => {
  expect(kindsFor({ a: "supported", b: "supported", c: "inconclusive" })).toEqual([
    "supported",
    "supported",
    "inconclusive",
  ]);
});

test("a supported claim that rests on an unchecked one, directly or not, is supported on a condition", () => {
  expect(kindsFor({ b: "supported", c: "supported" })).toEqual(["unchecked", "conditional", "conditional"]);
  expect(statuses(chain, checked({ b: "supported", c: "supported" })).get("c")!.unchecked).toEqual(["a"]);
});

test("what is refuted beneath a claim is named, however far down", () => {
  const found = statuses(chain, checked({ a: "refuted", b: "refuted", c: "refuted" }));
  expect(found.get("c")!.troubled).toEqual(["a", "b"]);
  expect(found.get("a")!.troubled).toEqual([]);
});
