import { expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { type Claim, derivation, uncoveredFormulas, uncoveredSentence } from "../../src/evidence/index.ts";
import type { Book } from "../../src/formula/index.ts";
import { book } from "./fixtures.ts";

function covering(id: string, theirs: Book, covers: readonly string[]): Claim {
  const checks = [derivation(theirs, { name: "test", covers, steps: [] })];
  return { id, title: "t", source: "s", statement: "s", hypotheses: [], dependsOn: [], book: theirs, checks };
}

const area = covering("squares/area", book, ["area"]);

test("a formula that no check covers is uncovered", () => {
  expect(uncoveredFormulas(area, [area])).toEqual(["twice"]);
  expect(uncoveredFormulas(covering("squares/both", book, ["area", "twice"]), [area])).toEqual(["twice"]);
});

test("it is covered where another claim on the same book, or on one that extends it, covers it", () => {
  expect(uncoveredFormulas(area, [area, covering("squares/twice", book, ["twice"])])).toEqual([]);
  const further = book.extend({}, { thrice: { latex: "", meaning: "", text: "3*area" } });
  const other = covering("squares/thrice", further, ["twice"]);
  expect(uncoveredFormulas(area, [area, other])).toEqual([]);
  expect(uncoveredFormulas(other, [area, other])).toEqual(["thrice"]);
});

test("a formula of the same name in another book is another formula", () => {
  const broken = book.with("twice", book.expand("3*x"));
  expect(uncoveredFormulas(area, [area, covering("squares/broken", broken, ["twice"])])).toEqual(["twice"]);
});

test("it is said in one sentence", () => {
  expect(uncoveredSentence([])).toBeNull();
  expect(uncoveredSentence(["twice"], " of squares/area")).toBe(
    "no check covers twice of squares/area: it may be wrong",
  );
  expect(uncoveredSentence(["a", "b", "c"])).toBe("no check covers a, b and c: they may be wrong");
});

test.each(claims.map((claim) => [claim.id, claim] as const))(
  "every formula of the book of %s is covered",
  (_, claim) => {
    expect(uncoveredFormulas(claim, claims)).toEqual([]);
  },
);
