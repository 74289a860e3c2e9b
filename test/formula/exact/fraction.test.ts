import fc from "fast-check";
import { expect, test } from "vitest";
import * as F from "../../../src/formula/exact/fraction.ts";
import { fractions } from "../expressions.ts";

test("fractions obey the laws of a field", () => {
  fc.assert(
    fc.property(fractions, fractions, fractions, (x, y, z) => {
      expect(F.add(x, y)).toEqual(F.add(y, x));
      expect(F.add(F.add(x, y), z)).toEqual(F.add(x, F.add(y, z)));
      expect(F.multiply(F.multiply(x, y), z)).toEqual(F.multiply(x, F.multiply(y, z)));
      expect(F.multiply(x, F.add(y, z))).toEqual(F.add(F.multiply(x, y), F.multiply(x, z)));
      expect(F.add(x, F.negate(x))).toEqual(F.fraction(0n));
      if (x.numerator !== 0n) expect(F.multiply(x, F.reciprocal(x))).toEqual(F.fraction(1n));
    }),
  );
});

test("equal fractions are equal however they are written, and lowest terms have a positive denominator", () => {
  fc.assert(
    fc.property(fractions, fc.bigInt({ min: -50n, max: 50n }), (x, factor) => {
      fc.pre(factor !== 0n);
      const scaled = F.fraction(x.numerator * factor, x.denominator * factor);
      expect(F.equal(scaled, x)).toBe(true);
      expect(scaled.denominator).toBeGreaterThan(0n);
    }),
  );
  expect(F.equal(F.fraction(1n, 3n), F.fraction(1n, 2n))).toBe(false);
});

test("dividing by zero is refused", () => {
  expect(() => F.fraction(1n, 0n)).toThrow(F.DivisionByZero);
  expect(() => F.reciprocal(F.fraction(0n))).toThrow(F.DivisionByZero);
});

test("fractions are shown as people write them", () => {
  expect([F.fraction(6n, -4n), F.fraction(4n, 2n), F.fraction(0n, 5n)].map(F.show)).toEqual(["-3/2", "2", "0"]);
});

test("a floating-point number is a fraction, and comes back as itself, from the smallest to the largest", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(F.toNumber(F.fromNumber(value))).toBe(value + 0); // −0 becomes 0
    }),
  );
  expect(F.toNumber(F.fromNumber(Number.MIN_VALUE))).toBe(Number.MIN_VALUE);
  expect(F.toNumber(F.fromNumber(Number.MAX_VALUE))).toBe(Number.MAX_VALUE);
  expect(F.toNumber(F.fraction(1n, 3n))).toBe(1 / 3);
  expect(() => F.fromNumber(NaN)).toThrow("NaN is not a rational number");
});
