import fc from "fast-check";
import { expect, test } from "vitest";
import { findExample } from "../../src/evidence/find-example.ts";

const large = (least: number) => (n: number) => (n >= least ? `${n} is at least ${least}` : null);

test("a search comes back with the smallest problem there is something to say of", () => {
  const { tried, found } = findExample({ problems: fc.nat(1000), seed: 1, tries: 100, says: large(100) });
  expect(found).toMatchObject({ problem: 100, says: "100 is at least 100" });
  expect(tried).toBeLessThanOrEqual(100);
});

test("one that finds nothing says how many problems were tried", () => {
  expect(findExample({ problems: fc.nat(1000), seed: 1, tries: 50, says: large(1001) })).toEqual({
    tried: 50,
    found: null,
  });
});

test("the same seed tries the same problems, another seed others", () => {
  const triedWith = (seed: number): number[] => {
    const seen: number[] = [];
    findExample({ problems: fc.nat(), seed, tries: 20, says: (n) => (seen.push(n), null) });
    return seen;
  };
  expect(triedWith(7)).toEqual(triedWith(7));
  expect(triedWith(8)).not.toEqual(triedWith(7));
});

test("an error in the search is no find: it is thrown on", () => {
  const says = (n: number): string | null => {
    if (n > 10) throw new TypeError("a mistake in the code");
    return null;
  };
  expect(() => findExample({ problems: fc.nat(1000), seed: 1, tries: 50, says })).toThrow(TypeError);
});
