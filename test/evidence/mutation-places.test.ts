import { expect, test } from "vitest";
import type { Judgement } from "../../src/evidence/claim.ts";
import { mutationFinding, type MutantResult } from "../../src/evidence/mutation.ts";

const caught: Judgement = { caught: true };
const unexplained: Judgement = { caught: false, blind: null };

// x + x broken by x → −x at either place: one change, two mutants.
test("the same change in another place, or in another formula, is a mutant of its own", () => {
  const at = (formula: string, text: string, judgement: Judgement): MutantResult => ({
    formula,
    change: "x → -x",
    text,
    judgement,
  });
  const places = mutationFinding([at("f", "-x + x", caught), at("f", "x + -x", unexplained)]);
  expect([places.verdict, places.detail]).toEqual(["untested", expect.stringContaining("1 of 2 mutants caught")]);
  const formulas = mutationFinding([at("f", "-x", caught), at("g", "-x", unexplained)]);
  expect([formulas.verdict, formulas.detail]).toEqual(["untested", expect.stringContaining("1 of 2 mutants caught")]);
});
