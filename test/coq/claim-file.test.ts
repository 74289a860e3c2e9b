import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { generatedIn, writeGenerated } from "../../scripts/coq-files.ts";
import { claimFile, coqFolder, LIBRARY, readRecord, sha256 } from "../../src/coq/index.ts";
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

test("nothing else is in proofs/coq/steps, and the record is of the library there is", () => {
  expect(generatedIn(coqFolder()).toSorted()).toEqual(written.map(({ path }) => path).toSorted());
  expect(Object.keys(record.claims)).toEqual(written.map(({ claim }) => claim));
  expect(record.library).toBe(sha256(readFileSync(join(coqFolder(), LIBRARY), "utf8")));
});

test("what all of them rest on assumes nothing", () => {
  expect(readFileSync(join(coqFolder(), LIBRARY), "utf8")).not.toMatch(/Admitted|Axiom|Parameter|Conjecture/);
});

test("the generator removes what it wrote of a claim that is gone, and nothing that was written by hand", () => {
  const folder = mkdtempSync(join(tmpdir(), "coq-files-"));
  try {
    const kept = ["base/SumsOverModes.v", "theorems/ridge/HighNoise.v", "theorems/Lemmas.v", "README.md"];
    for (const file of [...kept, "steps/ridge/Renamed.v"]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), "by hand");
    }
    const files = written.slice(0, 3);
    writeGenerated(files, folder);
    expect(generatedIn(folder).toSorted()).toEqual(files.map(({ path }) => path).toSorted());
    for (const file of kept) expect(existsSync(join(folder, file)), file).toBe(true);
    for (const { path, text } of files) expect(readFileSync(join(folder, path), "utf8")).toBe(text);
    expect(() => writeGenerated([{ path: "theorems/ridge/HighNoise.v", text: "" }], folder)).toThrow("is not in steps");
  } finally {
    rmSync(folder, { recursive: true });
  }
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
