import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, type RationalPoint } from "../../../src/formula/exact/evaluate.ts";
import * as F from "../../../src/formula/exact/fraction.ts";
import { type Box, enclose } from "../../../src/formula/interval/enclose.ts";
import { above, below, type Interval, interval } from "../../../src/formula/interval/interval.ts";
import { parse } from "../../../src/formula/parse.ts";
import { ridgeBook } from "../../../src/ridge/book/ridge.ts";
import { expressions, fractions, points, positiveFractions } from "../expressions.ts";

/** True iff the exact value lies in the interval. */
function contains({ lower, upper }: Interval, value: F.Fraction): boolean {
  const notBelow = (end: number): boolean =>
    end === -Infinity || F.add(value, F.negate(F.fromNumber(end))).numerator >= 0n;
  const notAbove = (end: number): boolean =>
    end === Infinity || F.add(F.fromNumber(end), F.negate(value)).numerator >= 0n;
  return notBelow(lower) && notAbove(upper);
}

/** A box around a point, `slack` wide in relative terms. */
function boxAround({ modes, scalars, perMode }: RationalPoint, slack: number): Box {
  const around = (value: F.Fraction): Interval => {
    const near = F.toNumber(value);
    return interval(below(near) - slack * Math.abs(near), above(near) + slack * Math.abs(near));
  };
  return {
    modes,
    scalars: Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, around(value)])),
    perMode: Object.fromEntries(Object.entries(perMode).map(([name, values]) => [name, values.map(around)])),
  };
}

test("the exact value at any point of a box lies in the enclosure of the box, narrow or wide", () => {
  const slacks = fc.constantFrom(0, 1e-12, 1e-3, 0.5);
  fc.assert(
    fc.property(
      expressions(["+", "-", "*", "/"]),
      points(fractions, positiveFractions),
      slacks,
      (expression, point, slack) => {
        let value: F.Fraction;
        try {
          value = evaluate(expression, point);
        } catch (error) {
          if (error instanceof F.DivisionByZero) return;
          throw error;
        }
        expect(contains(enclose(expression, boxAround(point, slack)), value)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test("a box inside another has an enclosure inside the other's", () => {
  fc.assert(
    fc.property(expressions(["+", "-", "*", "/"]), points(fractions, positiveFractions), (expression, point) => {
      const [narrow, wide] = [1e-6, 1e-2].map((slack) => enclose(expression, boxAround(point, slack)));
      expect(wide!.lower).toBeLessThanOrEqual(narrow!.lower);
      expect(wide!.upper).toBeGreaterThanOrEqual(narrow!.upper);
    }),
  );
});

const names = ["squaredBias", "variance", "error", "N", "D", "gain", "optimalXi", "noiseThreshold"] as const;

test.each(names)("the ridge theory's %s is enclosed, and the enclosure of a point is narrow", (name) => {
  const point: RationalPoint = {
    modes: 3,
    scalars: Object.fromEntries(
      Object.entries({ lambda: 3n, xi: 5n, noiseVariance: 7n, residualSignal: 2n }).map(([key, value]) => [
        key,
        F.fraction(value, 4n),
      ]),
    ),
    perMode: {
      s: [1n, 5n, 40n].map((value) => F.fraction(value, 3n)),
      theta: [-2n, 3n, 1n].map((value) => F.fraction(value, 7n)),
    },
  };
  const expression = ridgeBook.expand(name);
  const enclosure = enclose(expression, boxAround(point, 0));
  expect(contains(enclosure, evaluate(expression, point))).toBe(true);
  // Some 200 operations, each a few units in the last place wide, and no cancellation worse than a factor of 10.
  expect(enclosure.upper - enclosure.lower).toBeLessThan(1e4 * Number.EPSILON * Math.abs(enclosure.upper));
});

test("a sign that holds on a whole box is certified: for high noise the best ξ exceeds 1", () => {
  const box: Box = {
    modes: 2,
    scalars: { lambda: interval(1, 1.01), noiseVariance: interval(100, 110) },
    perMode: { s: [interval(4), interval(1)], theta: [interval(1), interval(1)] },
  };
  expect(enclose(ridgeBook.expand("optimalXi"), box).lower).toBeGreaterThan(1);
});

test("a symbol without an interval, and a derivative that was not carried out, are refused", () => {
  const nothing: Box = { modes: 0, scalars: {}, perMode: {} };
  expect(() => enclose(parse("lambda"), nothing)).toThrow("no value is given to lambda");
  expect(() => enclose(parse("diff(2, xi)"), nothing)).toThrow("derivative has no value: expand it first");
});
