import fc from "fast-check";
import { expect, test } from "vitest";
import { Streams } from "../../src/random/stream.ts";

const draws = (streams: Streams, replicate: number): number[] => {
  const random = streams.replicate(replicate);
  return Array.from({ length: 4 }, () => random.next());
};

test("keys that read alike when run together have streams of their own", () => {
  const text = fc.string({ minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(), text, text, text, fc.nat({ max: 99 }), (seed, one, two, three, replicate) => {
      const [left, right] = [
        new Streams({ seed, claim: one + two, problem: three }),
        new Streams({ seed, claim: one, problem: two + three }),
      ];
      expect(draws(left, replicate)).not.toEqual(draws(right, replicate));
      expect(draws(left, replicate)).toEqual(draws(new Streams({ seed, claim: one + two, problem: three }), replicate));
    }),
  );
});

test("no replicate's stream is another's, of the same key or of one that differs in its seed alone", () => {
  const seen = new Set<string>();
  let count = 0;
  for (const seed of [0, 1, 2, 2 ** 31, 2 ** 32, 2 ** 52]) {
    const streams = new Streams({ seed, claim: "a", problem: "b" });
    for (const replicate of [0, 1, 2, 3, 255, 256, 65_535, 65_536, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 40]) {
      seen.add(draws(streams, replicate).join());
      count++;
    }
  }
  expect(seen.size).toBe(count);
});
