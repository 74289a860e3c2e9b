import { expect, test } from "vitest";
import type { Notice } from "../../src/evidence/claim.ts";
import {
  describeScore,
  type MutantResult,
  mutationScore,
  tryMutants,
  verdictOfScore,
} from "../../src/evidence/mutation.ts";
import { Book, compile, scalar } from "../../src/formula/index.ts";
import { book } from "./fixtures.ts";

const caught: Notice = { noticed: true };
const unexplained: Notice = { noticed: false, because: null };
const excused: Notice = { noticed: false, because: "too small to see" };
const result = (text: string, notice: Notice): MutantResult => ({
  formula: "f",
  change: `→ ${text}`,
  text,
  notice,
});

/** What a score amounts to: its verdict, and the score in words. */
const amountsTo = (results: readonly MutantResult[]): unknown => {
  const score = mutationScore(results);
  return [verdictOfScore(score), describeScore(score)];
};

test("a mutant is caught if any check of the kind catches it", () => {
  const results = [result("a", unexplained), result("a", caught), result("b", caught)];
  expect(mutationScore(results)).toEqual({ caught: 2, total: 2, survivors: [] });
  expect(amountsTo(results)).toEqual(["supported", "2 of 2 mutants caught"]);
});

test("with a survivor that has no reason the formula is untested, not the claim refuted; it is named", () => {
  const results = [result("a", caught), result("b", unexplained)];
  expect(mutationScore(results).survivors).toEqual([{ formula: "f", change: "→ b", because: null }]);
  expect(amountsTo(results)).toEqual([
    "untested",
    "1 of 2 mutants caught; 1 of 2 mutants survives, and nothing explains why: f: → b",
  ]);
});

test("one check's excuse does not hold where another should have seen the mutant", () => {
  expect(verdictOfScore(mutationScore([result("a", excused), result("a", unexplained)]))).toBe("untested");
});

test("a survivor with a computed reason is listed with it", () => {
  expect(amountsTo([result("a", caught), result("b", excused)])).toEqual([
    "supported",
    "1 of 2 mutants caught; beyond sight: f: → b (too small to see)",
  ]);
});

test("of many survivors as few are named as is asked for, with how many more there are and where", () => {
  const survivors = (count: number) =>
    mutationScore(Array.from({ length: count }, (_, i) => result(`a${i}`, unexplained)));
  expect(describeScore(survivors(92), 5, "--json -")).toBe(
    "0 of 92 mutants caught; 92 of 92 mutants survive, and nothing explains why: f: → a0; f: → a1; f: → a2; f: → a3; f: → a4; and 87 more (--json -)",
  );
  expect(describeScore(survivors(92))).toContain("f: → a91");
  expect(describeScore(survivors(5), 5, "--json -")).toBe(describeScore(survivors(5)));
});

test("every live mutant of every covered formula is tried", () => {
  const results = tryMutants(book, ["area"], {
    finding: { verdict: "supported", detail: "" },
    notices: (broken) => (compile(broken, ["twice"])({ x: 2 }).twice === 8 ? unexplained : caught),
  });
  // Of x², (−x)² is the same; dropping, raising and lowering an exponent leaves these.
  expect(results.map(({ text }) => text).toSorted()).toEqual(["(x^2)^2", "x^1", "x^3"]);
  expect(results.every(({ notice }) => notice.noticed)).toBe(true);
});

test("a check that breaks down on a broken formula has not noticed it", () => {
  for (const thrown of [new RangeError("no shape"), new TypeError("no such thing"), "a word"]) {
    const results = tryMutants(book, ["area"], {
      finding: { verdict: "supported", detail: "" },
      notices: () => {
        throw thrown;
      },
    });
    expect(results.length).toBe(3);
    expect(results.map(({ notice }) => notice)).toEqual(results.map(() => unexplained));
  }
});

test("a mutant that divides by zero everywhere is excused by that, and never caught", () => {
  const quotient = Book.define(
    { x: scalar("x", "positive", "a number"), y: scalar("y", "positive", "another") },
    { ratio: { latex: "q", meaning: "a quotient", text: "x/(x - y)" } },
  );
  const results = tryMutants(quotient, ["ratio"], {
    finding: { verdict: "supported", detail: "" },
    notices: () => caught,
  });
  const nowhere = results.filter(({ notice }) => !notice.noticed);
  expect(nowhere.map(({ text }) => text).toSorted()).toEqual(["x/(x - x)", "x/(y - y)"]);
  expect(amountsTo(results)).toEqual([
    "supported",
    expect.stringMatching(/mutants caught; beyond sight: .*\(it divides by zero everywhere\)$/),
  ]);
});

test("a kind that sees none of the mutants is untested, whatever the reasons: its margin may hold everything", () => {
  expect(amountsTo([result("a", excused), result("b", excused)])).toEqual([
    "untested",
    "0 of 2 mutants caught; nothing that is broken would be seen: too small to see",
  ]);
});
