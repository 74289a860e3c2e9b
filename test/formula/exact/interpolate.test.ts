import fc from "fast-check";
import { expect, test } from "vitest";
import * as F from "../../../src/formula/exact/fraction.ts";
import { interpolate, timesLinear } from "../../../src/formula/exact/interpolate.ts";

const small = fc.tuple(fc.bigInt(-9n, 9n), fc.bigInt(1n, 5n)).map(([n, d]) => F.fraction(n, d));
const valueAt = (coefficients: readonly F.Fraction[], x: F.Fraction): F.Fraction =>
  coefficients.reduceRight((sum, coefficient) => F.add(F.multiply(sum, x), coefficient), F.fraction(0n));

test("a polynomial is found again from its values at as many distinct nodes as it has coefficients", () => {
  const nodes = fc.uniqueArray(small, { minLength: 1, maxLength: 6, selector: F.show });
  const drawn = nodes.chain((xs) =>
    fc.tuple(fc.constant(xs), fc.array(small, { minLength: xs.length, maxLength: xs.length })),
  );
  fc.assert(
    fc.property(drawn, ([xs, coefficients]) => {
      const values = xs.map((x) => valueAt(coefficients, x));
      expect(interpolate(xs, values).map(F.show)).toEqual(coefficients.map(F.show));
    }),
  );
});

test("nodes 10⁻³⁰⁰ apart are no trouble, equal nodes are refused", () => {
  const [one, next] = [F.fraction(1n), F.fraction(10n ** 300n + 1n, 10n ** 300n)];
  const line = [F.fraction(2n), F.fraction(-3n)];
  expect(interpolate([one, next], [valueAt(line, one), valueAt(line, next)])).toEqual(line);
  expect(() => interpolate([one, one], [one, next])).toThrow(F.DivisionByZero);
});

test("(x − 2)(3 + x) = −6 + x + x²", () => {
  const product = timesLinear([F.fraction(3n), F.fraction(1n)], F.fraction(2n));
  expect(product.map(F.show)).toEqual(["-6", "1", "1"]);
});
