import fc from "fast-check";
import { expect, test } from "vitest";
import { bigExponential, bigNumber } from "./big-numbers.ts";

test("e^x has the digits of mathjs's own exponential, at all sizes", () => {
  const sizes = fc.oneof(
    fc.double({ min: -50, max: 50, noNaN: true }),
    fc.double({ min: -1e7, max: 1e7, noNaN: true }),
    fc.constantFrom(0, 1, -1, Number.MIN_VALUE, 1e-40, -1e-40, 1e9, -1e9),
  );
  fc.assert(
    fc.property(sizes, (x) => {
      const exact = bigNumber(x).exp();
      // An argument with d digits before the point has 80 − d after it, and the result is rounded a few times.
      const bound = exact.times(`1e${Math.ceil(Math.max(0, Math.log10(Math.abs(x)))) - 78}`);
      expect(bigExponential(bigNumber(x)).minus(exact).abs().lessThanOrEqualTo(bound)).toBe(true);
    }),
  );
});
