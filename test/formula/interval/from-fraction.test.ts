import fc from "fast-check";
import { expect, test } from "vitest";
import * as F from "../../../src/formula/exact/fraction.ts";
import { fromFraction } from "../../../src/formula/interval/from-fraction.ts";

const integers = fc.bigInt(-(10n ** 40n), 10n ** 40n);

test("a fraction lies in its interval, which is a few units in the last place wide", () => {
  fc.assert(
    fc.property(integers, fc.bigInt(1n, 10n ** 40n), (numerator, denominator) => {
      const value = F.fraction(numerator, denominator);
      const { lower, upper } = fromFraction(value);
      expect(F.compare(F.fromNumber(lower), value)).toBeLessThanOrEqual(0);
      expect(F.compare(F.fromNumber(upper), value)).toBeGreaterThanOrEqual(0);
      expect(upper - lower).toBeLessThanOrEqual(8 * Number.EPSILON * Math.max(Math.abs(lower), Math.abs(upper)));
    }),
  );
});

test("a floating-point number is its own interval", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(fromFraction(F.fromNumber(value))).toEqual({
        lower: value === 0 ? 0 : value,
        upper: value === 0 ? 0 : value,
      });
    }),
  );
});

test("beyond the largest number the interval reaches to infinity", () => {
  expect(fromFraction(F.fraction(10n ** 400n))).toEqual({ lower: Number.MAX_VALUE, upper: Infinity });
  expect(fromFraction(F.fraction(-(10n ** 400n)))).toEqual({ lower: -Infinity, upper: -Number.MAX_VALUE });
});
