import { expect, test } from "vitest";
import type { Judgement } from "../../src/evidence/claim.ts";
import { mutationFinding, type MutantResult, shortDetail, tryMutants } from "../../src/evidence/mutation.ts";
import { compile } from "../../src/formula/index.ts";
import { book } from "./fixtures.ts";

const caught: Judgement = { caught: true };
const unexplained: Judgement = { caught: false, blind: null };
const excused: Judgement = { caught: false, blind: "too small to see" };
const result = (text: string, judgement: Judgement): MutantResult => ({
  formula: "f",
  change: `→ ${text}`,
  text,
  judgement,
});

test("a mutant is caught if any check of the kind catches it", () => {
  expect(mutationFinding([result("a", unexplained), result("a", caught), result("b", caught)])).toEqual({
    verdict: "supported",
    detail: "2 of 2 mutants caught",
  });
});

test("a survivor without a reason refutes the evidence and is named", () => {
  expect(mutationFinding([result("a", caught), result("b", unexplained)])).toEqual({
    verdict: "refuted",
    detail: "1 of 2 mutants caught; nothing explains why these survive: f: → b",
  });
});

test("one check's excuse does not hold where another should have seen the mutant", () => {
  expect(mutationFinding([result("a", excused), result("a", unexplained)]).verdict).toBe("refuted");
});

test("a survivor with a computed reason is listed with it", () => {
  expect(mutationFinding([result("a", caught), result("b", excused)])).toEqual({
    verdict: "supported",
    detail: "1 of 2 mutants caught; beyond sight: f: → b (too small to see)",
  });
});

test("of many survivors a short detail names five, and says how many more there are and where", () => {
  const survivors = (count: number) =>
    mutationFinding(Array.from({ length: count }, (_, i) => result(`a${i}`, unexplained)));
  expect(shortDetail(survivors(92), "--json -")).toBe(
    "0 of 92 mutants caught; nothing explains why these survive: f: → a0; f: → a1; f: → a2; f: → a3; f: → a4; and 87 more (--json -)",
  );
  expect(survivors(92).detail).toContain("f: → a91");
  expect(shortDetail(survivors(5), "--json -")).toBe(survivors(5).detail);
});

test("every live mutant of every covered formula is tried", () => {
  const results = tryMutants(book, ["area"], {
    finding: { verdict: "supported", detail: "" },
    judge: (broken) => (compile(broken, ["twice"])({ x: 2 }).twice === 8 ? unexplained : caught),
  });
  // Of x², (−x)² is the same; dropping, raising and lowering an exponent leaves these.
  expect(results.map(({ text }) => text).toSorted()).toEqual(["(x^2)^2", "x^1", "x^3"]);
  expect(results.every(({ judgement }) => judgement.caught)).toBe(true);
});
