import fc from "fast-check";
import { expect, test } from "vitest";
import { product, transposed } from "../../../src/ridge/design-spectrum/integers.ts";
import {
  distinctModulo,
  minimalPolynomial,
  type Polynomial,
} from "../../../src/ridge/design-spectrum/minimal-polynomial.ts";
import { primes } from "../../../src/ridge/design-spectrum/modular.ts";
import { commonFactor, signAt, valueAt, withoutRoot } from "../../../src/ridge/design-spectrum/polynomials.ts";
import { Fractions } from "../../../src/formula/index.ts";

/** Bits that are enough for the small matrices of these tests. */
const bits = 400;

/** Π (x − root). */
function withRoots(roots: readonly bigint[]): Polynomial {
  let found = [1n];
  for (const root of roots) found = [0n, ...found].map((value, i) => value - root * (found[i] ?? 0n));
  return found;
}

// Reflections, scaled to integers, turn a diagonal matrix into a full one with the same eigenvalues, times the square of the scale.
function turned(diagonal: readonly bigint[], vector: readonly bigint[]): bigint[][] {
  const length = vector.reduce((sum, v) => sum + v * v, 0n);
  const reflection = diagonal.map((_, i) =>
    diagonal.map((__, j) => (i === j ? length : 0n) - 2n * vector[i]! * vector[j]!),
  );
  const middle = diagonal.map((d, i) => diagonal.map((_, j) => (i === j ? d : 0n)));
  return product(product(reflection, middle), transposed(reflection));
}

const cases = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    diagonal: fc.array(fc.bigInt({ min: 0n, max: 5n }), { minLength: n, maxLength: n }),
    vector: fc.array(fc.bigInt({ min: 1n, max: 4n }), { minLength: n, maxLength: n }),
  }),
);

test("its roots are the eigenvalues, each once, however often they occur", () => {
  fc.assert(
    fc.property(cases, ({ diagonal, vector }) => {
      const matrix = turned(diagonal, vector);
      const scale = vector.reduce((sum, v) => sum + v * v, 0n) ** 2n;
      const roots = [...new Set(diagonal)].map((d) => d * scale);
      expect(distinctModulo(matrix).distinct).toBe(roots.length);
      expect(minimalPolynomial(matrix, roots.length, { bits })).toEqual(withRoots(roots));
    }),
  );
});

test("no polynomial of too low a degree is taken for it", () => {
  const matrix = turned([1n, 2n, 3n, 3n], [1n, 2n, 1n, 1n]);
  expect(minimalPolynomial(matrix, 2, { bits })).toBeNull();
  expect(minimalPolynomial(matrix, 3, { bits })).not.toBeNull();
});

test("eigenvalues that agree modulo every prime that is tried are not taken to be equal", () => {
  let product26 = 1n;
  let count = 0;
  for (const p of primes()) {
    product26 *= BigInt(p);
    if (++count === 6) break;
  }
  const matrix = [
    [1n, 0n],
    [0n, 1n + product26],
  ];
  // With a bound of the coefficients that is too low, only primes are tried for which x − 1 seems to do.
  expect(minimalPolynomial(matrix, 1, { bits: 60 })).toBeNull();
});

test("beyond the work that is allowed nothing is tried", () => {
  expect(minimalPolynomial(turned([1n, 2n], [1n, 1n]), 2, { bits, most: 10 })).toBeNull();
});

test("polynomials have the values, quotients and common factors that their roots give", () => {
  const roots = fc.uniqueArray(fc.bigInt({ min: -20n, max: 20n }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(roots, roots, roots, (shared, one, other) => {
      const [left, right] = [one, other].map((own) => withRoots([...new Set([...shared, ...own])]));
      const both = [...new Set([...shared, ...one])].filter((root) => shared.includes(root) || other.includes(root));
      expect(commonFactor(left!, right!, 67_108_859).length).toBe(both.length + 1);
      for (const root of both) {
        expect(valueAt(commonFactor(left!, right!, 67_108_859), root)).toBe(0n);
        expect(signAt(left!, Fractions.fraction(root))).toBe(0);
      }
      expect(withoutRoot(withRoots(shared), shared[0]!)).toEqual(withRoots(shared.slice(1)));
      expect(signAt(withRoots([3n, 5n]), Fractions.fraction(9n, 2n))).toBe(-1);
    }),
  );
});
