import { expect, test } from "vitest";
import { coqName, coqTerm } from "../../src/formula/coq.ts";
import { parse } from "../../src/formula/parse.ts";

test.each([
  ["a scalar is a variable", "lambda", "lambda"],
  ["a per-mode symbol is a function of the mode", "s_j/(s_j + s_k)", "s j / (s j + s k)"],
  ["a sum is over the first r modes", "2*sum(s_j^2)", "2 * sum r (fun j => s j ^ 2)"],
  ["pairs are those of the first r modes", "pairs(s_j*s_k)", "pairs r (fun j k => s j * s k)"],
  ["a sum is an argument as it stands", "sum(s_j)^2", "sum r (fun j => s j) ^ 2"],
  ["what binds less is in parentheses", "(a - (b - c))*(d/(e/f))", "(a - (b - c)) * (d / (e / f))"],
  ["what does not need them has none", "a - b - c + d*e/f", "a - b - c + d * e / f"],
  ["a power of a power", "(a^2)^3", "(a ^ 2) ^ 3"],
  ["a negative power is an inverse", "a*(b + c)^(-2)", "a * (/ (b + c) ^ 2)"],
  ["a negation reaches as far as its parentheses", "-(a + b)^2 - -c", "- (a + b) ^ 2 - (- c)"],
  ["a negative number", "a*(-2)", "a * (-2)"],
  ["a name that is taken gets a prime", "r + sum(E_j)", "r' + sum r (fun j => E' j)"],
])("%s", (_, formula, term) => {
  expect(coqTerm(parse(formula))).toBe(term);
});

test("derivatives and substitutions are carried out before", () => {
  expect(() => coqTerm(parse("diff(x, x)"))).toThrow("derivative has no Coq term: expand it first");
});

test("the words of Coq are no names of symbols", () => {
  expect(["at", "forall", "in", "theta"].map(coqName)).toEqual(["at'", "forall'", "in'", "theta"]);
});
