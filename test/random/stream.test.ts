import { expect, test } from "vitest";
import { Streams } from "../../src/random/stream.ts";

const key = { seed: 1, claim: "ridge/optimal-xi", problem: "tall" };
const draws = (streams: Streams, replicate: number, count = 8): number[] => {
  const random = streams.replicate(replicate);
  return Array.from({ length: count }, () => random.next());
};

test("the same key and replicate give the same draws, whatever else was drawn before", () => {
  const streams = new Streams(key);
  const later = draws(streams, 41);
  draws(streams, 0, 1000);
  expect(draws(streams, 41)).toEqual(later);
  expect(draws(new Streams({ ...key }), 41)).toEqual(later);
});

test.each([[{ seed: 2 }], [{ claim: "ridge/path-tangent" }], [{ problem: "tall," }]])(
  "%j gives other draws",
  (change) => {
    expect(draws(new Streams({ ...key, ...change }), 0)).not.toEqual(draws(new Streams(key), 0));
  },
);

test("parts of a key do not run into one another", () => {
  const one = new Streams({ seed: 1, claim: "a", problem: "b,c" });
  expect(draws(new Streams({ seed: 1, claim: "a,b", problem: "c" }), 0)).not.toEqual(draws(one, 0));
});

test("replicates beyond 2³² have streams of their own", () => {
  const streams = new Streams(key);
  expect(draws(streams, 2 ** 32 + 5)).not.toEqual(draws(streams, 5));
});

/*
 * Counts of bits are binomial: of n fair bits, |heads − n/2| exceeds z√n/2 with probability at most 2 exp(−z²/2)
 * (Hoeffding). Here 2 · 10⁻⁹ for each of 31 + 31 + 31 counts.
 */
const REPLICATES = 1 << 15;
const allowed = (Math.sqrt(2 * Math.log(1e9)) * Math.sqrt(REPLICATES)) / 2;
const bitsOf = (word: (replicate: number) => number): number[] => {
  const counts = Array<number>(31).fill(0);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const value = word(replicate);
    for (let bit = 0; bit < 31; bit++) counts[bit]! += (value >>> (bit + 1)) & 1;
  }
  return counts;
};

test("neighbouring replicates are as good as independent: bits are fair, and differ half of the time", () => {
  const streams = new Streams({ ...key, seed: 12 });
  const first = (replicate: number): number => streams.replicate(replicate).next();
  const counts = [
    bitsOf(first),
    bitsOf((replicate) => first(replicate) ^ first(replicate + 1)),
    bitsOf((replicate) => {
      const random = streams.replicate(replicate);
      return random.next() ^ random.next();
    }),
  ];
  for (const count of counts.flat()) expect(Math.abs(count - REPLICATES / 2)).toBeLessThanOrEqual(allowed);
});
