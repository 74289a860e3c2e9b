import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../../src/formula/exact/evaluate.ts";
import * as F from "../../../src/formula/exact/fraction.ts";
import { interpret, type Point } from "../../../src/formula/interpret.ts";
import { type Ball, ballArithmetic } from "../../../src/formula/precise/ball.ts";
import { nearestNumbers } from "../../../src/formula/precise/nearest.ts";
import { expressions, points } from "../expressions.ts";

/** Whether a ball holds a number. */
function holds(ball: NonNullable<Ball>, value: F.Fraction): boolean {
  const unit = F.power(F.fraction(2n), ball.exponent);
  const distance = F.subtract(value, F.multiply(F.fraction(ball.middle), unit));
  const size = F.sign(distance) < 0 ? F.negate(distance) : distance;
  return F.compare(size, F.multiply(F.fraction(ball.radius), unit)) <= 0;
}

// With numerators and denominators of all lengths, so that nothing is short by chance.
const values = fc
  .tuple(fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }), fc.bigInt({ min: 1n, max: 10n ** 60n }), fc.nat(190))
  .map(([n, d, shift]) => F.fraction(n >> BigInt(shift), (d >> BigInt(190 - shift)) + 1n));
const positive = values.map((value) => (F.sign(value) > 0 ? value : F.subtract(F.fraction(1n), value)));

const inBalls = ({ modes, scalars, perMode }: Point<F.Fraction>, bits: number): Point<Ball> => {
  const { fraction } = ballArithmetic(bits);
  return {
    modes,
    scalars: Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, fraction(value)])),
    perMode: Object.fromEntries(Object.entries(perMode).map(([name, each]) => [name, each.map(fraction)])),
  };
};

test("the ball of an expression holds its exact value, with however few bits", () => {
  let held = 0;
  fc.assert(
    fc.property(
      expressions(["+", "-", "*", "/"]),
      points(values, positive),
      fc.constantFrom(4, 20, 64, 300),
      (expression, point, bits) => {
        let exact: F.Fraction;
        try {
          exact = evaluate(expression, point);
        } catch (error) {
          if (error instanceof F.DivisionByZero) return;
          throw error;
        }
        const ball = interpret(expression, inBalls(point, bits), ballArithmetic(bits));
        if (ball === null) return; // a divisor that these bits do not tell from 0
        held++;
        expect(holds(ball, exact)).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
  expect(held).toBeGreaterThan(500);
});

test("a number comes out as the nearest floating-point number, whatever cancels on the way", () => {
  fc.assert(
    fc.property(values, positive, fc.integer({ min: 0, max: 2000 }), (value, other, exponent) => {
      // (value + other·10^exponent) − other·10^exponent.
      const large = F.multiply(other, F.fraction(10n ** BigInt(exponent)));
      const [found] = nearestNumbers(({ fraction, add, subtract }) => [
        subtract(add(fraction(value), fraction(large)), fraction(large)),
      ]);
      expect(found!.value).toBe(F.toNumber(value));
    }),
    { numRuns: 60 },
  );
});

test("what is 0 comes out as 0, also where terms cancel, and what is too small says so", () => {
  const third = F.fraction(1n, 3n);
  const [zero, cancelled, small, least] = nearestNumbers(({ fraction, subtract, multiply, divide, integer }) => [
    integer(0n),
    subtract(multiply(fraction(third), integer(3n)), integer(1n)),
    divide(integer(1n), integer(10n ** 400n)),
    fraction(F.fromNumber(2 ** -1022)),
  ]);
  expect(zero).toEqual({ value: 0, tiny: false });
  expect(cancelled).toEqual({ value: 0, tiny: false });
  expect(small).toEqual({ value: 0, tiny: true });
  expect(least).toEqual({ value: 2 ** -1022, tiny: false });
});

test("what 8192 bits do not tell from 0 is refused, and not taken for 0", () => {
  const large = F.fraction(10n ** 3000n);
  expect(() =>
    nearestNumbers(({ fraction, add, subtract, integer }) => [
      subtract(add(integer(1n), fraction(large)), fraction(large)),
    ]),
  ).toThrow("what cancels is not told from 0 by 8192 bits");
});

test("division by what is 0 is refused", () => {
  expect(() => nearestNumbers(({ divide, integer }) => [divide(integer(1n), integer(0n))])).toThrow(RangeError);
});

// Balls as wide as what they are around, where no part of a bound on the radius is small beside the others.
const wideBalls = fc
  .record({ middle: fc.bigInt(-40n, 40n), radius: fc.bigInt(0n, 40n), exponent: fc.integer({ min: -3, max: 3 }) })
  .map((ball) => ({
    ball,
    ends: [ball.middle - ball.radius, ball.middle + ball.radius].map((end) => timesUnit(end, ball)),
  }));

function timesUnit(value: bigint, { exponent }: NonNullable<Ball>): F.Fraction {
  return F.multiply(F.fraction(value), F.power(F.fraction(2n), exponent));
}

const exactly = { ...F, divide: (x: F.Fraction, y: F.Fraction) => F.multiply(x, F.reciprocal(y)) };

test("the result of two wide balls holds those of their ends", () => {
  let quotients = 0;
  fc.assert(
    fc.property(wideBalls, wideBalls, fc.constantFrom(4, 64), (one, other, bits) => {
      for (const name of ["add", "subtract", "multiply", "divide"] as const) {
        const ball = ballArithmetic(bits)[name](one.ball, other.ball);
        if (ball === null) continue; // a divisor that may be 0
        if (name === "divide" && other.ball.radius > 0n) quotients++;
        for (const x of one.ends) for (const y of other.ends) expect(holds(ball, exactly[name](x, y))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
  expect(quotients).toBeGreaterThan(100);
});
