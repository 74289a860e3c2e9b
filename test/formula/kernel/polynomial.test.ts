import fc from "fast-check";
import { expect, test } from "vitest";
import * as P from "../../../src/formula/kernel/polynomial.ts";

const names = ["x", "y", "z"];

/** A polynomial as a list of terms: the coefficient and the exponents of x, y, z. */
const termLists = fc.array(
  fc.record({
    coefficient: fc.bigInt({ min: -6n, max: 6n }),
    exponents: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.nat({ max: 3 })),
  }),
  { maxLength: 5 },
);
type Terms = typeof termLists extends fc.Arbitrary<infer T> ? T : never;

function polynomial(terms: Terms): P.Polynomial {
  return terms
    .map(({ coefficient, exponents }) =>
      exponents
        .map((exponent, i) => P.power(P.variable(names[i]!), exponent))
        .reduce(P.multiply, P.constant(coefficient)),
    )
    .reduce((sum, term) => P.add(sum, term), P.zero);
}

const valueOf = (terms: Terms, at: readonly bigint[]): bigint =>
  terms.reduce(
    (sum, { coefficient, exponents }) => sum + exponents.reduce((c, e, i) => c * at[i]! ** BigInt(e), coefficient),
    0n,
  );

function evaluate(value: P.Polynomial, at: readonly bigint[]): bigint {
  let sum = 0n;
  for (const [monomial, coefficient] of value) {
    sum += P.factorsOf(monomial).reduce((c, [name, e]) => c * at[names.indexOf(name)]! ** BigInt(e), coefficient);
  }
  return sum;
}

const point = fc.tuple(fc.bigInt(-9n, 9n), fc.bigInt(-9n, 9n), fc.bigInt(-9n, 9n));

test("sums, products and powers of polynomials have the sums, products and powers of their values", () => {
  fc.assert(
    fc.property(termLists, termLists, fc.nat({ max: 3 }), point, (p, q, exponent, at) => {
      const [left, right] = [polynomial(p), polynomial(q)];
      expect(evaluate(left, at)).toBe(valueOf(p, at));
      expect(evaluate(P.add(left, right), at)).toBe(valueOf(p, at) + valueOf(q, at));
      expect(evaluate(P.add(left, right, -3n), at)).toBe(valueOf(p, at) - 3n * valueOf(q, at));
      expect(evaluate(P.multiply(left, right), at)).toBe(valueOf(p, at) * valueOf(q, at));
      expect(evaluate(P.power(left, exponent), at)).toBe(valueOf(p, at) ** BigInt(exponent));
    }),
  );
});

test("terms that cancel are gone, so the zero polynomial has no terms", () => {
  fc.assert(fc.property(termLists, (terms) => P.add(polynomial(terms), polynomial(terms), -1n).size === 0));
});

// The grid has more points in each direction than the degree, so that only equal polynomials agree on all of it.
const grid = [0n, 1n, 2n, 3n].flatMap((x) => [0n, 1n, 2n, 3n].flatMap((y) => [0n, 1n, 2n, 3n].map((z) => [x, y, z])));

test("fingerprints are equal exactly where the polynomials are", () => {
  const few = fc.array(
    fc.record({
      coefficient: fc.bigInt(-1n, 1n),
      exponents: fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 1 }), fc.constant(0)),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(few, few, (p, q) => {
      const agree = grid.every((at) => valueOf(p, at) === valueOf(q, at));
      expect(P.fingerprint(polynomial(p)) === P.fingerprint(polynomial(q))).toBe(agree);
    }),
    { numRuns: 500 },
  );
});

test("renaming a variable moves its values with it, also onto a variable that is there already", () => {
  fc.assert(
    fc.property(termLists, point, (terms, at) => {
      const cyclic = P.rename(polynomial(terms), (name) => ({ x: "y", y: "z", z: "x" })[name]!);
      expect(evaluate(cyclic, at)).toBe(valueOf(terms, [at[1], at[2], at[0]]));
      const merged = P.rename(polynomial(terms), () => "x");
      expect(evaluate(merged, at)).toBe(valueOf(terms, [at[0], at[0], at[0]]));
    }),
  );
});

test("the degree in a variable is its exponent", () => {
  const [[monomial]] = [...P.multiply(P.power(P.variable("y"), 3), P.variable("z"))] as [[string, bigint]];
  expect(names.map((name) => P.degreeIn(name, monomial))).toEqual([0, 3, 1]);
});

test("an exponent beyond what a monomial can hold is refused, not wrapped around", () => {
  const high = P.power(P.variable("x"), 0x8000);
  expect(() => P.multiply(high, high)).toThrow("exponent 65536 is above 65535");
});
