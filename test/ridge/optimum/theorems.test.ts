import fc from "fast-check";
import { expect, test } from "vitest";
import { Fractions, Reals } from "../../../src/formula/index.ts";
import type { Group } from "../../../src/ridge/problem/enclosed-problem.ts";
import { theoremOf } from "../../../src/ridge/optimum/theorems.ts";

/** Groups with these mean squared signals, the largest s first. */
const groupsWith = (signals: readonly number[]): Group[] =>
  signals.map((signal, j) => ({
    s: Reals.real(Fractions.fraction(BigInt(signals.length - j))),
    squaredSignal: Reals.real(Fractions.fromNumber(signal)),
    modes: 1,
  }));

test("the order of the signals decides only where it is one without exception", () => {
  const counts = new Map<boolean | null, number>();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 7 }), (signals) => {
      const rises = signals.slice(1).map((signal, j) => signal - signals[j]!);
      const expected = rises.every((rise) => rise >= 0) ? false : rises.every((rise) => rise <= 0) ? true : null;
      counts.set(expected, (counts.get(expected) ?? 0) + 1);
      expect(theoremOf(groupsWith(signals))?.strictlyBetter ?? null).toBe(expected);
    }),
    { numRuns: 1000 },
  );
  for (const answer of [true, false, null]) expect(counts.get(answer)).toBeGreaterThan(20);
});

test("one step against the order, wherever it is, is enough to decide nothing", () => {
  for (let length = 3; length <= 8; length++) {
    for (let at = 1; at < length; at++) {
      // Rising by 2 but for one step down by 1, and the other way round.
      const rising = Array.from({ length }, (_, j) => 2 * j - (j >= at ? 3 : 0) + 10);
      expect([theoremOf(groupsWith(rising)), theoremOf(groupsWith(rising.toReversed()))]).toEqual([null, null]);
    }
  }
});

test("one group is a tie", () => {
  expect(theoremOf(groupsWith([2]))?.strictlyBetter).toBe(false);
});
