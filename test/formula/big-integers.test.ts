import fc from "fast-check";
import { expect, test } from "vitest";
import {
  Book,
  compile,
  coqTerm,
  develop,
  enclose,
  evaluate,
  formulaLatex,
  type Fraction,
  Fractions,
  Intervals,
  prove,
  scalar,
  TaylorBounds,
  TaylorModels,
} from "../../src/formula/index.ts";

/*
 * An integer of a formula is the integer that is written, in every reading. mathjs, which typesets and differentiates, would by
 * default round it to a floating-point number.
 */
const symbols = { x: scalar("x", "positive", "any number") };
const bookOf = (text: string): Book => Book.define(symbols, { f: { latex: "f", meaning: "", text } });

const large = fc.bigInt({ min: 2n ** 53n + 1n, max: 10n ** 40n });
const exactly = (value: bigint): Fraction => Fractions.fraction(value);
const at = <T>(x: T): { modes: number; scalars: { x: T }; perMode: Record<string, never> } => ({
  modes: 0,
  scalars: { x },
  perMode: {},
});

test("the exact reading and the kernel have the integer: a neighbour is another", () => {
  fc.assert(
    fc.property(large, (n) => {
      const book = bookOf(`${n}*x - ${n - 1n}`);
      expect(evaluate(book.expand("f"), at(exactly(1n)))).toEqual(exactly(1n));
      const proof = (text: string): boolean => prove(book.expand("f"), book.expand(text), symbols).proved;
      expect(proof(`x + ${n - 1n}*(x - 1)`)).toBe(true);
      expect(proof(`${n + 1n}*x - ${n - 1n}`)).toBe(false);
    }),
  );
  // The false identity that rounding made true.
  const { symbols: names } = bookOf("x");
  const [left, right] = ["9007199254740993*x", "9007199254740992*x"].map((text) => bookOf(text).expand("f"));
  expect(prove(left!, right!, names).proved).toBe(false);
});

test("derivatives have the integer: d/dx (n x² + m/x) = 2nx − m/x²", () => {
  fc.assert(
    fc.property(large, large, (n, m) => {
      const book = bookOf(`${n}*x^2 + ${m}/x`);
      expect(prove(book.expand("diff(f, x)"), book.expand(`${2n * n}*x - ${m}/x^2`), symbols).proved).toBe(true);
      const substituted = evaluate(book.expand(`at(diff(f, x), x, ${n})`), at(exactly(1n)));
      const expected = Fractions.subtract(exactly(2n * n * n), Fractions.fraction(m, n * n));
      expect(substituted).toEqual(expected);
    }),
  );
});

test("the number reading has the nearest floating-point number, and refuses an integer beyond all of them", () => {
  fc.assert(
    fc.property(large, (n) => {
      expect(compile(bookOf(`${n}`), ["f"])({}).f).toBe(Fractions.toNumber(exactly(n)));
      expect(compile(bookOf(`${-n}*x`), ["f"])({ x: 1 }).f).toBe(-Fractions.toNumber(exactly(n)));
    }),
  );
  expect(() => compile(bookOf(`1${"0".repeat(309)}*x`), ["f"])).toThrow(
    "10000000000000000000… (310 digits) is beyond the range of floating-point numbers",
  );
});

test("enclosures contain the integer, tightly, and beyond floating-point numbers as well", () => {
  const order = 2;
  fc.assert(
    fc.property(fc.oneof(large, fc.bigInt({ min: 10n ** 300n, max: 10n ** 330n })), (n) => {
      const expression = bookOf(`${n}*x`).expand("f");
      const interval = enclose(expression, at(Intervals.interval(1)));
      const model = develop(expression, at(TaylorModels.model([1])), order);
      for (const { lower, upper } of [interval, TaylorBounds.range(model)]) {
        if (Number.isFinite(lower))
          expect(Fractions.compare(Fractions.fromNumber(lower), exactly(n))).toBeLessThanOrEqual(0);
        if (Number.isFinite(upper))
          expect(Fractions.compare(Fractions.fromNumber(upper), exactly(n))).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(upper);
      }
      if (n < 10n ** 300n) expect(interval.upper - interval.lower).toBeLessThanOrEqual(8 * Number.EPSILON * Number(n));
    }),
  );
});

test("Coq and LaTeX show the integer whole", () => {
  fc.assert(
    fc.property(large, (n) => {
      const book = bookOf(`${n}*x/${n + 1n} - ${n}`);
      expect(coqTerm(book.expand("f"))).toBe(`${n} * x / ${n + 1n} - ${n}`);
      expect(formulaLatex(book, "f")).toBe(`f = \\frac{${n} x}{${n + 1n}}-${n}`);
    }),
  );
});
