import fc from "fast-check";
import { expect, test } from "vitest";
import { normal, Streams } from "../../src/random/index.ts";
import { type PairedInterval, pairedInterval, pairsToSettle } from "../../src/statistics/paired.ts";

test("the interval of Student's sleep data is the one that R prints: 0.7001142 to 2.4598858 at 95 %", () => {
  const extraSleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
  const { lower, upper, mean, pairs } = pairedInterval(extraSleep, 0.05);
  expect([lower, upper].map((end) => end.toFixed(7))).toEqual(["0.7001142", "2.4598858"]);
  expect([mean.toFixed(2), pairs]).toEqual(["1.58", 10]);
});

test("the interval of normal differences misses their mean as often as it says", () => {
  const errorRate = 0.05;
  const trials = 20_000;
  const streams = new Streams({ seed: 1, claim: "paired intervals", problem: "five normal differences" });
  let misses = 0;
  for (let trial = 0; trial < trials; trial++) {
    const random = streams.replicate(trial);
    const { lower, upper } = pairedInterval(
      Array.from({ length: 5 }, () => 3 + 2 * normal(random)),
      errorRate,
    );
    if (lower > 3 || upper < 3) misses++;
  }
  // Binomial: five standard deviations, which the fixed seed would miss once in two million choices of it.
  const spread = 5 * Math.sqrt(errorRate * (1 - errorRate) * trials);
  expect(Math.abs(misses - errorRate * trials)).toBeLessThan(spread);
});

test("the pairs that would settle it are the fewest with which the interval leaves zero", () => {
  const differences = fc.array(fc.integer({ min: -9, max: 12 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(differences, fc.constantFrom(0.1, 0.01, 0.001), (given, errorRate) => {
      const interval = pairedInterval(given, errorRate);
      const needed = pairsToSettle(interval, errorRate);
      // Equal differences of zero never leave it, so ≤.
      if (needed === null) return Math.abs(interval.mean) * 100 <= interval.standardDeviation;
      const excludesZero = (pairs: number): boolean => {
        const { lower, upper } = scaled(interval, pairs, errorRate);
        return lower > 0 || upper < 0;
      };
      return excludesZero(needed) && (needed === 2 || !excludesZero(needed - 1));
    }),
  );
});

// An interval with so many pairs and the same mean and deviation: from pairs that lie on either side of the mean.
function scaled({ mean, standardDeviation }: PairedInterval, pairs: number, errorRate: number): PairedInterval {
  const odd = pairs % 2;
  const off = standardDeviation * Math.sqrt((pairs - 1) / (pairs - odd));
  const differences = Array.from({ length: pairs }, (_, i) => {
    if (odd === 1 && i === 0) return mean;
    return i % 2 === 0 ? mean + off : mean - off;
  });
  return pairedInterval(differences, errorRate);
}

test.each([0, 1, -0.01, NaN])("an error rate of %s makes no interval", (errorRate) => {
  expect(() => pairedInterval([1, 2], errorRate)).toThrow(`the error rate of an interval is ${errorRate}; expected`);
});

test("one pair makes no interval", () => {
  expect(() => pairedInterval([1], 0.01)).toThrow("an interval needs at least two pairs; given 1");
});
