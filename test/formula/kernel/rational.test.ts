import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, type RationalPoint } from "../../../src/formula/exact/evaluate.ts";
import * as F from "../../../src/formula/exact/fraction.ts";
import { binary, type Expression } from "../../../src/formula/expression.ts";
import * as P from "../../../src/formula/kernel/polynomial.ts";
import * as R from "../../../src/formula/kernel/rational.ts";
import { rational } from "../../../src/formula/kernel/sums.ts";
import { fractions, lambda, points, positiveFractions, terms, xi } from "../expressions.ts";

const quotients = terms({ atoms: [lambda, xi], operators: ["+", "-", "*", "/"], depth: 3 });

/** Null where a division by the zero function stands in the expression. */
function rationalOrNull(expression: Expression): R.Rational | null {
  try {
    return rational(expression);
  } catch (error) {
    if (error instanceof R.DividesByZeroFunction) return null;
    throw error;
  }
}

function valueOf(polynomial: P.Polynomial, point: RationalPoint): F.Fraction {
  let sum = F.fraction(0n);
  for (const [monomial, coefficient] of polynomial) {
    const powers = P.factorsOf(monomial).flatMap(([name, exponent]) => Array(exponent).fill(point.scalars[name]!));
    sum = F.add(sum, powers.reduce(F.multiply, F.fraction(coefficient)));
  }
  return sum;
}

test("a rational function has the value of the expression it was made from, wherever that is defined", () => {
  fc.assert(
    fc.property(quotients, points(fractions, positiveFractions), (expression, point) => {
      const made = rationalOrNull(expression);
      let value: F.Fraction;
      try {
        value = evaluate(expression, point);
      } catch (error) {
        if (error instanceof F.DivisionByZero) return;
        throw error;
      }
      const denominator = [...made!.denominator.values()]
        .flatMap(({ factor, exponent }) => Array(exponent).fill(valueOf(factor, point)))
        .reduce(F.multiply, F.fraction(1n));
      expect(F.multiply(value, denominator)).toEqual(valueOf(made!.numerator, point));
    }),
    { numRuns: 500 },
  );
});

test("a quotient equals itself after multiplying both its sides by any common factor", () => {
  fc.assert(
    fc.property(quotients, quotients, quotients, (numerator, denominator, factor) => {
      const [n, d, f] = [numerator, denominator, factor].map(rationalOrNull);
      fc.pre(n !== null && d !== null && f !== null && !R.isZero(d!) && !R.isZero(f!));
      const plain = R.divide(n!, d!);
      const expanded = R.divide(R.multiply(n!, f!), R.multiply(d!, f!));
      expect(R.isZero(R.subtract(plain, expanded))).toBe(true);
    }),
  );
});

test("rational functions obey the laws of a field", () => {
  fc.assert(
    fc.property(quotients, quotients, quotients, (x, y, z) => {
      const [f, g, h] = [x, y, z].map(rationalOrNull);
      fc.pre(f !== null && g !== null && h !== null);
      const equal = (a: R.Rational, b: R.Rational): void => expect(R.isZero(R.subtract(a, b))).toBe(true);
      equal(R.multiply(f!, R.add(g!, h!)), R.add(R.multiply(f!, g!), R.multiply(f!, h!)));
      equal(R.add(R.add(f!, g!), h!), R.add(f!, R.add(g!, h!)));
      equal(R.multiply(f!, g!), R.multiply(g!, f!));
      if (!R.isZero(f!)) equal(R.multiply(f!, R.power(f!, -1)), R.one);
      equal(R.multiply(R.power(f!, 2), f!), R.power(f!, 3));
      if (!R.isZero(f!)) equal(R.multiply(R.power(f!, -3), R.power(f!, 3)), R.one);
    }),
  );
});

test("dividing by an expression that is identically zero is refused", () => {
  const zero = binary("-", binary("*", lambda, xi), binary("*", xi, lambda));
  expect(() => rational(binary("/", lambda, zero))).toThrow(R.DividesByZeroFunction);
});

test("one function is not another that agrees with it at many points", () => {
  // x(x − 1)(x − 2)…(x − 30) vanishes at 0, 1, …, 30 and is not zero.
  const factors = Array.from({ length: 31 }, (_, i) => binary("-", xi, { kind: "number", value: BigInt(i) }));
  expect(R.isZero(rational(factors.reduce((product, each) => binary("*", product, each))))).toBe(false);
});
