import fc from "fast-check";
import { expect, test } from "vitest";
import { counterexample } from "../../src/evidence/counterexample.ts";
import { book, context } from "./fixtures.ts";

// A number is below its square: not without the hypothesis that it exceeds 1.
const check = (numbers: fc.Arbitrary<number>): ReturnType<typeof counterexample<number>> =>
  counterexample({
    without: "x > 1",
    says: "a number need not be below its square",
    problems: numbers,
    tries: 50,
    fails: (x) => (x < x * x ? null : `its square is ${x * x}`),
    show: (x) => `x = ${x}`,
  });

test("a counterexample that is found shows the hypothesis to be needed, with the problem and what became of it", () => {
  const { kind, name, run } = check(fc.integer({ min: -10, max: 10 }));
  expect([kind, name]).toEqual(["counterexample", "without “x > 1”, a number need not be below its square"]);
  const { verdict, detail } = run(context).finding;
  expect(verdict).toBe("supported");
  expect(detail).toMatch(/^its square is ([01]), for x = \1$/);
});

test("where none is found nothing is decided: the hypothesis is not seen to be needed", () => {
  expect(check(fc.integer({ min: 2, max: 10 })).run(context).finding).toEqual({
    verdict: "inconclusive",
    detail: "no counterexample in 50 problems: it is not seen to be needed",
  });
});

test("the search depends on the run's seed and the claim alone", () => {
  const seenWith = (seed: number, claim: string): number[] => {
    const seen: number[] = [];
    check(fc.integer({ min: 2, max: 1e6 }).map((x) => (seen.push(x), x))).run({ ...context, seed, claim });
    return seen;
  };
  expect(seenWith(1, "test/one")).toEqual(seenWith(1, "test/one"));
  expect(seenWith(2, "test/one")).not.toEqual(seenWith(1, "test/one"));
  expect(seenWith(1, "test/two")).not.toEqual(seenWith(1, "test/one"));
});

test("it is not asked to notice broken formulas, and says why", () => {
  const { covers, run } = check(fc.constant(1));
  expect(covers).toEqual([]);
  expect(run(context).notices(book)).toMatchObject({ noticed: false, because: expect.any(String) as string });
});

test("what is neither null nor a sentence is no counterexample, and neither is what all problems are skipped for", () => {
  const saying = (fails: () => unknown): (() => unknown) => {
    const dropped = { without: "x > 1", says: "s", problems: fc.integer(), tries: 5, show: String };
    return () => counterexample({ ...dropped, fails: fails as () => null }).run(context);
  };
  const expected = "expected null or a sentence";
  expect(saying(() => undefined)).toThrow(`what was said of a problem is undefined; ${expected}`);
  expect(saying(() => Promise.resolve(null))).toThrow(`what was said of a problem is a promise; ${expected}`);
  expect(saying(() => fc.pre(false))).toThrow("too many of the problems were skipped: 0 were left");
});
