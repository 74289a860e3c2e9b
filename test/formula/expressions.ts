import fc from "fast-check";
import type { RationalPoint } from "../../src/formula/exact/evaluate.ts";
import { type Fraction, fraction } from "../../src/formula/exact/fraction.ts";
import { binary, type BinaryOperator, type Expression, integer, type ModeIndex } from "../../src/formula/expression.ts";
import { perMode, scalar, type Symbols } from "../../src/formula/symbols.ts";

/** Symbols of every kind and domain, for tests about expressions in general. */
export const symbols: Symbols = {
  lambda: scalar("\\lambda", "positive", "a positive scalar"),
  xi: scalar("\\xi", "real", "any scalar"),
  s: perMode("s", "positive", "a positive value per mode"),
  theta: perMode("\\theta", "real", "any value per mode"),
};

export const lambda: Expression = { kind: "symbol", name: "lambda", index: null };
export const xi: Expression = { kind: "symbol", name: "xi", index: null };
export const inMode = (name: string, index: ModeIndex): Expression => ({ kind: "symbol", name, index });

interface Shape {
  readonly atoms: readonly Expression[];
  readonly operators: readonly BinaryOperator[];
  readonly depth: number;
}

/** Expressions without sums. */
export function terms({ atoms, operators, depth }: Shape): fc.Arbitrary<Expression> {
  const atom = fc.oneof(fc.constantFrom(...atoms), fc.integer({ min: 0, max: 3 }).map(integer));
  if (depth === 0) return atom;
  const smaller = terms({ atoms, operators, depth: depth - 1 });
  const symbolAtom = fc.constantFrom(...atoms);
  return fc.oneof(
    { weight: 1, arbitrary: atom },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...operators), smaller, smaller)
        .map(([operator, left, right]) => binary(operator, left, right)),
    },
    { weight: 1, arbitrary: symbolAtom.map((argument) => ({ kind: "negate" as const, argument })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(smaller, fc.integer({ min: 0, max: 3 }))
        .map(([base, exponent]) => ({ kind: "power" as const, base, exponent })),
    },
  );
}

const scalars = [lambda, xi];
const ofOneMode = [...scalars, inMode("s", "j"), inMode("theta", "j")];
const ofTwoModes = [...ofOneMode, inMode("s", "k"), inMode("theta", "k")];

/** Expressions over a scalar part, Σ_j of a term and Σ_{j<k} of a term; divisions where `operators` has them. */
export function expressions(operators: readonly BinaryOperator[], depth = 2): fc.Arbitrary<Expression> {
  return fc
    .record({
      constant: terms({ atoms: scalars, operators, depth }),
      factor: terms({ atoms: scalars, operators, depth: 1 }),
      single: terms({ atoms: ofOneMode, operators, depth }),
      other: terms({ atoms: ofOneMode, operators, depth: 1 }),
      pair: terms({ atoms: ofTwoModes, operators, depth: 1 }),
    })
    .map(({ constant, factor, single, other, pair }) => {
      const sum: Expression = { kind: "sum", summand: single };
      const product = binary("*", sum, { kind: "sum", summand: other });
      const pairs = binary("*", factor, { kind: "pairs", summand: pair });
      return binary("+", constant, binary("-", product, pairs));
    });
}

/** Scalar and per-mode values for `symbols`, where λ and s are positive. */
export function points(value: fc.Arbitrary<Fraction>, positive: fc.Arbitrary<Fraction>): fc.Arbitrary<RationalPoint> {
  return fc.integer({ min: 0, max: 4 }).chain((modes) =>
    fc
      .record({
        lambda: positive,
        xi: value,
        s: fc.array(positive, { minLength: modes, maxLength: modes }),
        theta: fc.array(value, { minLength: modes, maxLength: modes }),
      })
      .map((drawn) => ({
        modes,
        scalars: { lambda: drawn.lambda, xi: drawn.xi },
        perMode: { s: drawn.s, theta: drawn.theta },
      })),
  );
}

/** Small rational numbers. */
export const fractions = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 7 }))
  .map(([numerator, denominator]) => fraction(BigInt(numerator), BigInt(denominator)));

export const positiveFractions = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }))
  .map(([numerator, denominator]) => fraction(BigInt(numerator), BigInt(denominator)));
