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

// Numerators and denominators on both sides of 2⁵³, up to which common divisors are looked for in floating point, and with
// many divisors in common.
const long = fc
  .tuple(fc.bigInt(-(2n ** 80n), 2n ** 80n), fc.bigInt(1n, 2n ** 80n), fc.constantFrom(0n, 26n, 40n, 60n))
  .map(([numerator, denominator, shift]) => F.fraction(numerator >> shift, (denominator >> shift) + 1n));
const composite = fc
  .array(fc.constantFrom(2n, 3n, 5n, 2n ** 31n - 1n, 2n ** 61n - 1n), { maxLength: 6 })
  .map((factors) => factors.reduce((product, factor) => product * factor, 1n));
const longFractions = fc.oneof(
  long,
  fc.tuple(composite, composite).map(([n, d]) => F.fraction(n, d)),
);

test("sums, products, quotients and order are those of the numerators over the denominators, in lowest terms", () => {
  fc.assert(
    fc.property(longFractions, longFractions, ({ numerator: a, denominator: b }, { numerator: c, denominator: d }) => {
      const [x, y] = [
        { numerator: a, denominator: b },
        { numerator: c, denominator: d },
      ];
      expect(F.add(x, y)).toEqual(lowest(a * d + c * b, b * d));
      expect(F.subtract(x, y)).toEqual(lowest(a * d - c * b, b * d));
      expect(F.multiply(x, y)).toEqual(lowest(a * c, b * d));
      if (c !== 0n) expect(F.multiply(x, F.reciprocal(y))).toEqual(lowest(a * d, b * c));
      expect(F.fraction(a * d, b * d)).toEqual(x);
      expect(F.compare(x, y)).toBe(a * d === c * b ? 0 : a * d < c * b ? -1 : 1);
    }),
    { numRuns: 300 },
  );
});

/** Lowest terms by the binary algorithm: another than Euclid's. */
function lowest(numerator: bigint, denominator: bigint): F.Fraction {
  const sign = numerator < 0n !== denominator < 0n ? -1n : 1n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  let [a, b, common] = [n, d, 1n];
  while (a !== 0n && b !== 0n) {
    if (a % 2n === 0n && b % 2n === 0n) [a, b, common] = [a / 2n, b / 2n, common * 2n];
    else if (a % 2n === 0n) a /= 2n;
    else if (b % 2n === 0n) b /= 2n;
    else if (a > b) a -= b;
    else b -= a;
  }
  common *= a + b;
  return { numerator: (sign * n) / common, denominator: d / common };
}

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

test("a decimal is the fraction that is written, whatever a floating-point number would make of it", () => {
  const digits = fc.stringMatching(/^\d{1,40}$/);
  fc.assert(
    fc.property(digits, fc.option(digits), fc.option(fc.integer({ min: -400, max: 400 })), fc.boolean(), (...given) => {
      const [whole, places, exponent, negative] = given;
      const point = places === null ? "" : `.${places}`;
      const text = `${negative ? "-" : ""}${whole}${point}${exponent === null ? "" : `e${exponent}`}`;
      const shift = (exponent ?? 0) - (places ?? "").length;
      const size = BigInt(`${whole}${places ?? ""}`) * (negative ? -1n : 1n);
      const expected = shift < 0 ? F.fraction(size, 10n ** BigInt(-shift)) : F.fraction(size * 10n ** BigInt(shift));
      expect(F.parse(text)).toEqual(expected);
    }),
  );
  expect(F.parse(".5")).toEqual(F.fraction(1n, 2n));
  expect(F.parse("1e-400")).toEqual(F.fraction(1n, 10n ** 400n));
  for (const text of ["", ".", "e5", "1e99999999", "0x10", "1/2/3", "1/0", "Infinity", "1.5/2"]) {
    expect(F.parse(text)).toBeNull();
  }
});

test("a fraction comes out as the nearest number, as a decimal does that JavaScript reads, also where digits are few", () => {
  const exponents = fc.oneof(fc.integer({ min: -345, max: 310 }), fc.integer({ min: -330, max: -300 }));
  fc.assert(
    fc.property(fc.stringMatching(/^-?[1-9]\.\d{0,30}$/), exponents, (digits, exponent) => {
      const text = `${digits}e${exponent}`;
      expect(F.toNumber(F.parse(text)!) + 0).toBe(Number(text) + 0);
    }),
    { numRuns: 2000 },
  );
});

test("half-way between two numbers it is the even one, and beyond half-way the farther one, by however little", () => {
  const little = F.fraction(1n, 10n ** 400n);
  const neighbours = fc.double({ min: 0, max: Number.MAX_VALUE / 4, noNaN: true });
  fc.assert(
    fc.property(fc.oneof(neighbours, fc.double({ min: 0, max: 2 ** -1018, noNaN: true })), (lower) => {
      const bits = new BigUint64Array(new Float64Array([lower]).buffer);
      const isEven = bits[0]! % 2n === 0n;
      bits[0]! += 1n;
      const [upper] = new Float64Array(bits.buffer) as unknown as [number];
      const half = F.multiply(F.add(F.fromNumber(lower), F.fromNumber(upper)), F.fraction(1n, 2n));
      expect(F.toNumber(half)).toBe(isEven ? lower : upper);
      expect(F.toNumber(F.add(half, little))).toBe(upper);
      expect(F.toNumber(F.subtract(half, little))).toBe(lower);
    }),
    { numRuns: 1000 },
  );
});
