import fc from "fast-check";
import { expect, test } from "vitest";
import { fromInteger } from "../../../src/formula/interval/interval.ts";

// The ends are integers from 2⁵³ on, and may be infinite; below, the interval is the integer itself.
test("an integer of any size lies in its interval, whose ends are its neighbours at most", () => {
  const integers = fc.oneof(
    fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }),
    fc.bigInt({ min: -(2n ** 1000n), max: 2n ** 1000n }),
    fc.integer({ min: -20, max: 20 }).map((near) => 2n ** 53n + BigInt(near)),
  );
  fc.assert(
    fc.property(integers, (integer) => {
      const { lower, upper } = fromInteger(integer);
      const size = integer < 0n ? -integer : integer;
      if (size < 2n ** 53n) expect([lower, upper]).toEqual([Number(integer), Number(integer)]);
      else expect([BigInt(lower) <= integer, integer <= BigInt(upper)]).toEqual([true, true]);
      expect(upper - lower).toBeLessThanOrEqual(4 * Number.EPSILON * Math.abs(upper));
    }),
    { numRuns: 1000, examples: [[2n ** 53n + 1n], [2n ** 59n + 1n], [-(2n ** 54n) - 3n]] },
  );
});

test("beyond the largest number an end is infinite", () => {
  const { lower, upper } = fromInteger(2n ** 1100n);
  expect([lower, upper]).toEqual([Number.MAX_VALUE, Infinity]);
});
