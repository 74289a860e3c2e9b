import fc from "fast-check";
import { expect, test } from "vitest";
import * as F from "../../../src/formula/exact/fraction.ts";
import { constant } from "../../../src/formula/taylor/develop.ts";
import { least, range, restrict, valueAt } from "../../../src/formula/taylor/bounds.ts";
import { model } from "../../../src/formula/taylor/model.ts";

/*
 * Where terms cancel, what rounding leaves of a value is all there is: a bound that forgets it is wrong there, though nowhere else.
 * So values are made to cancel, and compared with exact ones.
 */

const { add, compare, fromNumber, multiply, negate, reciprocal } = F;
const numbers = fc.double({ min: -4, max: 4, noNaN: true });

const valueOf = (coefficients: readonly number[], z: F.Fraction): F.Fraction =>
  coefficients.reduceRight<F.Fraction>((sum, c) => add(multiply(sum, z), fromNumber(c)), F.fraction(0n));

function isBelow(one: F.Fraction, other: F.Fraction): boolean {
  return compare(one, other) <= 0;
}

test("a polynomial's value next to its own root is held, exactly", () => {
  fc.assert(
    fc.property(
      fc.array(numbers, { minLength: 2, maxLength: 9 }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      ([, ...higher], z) => {
        // c_0 takes away what the rest is at z, as far as it can be told.
        const rest = [0, ...higher].reduceRight((sum, c) => sum * z + c, 0);
        const coefficients = [-rest, ...higher];
        const { lower, upper } = valueAt(model(coefficients), z);
        const exact = valueOf(coefficients, fromNumber(z));
        expect([isBelow(fromNumber(lower), exact), isBelow(exact, fromNumber(upper))]).toEqual([true, true]);
      },
    ),
    { numRuns: 2000 },
  );
});

test("the least value of a parabola that just touches zero is not above it", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 2 ** -4, max: 4, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (q, at) => {
        const slope = -2 * q * at;
        const coefficients = [(slope * slope) / (4 * q), slope, q];
        const vertex = multiply(fromNumber(-slope), reciprocal(fromNumber(2 * q)));
        const isInside = compare(multiply(vertex, vertex), F.fraction(1n)) <= 0;
        const { bound } = least(model(coefficients));
        const places = isInside ? [vertex] : [F.fraction(1n), F.fraction(-1n)];
        for (const place of places) expect(isBelow(fromNumber(bound), valueOf(coefficients, place))).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test("a constant's model holds both ends of its interval, also where its middle is rounded", () => {
  const neighbours = fc.record({ lower: numbers, steps: fc.integer({ min: 0, max: 5 }) }).map(({ lower, steps }) => {
    let upper = lower;
    for (let i = 0; i < steps; i++) upper += Math.abs(upper) * Number.EPSILON;
    return { lower, upper };
  });
  fc.assert(
    fc.property(
      fc.oneof(
        neighbours,
        fc.tuple(numbers, numbers).map(([x, y]) => ({ lower: Math.min(x, y), upper: Math.max(x, y) })),
      ),
      (ends) => {
        const { coefficients, error } = constant(ends);
        const [middle] = coefficients.map(fromNumber) as [F.Fraction];
        expect(coefficients).toHaveLength(1);
        expect(isBelow(add(middle, negate(fromNumber(error))), fromNumber(ends.lower))).toBe(true);
        expect(isBelow(fromNumber(ends.upper), add(middle, fromNumber(error)))).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

test("a part of a model is known no better than the whole", () => {
  fc.assert(
    fc.property(
      fc.array(numbers, { minLength: 1, maxLength: 9 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      (coefficients, error, centre) => {
        const part = restrict(model(coefficients, error), centre, 1 / 4);
        expect(part.error).toBeGreaterThanOrEqual(error);
        // What the function may be at the centre, at either end of its error.
        const exact = valueOf(coefficients, fromNumber(centre));
        const { lower, upper } = range(part);
        expect(isBelow(fromNumber(lower), add(exact, negate(fromNumber(error))))).toBe(true);
        expect(isBelow(add(exact, fromNumber(error)), fromNumber(upper))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
