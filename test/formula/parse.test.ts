import fc from "fast-check";
import { expect, test } from "vitest";
import { format } from "../../src/formula/format.ts";
import { parse } from "../../src/formula/parse.ts";
import { expressions } from "./expressions.ts";

test("what is written out reads back as the same tree", () => {
  fc.assert(
    fc.property(expressions(["+", "-", "*", "/"], 3), (expression) => {
      expect(parse(format(expression))).toEqual(expression);
    }),
    { numRuns: 500 },
  );
});

test.each([
  "lambda - (xi - s_j)",
  "lambda/(xi*s_j)",
  "lambda/xi*s_j",
  "-lambda^2",
  "(-lambda)^2",
  "lambda^(-2)",
  "(lambda^2)^3",
  "(-(lambda + xi))*s_j",
  "2*(-3)",
  "at(diff(xi^2, xi), xi, sum(s_j))",
  "pairs(s_j - s_k)",
])("%s is written as it was read", (text) => {
  expect(format(parse(text))).toBe(text);
});

test("mode indices are part of the language: s_j is the value of s in mode j", () => {
  expect(parse("s_j")).toEqual({ kind: "symbol", name: "s", index: "j" });
  expect(parse("noise_k")).toEqual({ kind: "symbol", name: "noise", index: "k" });
  expect(parse("lambda")).toEqual({ kind: "symbol", name: "lambda", index: null });
});

test("powers associate to the right only where it is written so", () => {
  expect(parse("-xi^2")).toEqual({ kind: "negate", argument: parse("xi^2") });
});

test.each([
  ["1 +", /cannot read the formula "1 \+":/],
  ["0.5*xi", /cannot read 0\.5 in the formula "0\.5\*xi": numbers are integers; write 1\/2 for 0\.5/],
  ["xi^lambda", /exponents are integers/],
  ["xi % 2", /the operator % is not understood/],
  ["sin(xi)", /the functions are sum\(term\), pairs\(term\), diff/],
  ["diff(xi, 2)", /the functions are/],
  ["sum(xi, lambda)", /the functions are/],
  ["[1, 2]", /only arithmetic/],
  ["xi = 2", /only arithmetic/],
])("%s is refused, naming what is not understood", (text, message) => {
  expect(() => parse(text)).toThrow(SyntaxError);
  expect(() => parse(text)).toThrow(message);
});
