import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { claimFile, coqFolder, readRecord, sha256 } from "../../src/coq/index.ts";
import { claimWith, sampleSteps } from "./samples.ts";

// What is measured on real data has no steps.
const written = claims.filter(({ checks }) => checks.some(({ kind }) => kind === "derivation")).map(claimFile);
const record = readRecord()!;

describe.each(written)("the Coq file of $claim", ({ claim, path, text, steps }) => {
  test("is the one in proofs/coq", () => {
    expect(readFileSync(join(coqFolder(), path), "utf8")).toBe(text);
  });

  test("has a lemma for every step of every derivation, each proved and none assumed", () => {
    const checks = claims.find(({ id }) => id === claim)!.checks;
    const all = checks.flatMap(({ derivation }) => derivation?.steps ?? []);
    expect(steps.map(({ says }) => says)).toEqual(all.map(({ says }) => says));
    const lemmas = [...text.matchAll(/^Lemma (\w+)\s[\s\S]*?\nProof\.[\s\S]*?Qed\.$/gm)].map(([, name]) => name);
    expect(new Set(lemmas)).toEqual(new Set(steps.flatMap((step) => step.lemmas)));
    expect(text).not.toMatch(/Admitted|Axiom|Parameter|Conjecture|Abort/);
  });

  test("is the one that the record speaks of, which counts its steps", () => {
    const { sha256: recorded, steps: count, accepted, refused } = record.claims[claim]!;
    expect(recorded).toBe(sha256(text));
    expect(count).toBe(steps.length);
    expect(accepted).toBe(count - refused.length);
  });
});

test("nothing else is in proofs/coq, and the record is of its SumsOverModes.v", () => {
  const files = readdirSync(coqFolder(), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".v"));
  const expected = ["SumsOverModes.v", ...written.map(({ path }) => join(path))];
  expect(files.toSorted()).toEqual(expected.toSorted());
  expect(Object.keys(record.claims)).toEqual(written.map(({ claim }) => claim));
  expect(record.library).toBe(sha256(readFileSync(join(coqFolder(), "SumsOverModes.v"), "utf8")));
});

test("SumsOverModes.v assumes nothing", () => {
  expect(readFileSync(join(coqFolder(), "SumsOverModes.v"), "utf8")).not.toMatch(/Admitted|Axiom|Parameter|Conjecture/);
});

const { text: sample } = claimFile(claimWith(sampleSteps));

test.each([
  ["a domain is a hypothesis", "(s_positive : forall j, 0 < s j)"],
  ["so is a value that is zero", "(stationary_is_zero :"],
  [
    "so is a denominator of unknown sign, for the pairs of modes that it stands in",
    "(j < k < r)%nat -> s j - s k <> 0)",
  ],
  ["a slope is a limit of difference quotients", "derivable_pt_lim (fun lambda =>"],
  ["an expectation is any linear functional with the moments given", "(moment_2 : forall j, E j (fun w => w ^ 2) ="],
])("%s", (_, part) => {
  expect(sample.replaceAll(/\s+/g, " ")).toContain(part);
});
