import { expect, test } from "vitest";
import { integerBelow } from "../../src/random/integer.ts";
import { Streams } from "../../src/random/stream.ts";

test("integers below a bound come equally often, and no others", () => {
  const random = new Streams({ seed: 3, claim: "test", problem: "integer" }).replicate(0);
  const draws = 100_000;
  for (const bound of [1, 2, 7]) {
    const counts = Array<number>(bound).fill(0);
    for (let draw = 0; draw < draws; draw++) counts[integerBelow(bound, random)]!++;
    // Hoeffding: a count of n draws is off by more than √(n ln(2·10⁹)/2) with probability at most 10⁻⁹.
    const allowed = Math.sqrt((draws * Math.log(2e9)) / 2);
    for (const count of counts) expect(Math.abs(count - draws / bound)).toBeLessThanOrEqual(allowed);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(draws);
  }
});
