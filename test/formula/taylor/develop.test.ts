import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, type RationalPoint } from "../../../src/formula/exact/evaluate.ts";
import * as F from "../../../src/formula/exact/fraction.ts";
import type { Expression } from "../../../src/formula/expression.ts";
import { fromFraction } from "../../../src/formula/interval/from-fraction.ts";
import type { Interval } from "../../../src/formula/interval/interval.ts";
import { least, range, restrict, valueAt } from "../../../src/formula/taylor/bounds.ts";
import { constant, develop } from "../../../src/formula/taylor/develop.ts";
import { add, model, norm, nothingKnown, type TaylorModel, variable } from "../../../src/formula/taylor/model.ts";
import { ridgeBook } from "../../../src/ridge/book/ridge.ts";
import { expressions, fractions, points, positiveFractions } from "../expressions.ts";

function contains({ lower, upper }: Interval, value: F.Fraction): boolean {
  const notBelow = lower === -Infinity || F.compare(value, F.fromNumber(lower)) >= 0;
  return notBelow && (upper === Infinity || F.compare(value, F.fromNumber(upper)) <= 0);
}

/** Every symbol moves with z, each at a rate of its own: value + slope·z. */
const slopes = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 1, maxLength: 5 });

function moving<T>(point: RationalPoint, rates: readonly number[], move: (value: F.Fraction, rate: number) => T) {
  let i = 0;
  const moved = (value: F.Fraction): T => move(value, rates[i++ % rates.length]! / 16);
  return {
    modes: point.modes,
    scalars: Object.fromEntries(Object.entries(point.scalars).map(([name, value]) => [name, moved(value)])),
    perMode: Object.fromEntries(Object.entries(point.perMode).map(([name, values]) => [name, values.map(moved)])),
  };
}

function modelOf(expression: Expression, point: RationalPoint, rates: readonly number[], order: number): TaylorModel {
  const symbol = (value: F.Fraction, rate: number): TaylorModel => add(constant(fromFraction(value)), model([0, rate]));
  return develop(expression, moving(point, rates, symbol), order);
}

/** null where a denominator vanishes. */
function exactAt(expression: Expression, point: RationalPoint, rates: readonly number[], z: number): F.Fraction | null {
  const symbol = (value: F.Fraction, rate: number): F.Fraction => F.add(value, F.fromNumber(rate * z));
  try {
    return evaluate(expression, moving(point, rates, symbol));
  } catch (error) {
    if (error instanceof F.DivisionByZero) return null;
    throw error;
  }
}

const places = fc.integer({ min: -16, max: 16 }).map((k) => k / 16);
const orders = fc.constantFrom(0, 1, 3, 8);

test("the exact value at any z lies in the model, whatever its order", () => {
  let known = 0;
  fc.assert(
    fc.property(
      expressions(["+", "-", "*", "/"]),
      points(fractions, positiveFractions),
      slopes,
      places,
      orders,
      (expression, point, rates, z, order) => {
        const value = exactAt(expression, point, rates, z);
        if (value === null) return;
        const developed = modelOf(expression, point, rates, order);
        if (developed.error < Infinity) known++;
        expect(contains(valueAt(developed, z), value)).toBe(true);
        expect(contains(range(developed), value)).toBe(true);
        const { bound } = least(developed);
        expect(bound === -Infinity || F.compare(F.fromNumber(bound), value) <= 0).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
  expect(known).toBeGreaterThan(100); // most were no empty statement
});

test("on a part of the interval the model is of the same function", () => {
  const parts = fc.constantFrom([0, 1], [0.5, 0.5], [-0.75, 0.25], [0.25, 0.0625]);
  fc.assert(
    fc.property(
      expressions(["+", "-", "*"]),
      points(fractions, positiveFractions),
      slopes,
      places,
      parts,
      (expression, point, rates, z, [centre, radius]) => {
        const value = exactAt(expression, point, rates, centre + radius * z)!;
        const part = restrict(modelOf(expression, point, rates, 6), centre, radius);
        expect(contains(valueAt(part, z), value)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

// λ = 1 + z/8 and s = 1: a = 1/(2 + z/8), whose coefficients fall by 16 each. What is cut off after z¹⁶ is below 2⁻⁶⁰; the
// residual rounds 17 + 1 times, each time by 2⁻⁵³ of two norms near 1, over a divisor of at least 15/8.
test("a shrinkage over a cell is known to within a few roundings", () => {
  const point = { modes: 1, scalars: { lambda: variable(1, 1 / 8) }, perMode: { s: [model([1])] } };
  const shrinkage = develop(ridgeBook.expand("a_j"), point, 16, { j: 0 });
  expect(shrinkage.error).toBeLessThan(64 * 2 ** -53);
});

test("nothing is known of a quotient whose divisor may vanish, and of what is made of it", () => {
  const point = { modes: 0, scalars: { lambda: variable(1, 1), xi: variable(1, 1 / 2) }, perMode: {} };
  expect(develop(ridgeBook.expand("xi/lambda + xi"), point, 4)).toEqual(nothingKnown);
  expect(range(nothingKnown)).toEqual({ lower: -Infinity, upper: Infinity });
});

// f(z) = (z − 1/3)² + 10⁻³z³ on |z − 1/4| ≤ 1/4: what the parabola misses is of third order in the width.
test("the lower bound by a parabola is near the least value where the interval is short", () => {
  const cubic = model([1 / 9, -2 / 3, 1, 1e-3]);
  const { bound, near } = least(restrict(cubic, 1 / 4, 1 / 4));
  const value = valueAt(cubic, 1 / 4 + near / 4).lower;
  expect(bound).toBeLessThanOrEqual(value);
  expect(value - bound).toBeLessThan(2e-3 / 4 ** 3 + 2 ** -40 * norm(cubic));
});
