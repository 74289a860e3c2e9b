import { describe, expect, test } from "vitest";
import { drawNoise } from "../../src/random/bulk.ts";
import { type Noise, noises } from "../../src/random/noise.ts";
import { Streams } from "../../src/random/stream.ts";

const streams = new Streams({ seed: 3, claim: "test", problem: "bulk" });

function oneByOne(noise: Noise, first: number, count: number, each: number): Float64Array {
  const replicates = Array.from({ length: count }, (_, i) => streams.replicate(first + i));
  return Float64Array.from(replicates.flatMap((random) => Array.from({ length: each }, () => noise.draw(random))));
}

// 200 000 draws reach every layer of the ziggurat, its edges (2 400 of them) and its tail (about 115).
describe.each(noises)("$name noise in bulk", (noise) => {
  test("is to the last digit what is drawn one at a time", () => {
    const single = oneByOne(noise, 0, 200, 1000);
    const differs = drawNoise({ noise, streams, first: 0, count: 200, each: 1000 }).findIndex(
      (value, i) => value !== single[i],
    );
    expect(differs).toBe(-1);
  });

  test.each([2 ** 31 - 2, 2 ** 32 - 2, 2 ** 40 + 7, Number.MAX_SAFE_INTEGER - 3])(
    "from replicate %d on as well",
    (first) => {
      expect(drawNoise({ noise, streams, first, count: 4, each: 3 })).toEqual(oneByOne(noise, first, 4, 3));
    },
  );

  test("does not depend on how replicates are grouped", () => {
    const whole = drawNoise({ noise, streams, first: 5, count: 6, each: 7 }).slice();
    const parts = [5, 8].flatMap((first) => [...drawNoise({ noise, streams, first, count: 3, each: 7 })]);
    expect([...whole]).toEqual(parts);
  });
});

test("a law of one's own is drawn as it says", () => {
  const shifted: Noise = { name: "shifted", draw: (random) => 1 + random.next() / 2 ** 31 };
  expect(drawNoise({ noise: shifted, streams, first: 2, count: 3, each: 2 })).toEqual(oneByOne(shifted, 2, 3, 2));
});

test("no draws at all are an empty array", () => {
  expect(drawNoise({ noise: noises[0]!, streams, first: 0, count: 0, each: 5 }).length).toBe(0);
});
