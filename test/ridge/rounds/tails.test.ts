import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fraction, Fractions } from "../../../src/formula/index.ts";
import { exactParameters } from "../../../src/ridge/rounds/exact-rounds.ts";

const small = fc.tuple(fc.bigInt(-9n, 9n), fc.bigInt(1n, 5n)).map(([n, d]) => Fractions.fraction(n, d));

/** T_i = ξ_k ξ_{k−1} ⋯ ξ_{k−i+1}. */
function tailsOf(xis: readonly Fraction[]): Fraction[] {
  let product = Fractions.fraction(1n);
  return xis.toReversed().map((xi) => (product = Fractions.multiply(product, xi)));
}

test("imitation parameters without a zero are found again from their tails", () => {
  const nonzero = small.filter((value) => Fractions.sign(value) !== 0);
  fc.assert(
    fc.property(fc.array(nonzero, { maxLength: 6 }), (xis) => {
      expect(exactParameters(tailsOf(xis))).toEqual({ xis });
    }),
  );
});

test("with zeros among them, parameters with the same tails are found: what is before a zero does not matter", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constant(Fractions.fraction(0n)), small), { maxLength: 6 }), (xis) => {
      const tails = tailsOf(xis);
      const { xis: found } = exactParameters(tails);
      expect(tailsOf(found!)).toEqual(tails);
    }),
  );
});

test("a zero tail before one that is not zero is out of reach, and both are named", () => {
  const [zero, one] = [Fractions.fraction(0n), Fractions.fraction(1n)];
  expect(exactParameters([one, zero, zero, one, zero])).toEqual({ xis: null, vanishing: 2, later: 4 });
});
