import { expect, test } from "vitest";
import type { Notice } from "../../src/evidence/claim.ts";
import { type MutantResult, mutationScore, verdictOfScore } from "../../src/evidence/mutation.ts";

const caught: Notice = { noticed: true };
const unexplained: Notice = { noticed: false, because: null };

// x + x broken by x → −x at either place: one change, two mutants.
test("the same change in another place, or in another formula, is a mutant of its own", () => {
  const at = (formula: string, text: string, notice: Notice): MutantResult => ({
    formula,
    change: "x → -x",
    text,
    notice,
  });
  const places = mutationScore([at("f", "-x + x", caught), at("f", "x + -x", unexplained)]);
  expect([verdictOfScore(places), places.caught, places.total]).toEqual(["untested", 1, 2]);
  const formulas = mutationScore([at("f", "-x", caught), at("g", "-x", unexplained)]);
  expect([verdictOfScore(formulas), formulas.caught, formulas.total]).toEqual(["untested", 1, 2]);
});
