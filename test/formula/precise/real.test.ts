import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fraction, Fractions, type Real, Reals } from "../../../src/formula/index.ts";
import { inSquares } from "../../../src/ridge/problem/exact-problem.ts";
import { ridgeBook } from "../../../src/ridge/book/ridge.ts";

const fractions = fc
  .record({
    numerator: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    denominator: fc.bigInt({ min: 1n, max: 10n ** 9n }),
  })
  .map(({ numerator, denominator }) => Fractions.fraction(numerator, denominator));
const isIn = (value: Fraction, real: Real): boolean => {
  const [lower, upper] = Reals.endsOf(real);
  return Fractions.compare(lower, value) <= 0 && Fractions.compare(value, upper) <= 0;
};
/** A number about which no more is known than an interval around it, of less than 2^−590 of its size. */
const blurred = (value: Fraction): Real => {
  const { middle, exponent } = Reals.real(value).ball;
  const longer = middle << 600n;
  return Reals.realBetween(longer - 3n, longer + 3n, exponent - 600);
};

test("order and sign are those of the numbers, where both are known exactly", () => {
  fc.assert(
    fc.property(fractions, fractions, (one, other) => {
      expect(Reals.compare(Reals.real(one), Reals.real(other))).toBe(Fractions.compare(one, other));
      expect(Reals.sign(Reals.real(one))).toBe(Fractions.sign(one));
    }),
  );
});

test("numbers that are enclosed are in order where their enclosures are disjoint, and never equal", () => {
  fc.assert(
    fc.property(fractions, fractions, (one, other) => {
      expect(Reals.compare(blurred(one), blurred(one))).toBeNull();
      expect(Reals.isSame(blurred(one), blurred(one))).toBe(false);
      const order = Fractions.compare(one, other);
      if (order !== 0) expect(Reals.compare(blurred(one), Reals.real(other))).toBe(order);
    }),
  );
  const touching = [Reals.realBetween(1n, 2n, 0), Reals.realBetween(2n, 3n, 0)] as const;
  expect(Reals.compare(...touching)).toBeNull();
  expect(Reals.sign(Reals.realBetween(0n, 1n, -5000))).toBeNull();
  expect(Reals.sign(Reals.realBetween(1n, 2n, -5000))).toBe(1);
});

test("intervals of floating-point numbers hold the number, and are no wider than they must", () => {
  fc.assert(
    fc.property(fractions, (value) => {
      for (const real of [Reals.real(value), blurred(value)]) {
        const { lower, upper } = Reals.inInterval(real);
        const [least, most] = Reals.endsOf(real);
        expect(Fractions.compare(Fractions.fromNumber(lower), least)).toBeLessThanOrEqual(0);
        expect(Fractions.compare(Fractions.fromNumber(upper), most)).toBeGreaterThanOrEqual(0);
        // Around 0 nothing is narrow in that sense. Else each end is at most two units in the last place off.
        if (Fractions.sign(value) === 0) continue;
        expect(upper - lower).toBeLessThanOrEqual(4 * Number.EPSILON * Math.max(Math.abs(lower), Math.abs(upper)));
      }
    }),
  );
});

describe("a formula at numbers that are known", () => {
  const error = inSquares(ridgeBook.expand("error"));
  const positive = fractions.filter((value) => Fractions.sign(value) > 0);
  const point = fc.record({
    lambda: positive,
    xi: fractions,
    noiseVariance: positive,
    residualSignal: positive,
    s: fc.array(positive, { minLength: 1, maxLength: 4 }),
  });

  test("is exact where they are, and else holds the exact value, narrowly", () => {
    fc.assert(
      fc.property(point, ({ s, ...scalars }) => {
        const at = (known: (value: Fraction) => Real): Real =>
          Reals.evaluateReal(error, {
            modes: s.length,
            scalars: Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, known(value)])),
            perMode: { s: s.map(known), thetaSquared: s.map((value) => known(Fractions.multiply(value, value))) },
          });
        const exact = at(Reals.real).exact!;
        const enclosed = at(blurred);
        expect(enclosed.exact).toBeNull();
        expect(isIn(exact, enclosed)).toBe(true);
        const { middle, radius } = enclosed.ball;
        expect(middle.toString(2).length - radius.toString(2).length).toBeGreaterThan(300);
      }),
    );
  });

  test("is evaluated in balls where a number is long", () => {
    const long = Fractions.fraction(3n ** 4000n, 2n ** 6000n);
    const found = Reals.evaluateReal(inSquares(ridgeBook.expand("sum(s_j)")), {
      modes: 2,
      scalars: {},
      perMode: { s: [Reals.real(long), Reals.real(long)] },
    });
    expect(found.exact).toBeNull();
    expect(isIn(Fractions.add(long, long), found)).toBe(true);
  });
});

test("numbers that are too long are evaluated in balls, whatever their sign", () => {
  const long = 1n << 4096n;
  const { s } = { s: ridgeBook.expand("s_j") };
  for (const [number, isExact] of [
    [long, false],
    [-long, false],
    [long - 1n, true],
    [1n - long, true],
  ] as const) {
    const value = Reals.real(Fractions.fraction(number));
    const { exact } = Reals.evaluateReal(s, { modes: 1, scalars: {}, perMode: { s: [value] } }, { j: 0 });
    expect(exact !== null).toBe(isExact);
  }
});
