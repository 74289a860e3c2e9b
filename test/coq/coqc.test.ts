import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimFile, CoqFolder, coqFolder, coqVersion, LIBRARY, recordOf } from "../../src/coq/index.ts";
import { outcomeOf } from "../../src/evidence/step-outcome.ts";
import type { Step } from "../../src/evidence/index.ts";
import { claimWith, falseSteps, sampleSteps } from "./samples.ts";

/*
 * Coq is optional for users: without it there is nothing to see here. Where the environment variable CI is set it must be
 * there.
 */
const version = await coqVersion();
const coq = new CoqFolder();
beforeAll(async () => {
  if (version !== null) await coq.addLibrary(readFileSync(join(coqFolder(), LIBRARY), "utf8"));
});
afterAll(() => coq.remove());

test("coqc is there wherever it has to be", () => {
  expect(version !== null || process.env["CI"] === undefined).toBe(true);
});

test("the kernel takes every sample for true, and none of the false ones", () => {
  const { book, checks } = claimWith(sampleSteps);
  const { prepare, hypotheses } = checks[0]!.derivation!;
  const refused = (step: Step): boolean => outcomeOf(step, prepare!(book), hypotheses).kind !== "holds";
  expect(sampleSteps.filter(refused)).toEqual([]);
  expect(falseSteps.filter((step) => !refused(step))).toEqual([]);
});

test("Coq accepts the samples, and refuses by name each false step and one with a wrong slope", async () => {
  const slope: Step = { says: "a slope is wrong", identity: ["diff(lambda^3, lambda)", "3*lambda^2"] };
  const file = claimFile(claimWith([...falseSteps.slice(0, 1), ...sampleSteps, slope, ...falseSteps.slice(1)]));
  const wrong = { ...file, text: file.text.replace("(3 * 1 * lambda ^ 2)", "(2 * 1 * lambda ^ 2)") };
  expect(wrong.text).not.toBe(file.text);
  if (version === null) return;
  const lemmas = await coq.refusedLemmas(wrong);
  expect(lemmas.filter((name) => name.includes("slope"))).toEqual([
    `derivation_1_step_${sampleSteps.length + 2}_slope_1`,
  ]);
  const [first, ...others] = falseSteps;
  expect(recordOf(wrong, lemmas).refused).toEqual([first!, slope, ...others].map(({ says }) => `samples: ${says}`));
});

test("a file that is no proof is no refusal of a lemma: it is an error", async () => {
  if (version === null) return;
  await expect(coq.refusedLemmas({ path: "ridge/Bad.v", text: "Check nothing." })).rejects.toThrow("coqc stops in");
});
