import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as F from "../../../src/formula/exact/fraction.ts";
import { constant } from "../../../src/formula/taylor/develop.ts";
import { add, divide, model, multiply, subtract, type TaylorModel } from "../../../src/formula/taylor/model.ts";

/** Polynomials exactly: what two models without error stand for, and how far an operation's model is from it at most. */
type Polynomial = readonly F.Fraction[];

const zero = F.fraction(0n);
const exact = ({ coefficients }: TaylorModel): Polynomial => coefficients.map(F.fromNumber);
const at = (polynomial: Polynomial, k: number): F.Fraction => polynomial[k] ?? zero;
const length = (...all: Polynomial[]): number => Math.max(...all.map((each) => each.length));

function combine(one: Polynomial, other: Polynomial, how: typeof F.add): Polynomial {
  return Array.from({ length: length(one, other) }, (_, k) => how(at(one, k), at(other, k)));
}

function product(one: Polynomial, other: Polynomial): Polynomial {
  return Array.from({ length: one.length + other.length - 1 }, (_, k) =>
    one.reduce((sum, c, i) => F.add(sum, F.multiply(c, at(other, k - i))), zero),
  );
}

const magnitude = (value: F.Fraction): F.Fraction => (F.sign(value) < 0 ? F.negate(value) : value);
const covers = (of: TaylorModel, truth: Polynomial): boolean =>
  [1n, -1n].every((z) => {
    const difference = combine(exact(of), truth, F.subtract);
    const value = difference.reduce((sum, c, k) => F.add(sum, F.multiply(c, F.fraction(z ** BigInt(k)))), zero);
    return F.compare(magnitude(value), F.fromNumber(of.error)) <= 0;
  });

// Numbers of every size, subnormal ones among them; and pairs that cancel.
const numbers = fc.oneof(
  fc.double({ min: -1e150, max: 1e150, noNaN: true }),
  fc.integer({ min: -99, max: 99 }).map((k) => k * Number.MIN_VALUE),
  fc.integer({ min: -9, max: 9 }).map((k) => k * 1e-160),
  fc.constantFrom(0, 1, -1, 1 / 3),
);
const models = fc.array(numbers, { minLength: 1, maxLength: 4 }).map((coefficients) => model(coefficients));

describe("the exact polynomial lies within the error of the model, at sizes from subnormal to 10³⁰⁰", () => {
  test("of a sum and of a difference", () => {
    fc.assert(
      fc.property(models, models, (x, y) => {
        expect(covers(add(x, y), combine(exact(x), exact(y), F.add))).toBe(true);
        expect(covers(subtract(x, y), combine(exact(x), exact(y), F.subtract))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("of a product, whole and truncated", () => {
    fc.assert(
      fc.property(models, models, fc.nat({ max: 6 }), (x, y, order) => {
        const result = multiply(x, y, order);
        if (result.error < Infinity) expect(covers(result, product(exact(x), exact(y)))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("of a quotient, at z = 1 and z = −1", () => {
    fc.assert(
      fc.property(models, models, fc.nat({ max: 6 }), (x, y, order) => {
        const result = divide(x, y, order);
        if (result.error === Infinity) return;
        for (const z of [1n, -1n]) {
          const value = (of: TaylorModel): F.Fraction =>
            exact(of).reduce((sum, c, k) => F.add(sum, F.multiply(c, F.fraction(z ** BigInt(k)))), zero);
          const truth = F.multiply(value(x), F.reciprocal(value(y)));
          const off = magnitude(F.subtract(value(result), truth));
          expect(F.compare(off, F.fromNumber(result.error))).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test("a product that falls below the smallest number is not taken for 0", () => {
  const tiny = multiply(model([1e-200]), model([1e-200]), 4);
  expect(tiny.coefficients).toEqual([0]);
  expect(tiny.error).toBeGreaterThan(0);
  expect(multiply(model([0]), model([1e300]), 4)).toEqual({ coefficients: [0], error: 0 });
});

test("a single number is a model without error, the smallest ones too", () => {
  for (const value of [5e-324, 1.5e-323, 0.1, 1e308]) {
    expect(constant({ lower: value, upper: value })).toEqual({ coefficients: [value], error: 0 });
  }
});

// Where each of fifteen terms is a little less than what the sum of the others can take up, all fifteen are lost.
test("a product's error holds the roundings of a coefficient that is a sum of many products, all in one direction", () => {
  const small = 1.32 * 2 ** -27;
  const one = model([1, ...Array.from({ length: 15 }, () => small)]);
  const other = model([...Array.from({ length: 15 }, () => small), 1]);
  const computed = multiply(one, other, 30);
  expect(computed.coefficients[15]).toBe(1);
  expect(covers(computed, product(exact(one), exact(other)))).toBe(true);
});
