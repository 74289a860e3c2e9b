import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fractions } from "../../src/formula/index.ts";
import { binary, type Expression, integer } from "../../src/formula/expression.ts";
import { format } from "../../src/formula/format.ts";
import { parse } from "../../src/formula/parse.ts";
import { expressions, xi } from "./expressions.ts";

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

describe("a number is read exactly as it is written, or refused as it is written", () => {
  const digits = (most: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
  const literals = fc
    .record({
      whole: fc.oneof(digits(40), fc.constant("")),
      places: fc.option(fc.oneof(digits(30), fc.constant("")), { nil: null, freq: 2 }),
      exponent: fc.option(fc.tuple(fc.constantFrom("e", "E"), fc.constantFrom("", "-", "+"), digits(4)), {
        nil: null,
        freq: 1,
      }),
    })
    .map(({ whole, places, exponent }) => `${whole}${places === null ? "" : `.${places}`}${exponent?.join("") ?? ""}`)
    .filter((text) => /^\.?[0-9]/.test(text));

  test("alone, in a product and as an exponent", () => {
    let [read, refused] = [0, 0];
    fc.assert(
      fc.property(literals, (text) => {
        if (/^[0-9]+$/.test(text)) {
          read++;
          expect(parse(text)).toEqual({ kind: "number", value: Fractions.parse(text)!.numerator });
          expect(parse(`xi*${text} - 1`)).toEqual(binary("-", binary("*", xi, parse(text)), integer(1)));
          expect(parse(`-${text}`)).toEqual(integer(-BigInt(text)));
        } else {
          refused++;
          for (const formula of [text, `xi*${text} - 1`, `xi^${text}`, `-${text}`, `sum(s_j^(${text}))`]) {
            expect(() => parse(formula)).toThrow(
              `cannot read ${text} in the formula "${formula}": numbers are integers`,
            );
          }
        }
      }),
      { numRuns: 500 },
    );
    expect([read > 100, refused > 100]).toEqual([true, true]);
  });

  test("an exponent up to 1000 in size, also where powers are within powers", () => {
    const exponents = fc.oneof(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.bigInt({ min: -1100n, max: 1100n }),
    );
    fc.assert(
      fc.property(exponents, (exponent) => {
        const read = (): Expression => parse(`xi^${exponent}`);
        const isRead = exponent >= -1000n && exponent <= 1000n;
        if (isRead) expect(read()).toEqual({ kind: "power", base: xi, exponent: Number(exponent) });
        else expect(read).toThrow(`cannot read ${exponent} in the formula "xi^${exponent}": exponents are integers`);
      }),
    );
    expect(() => parse("(1 + (xi^100 - 1)*2)^11")).toThrow("of at most 1000 in size, and 100 within it make 1100");
  });

  test.each([
    "1.99999999999999999*xi",
    "1e-400",
    "xi^2.0000000000000000001",
    "4503599627370496.5",
    "1e3",
    ".5",
    "5.",
    "1..2",
    "0x10",
    "0b11",
    "1_000",
    "1e",
    "２",
    "٣",
    "½",
    "2 xi",
    "2xi",
    "2/lambda xi",
    "3(4)",
    "(xi)(xi)",
    "xi lambda",
    "5!",
    "5 cm",
    "50%",
    "1 < xi < 2",
    '"1"',
    "[1; 2]",
    "{a: 1}",
    "xi'",
    "xi²",
    "2×3",
    "1 − xi",
    "1:2",
    "xi.re",
    "xi # two",
    "xi == 2",
    "xi ? 1 : 2",
    "2 mod 3",
    "true",
    "Infinity",
    "1\n2",
    "1; 2",
    "xi**2",
    "+xi",
    "xi^99999999999",
    "xi^2^3",
    "xi^(1/2)",
    "sum(s_j",
    "sum s_j",
    "1)",
    "",
    "()",
    "sum()",
    "\u001b[31m",
    `${"(".repeat(101)}1${")".repeat(101)}`,
    `${"1+".repeat(2001)}1`,
    `${"-".repeat(3000)}1`,
  ])("%j is no formula of the language", (text) => {
    expect(() => parse(text)).toThrow(SyntaxError);
    // One line, in which nothing is that a terminal would obey.
    expect(() => parse(text)).toThrow(/^cannot read [^\p{Cc}]*$/u);
  });

  test("a formula of 1000 terms, or with brackets 100 deep, is none too long", () => {
    expect(format(parse(`${"xi + ".repeat(1000)}1`))).toBe(`${"xi + ".repeat(1000)}1`);
    expect(parse(`${"(".repeat(100)}1${")".repeat(100)}`)).toEqual(integer(1));
  });
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
