import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bitsOf,
  dividedUp,
  dot,
  product,
  rootAbove,
  rootOf,
  shortened,
  transposed,
} from "../../../src/ridge/design-spectrum/integers.ts";
import { rankOf } from "../../../src/ridge/design-spectrum/rank.ts";

const sizes = fc.record({ rows: fc.integer({ min: 1, max: 5 }), inner: fc.integer({ min: 1, max: 6 }) });
const matrices = (rows: number, columns: number, most: bigint): fc.Arbitrary<bigint[][]> =>
  fc.array(fc.array(fc.bigInt({ min: -most, max: most }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

test("a product by long integers is that of rows and columns, with entries of any size and sign", () => {
  fc.assert(
    fc.property(
      sizes.chain(({ rows, inner }) =>
        fc.tuple(matrices(rows, inner, 1n << 70n), matrices(inner, rows + 1, 1n << 130n)),
      ),
      ([left, right]) => {
        const columns = transposed(right);
        expect(product(left, right)).toEqual(left.map((row) => columns.map((column) => dot(row, column))));
      },
    ),
  );
});

test("roots, quotients and lengths are those of integers", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1n << 300n }), fc.bigInt({ min: 1n, max: 1n << 90n }), (value, divisor) => {
      const root = rootOf(value);
      expect(root * root <= value && value < (root + 1n) ** 2n).toBe(true);
      expect(rootAbove(value)).toBe(root * root === value ? root : root + 1n);
      for (const each of [value, -value]) {
        const up = dividedUp(each, divisor);
        expect(up * divisor >= each && (up - 1n) * divisor < each).toBe(true);
        expect(2n * (shortened(each, 5) * 32n - each) <= 32n && 2n * (each - shortened(each, 5) * 32n) <= 32n).toBe(
          true,
        );
      }
      expect(bitsOf(value)).toBe(value === 0n ? 0 : value.toString(2).length);
    }),
  );
});

test("the rank of a product of r columns and r rows, of which both have rank r, is r", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 3 })
        .chain((rank) => fc.tuple(fc.constant(rank), matrices(5, rank, 1n << 80n), matrices(rank, 4, 9n))),
      ([rank, left, right]) => {
        // Unit rows and columns make sure of both ranks.
        const unit = (i: number, j: number): bigint => (i === j ? 1n : 0n);
        const tall = [
          ...Array.from({ length: rank }, (_, i) => Array.from({ length: rank }, (__, j) => unit(i, j))),
          ...left,
        ];
        const flat = right.map((row, i) => [...Array.from({ length: rank }, (_, j) => unit(i, j)), ...row]);
        expect(rankOf(product(tall, flat))).toBe(rank);
        expect(rankOf(transposed(product(tall, flat)))).toBe(rank);
      },
    ),
  );
});

test("a multiple of the first primes that are tried does not hide a rank", () => {
  // The product of the ten largest primes below 2²⁶, by trial division.
  const isPrime = (n: number): boolean => {
    for (let d = 3; d * d <= n; d += 2) if (n % d === 0) return false;
    return true;
  };
  const largest: bigint[] = [];
  for (let n = 2 ** 26 - 1; largest.length < 10; n -= 2) if (isPrime(n)) largest.push(BigInt(n));
  const many = largest.reduce((all, p) => all * p);
  expect(
    rankOf([
      [1n, 1n],
      [1n, 1n + many],
    ]),
  ).toBe(2);
  expect(
    rankOf([
      [many, 0n],
      [0n, many],
    ]),
  ).toBe(2);
  expect(
    rankOf([
      [many, 2n * many],
      [2n, 4n],
    ]),
  ).toBe(1);
});
