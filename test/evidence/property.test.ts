import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { property } from "../../src/evidence/property.ts";
import { type Case, ClosedForms, ridgeBook, ridgeCases, showCase } from "../../src/ridge/index.ts";
import { MAIN } from "../cli/run.ts";
import { context } from "./fixtures.ts";

const check = (threshold: number): ReturnType<typeof property> =>
  property(ridgeBook, {
    name: "shrinkage stays below a threshold",
    covers: ["g"],
    problems: ridgeCases,
    runs: 100,
    measure: () => threshold,
    read: (book) => new ClosedForms(book),
    violation: ({ problem, lambda, xi }: Case, most, forms) => {
      const largest = Math.max(...forms.perMode("g", problem, lambda, xi));
      return largest <= most ? null : `a mode shrinks by ${largest}, more than ${most}`;
    },
    show: showCase,
  });

test("a property that holds says on how many problems", () => {
  expect(check(10).run(context).finding).toEqual({ verdict: "supported", detail: "holds on 100 random problems" });
});

test("a property that fails shows the shrunk problem as a command that works", () => {
  const { verdict, detail } = check(1).run(context).finding;
  expect(verdict).toBe("refuted");
  expect(detail).toMatch(/^a mode shrinks by .*, more than 1, after \d+ shrinks, for echo '/);
  const [, problem, lambda, xi] = /echo '(.*)' \| npx sd-theorems ridge --problem - --lambda (\S+) --xi (\S+)$/.exec(
    detail,
  )!;
  expect((JSON.parse(problem!) as { signal: number[] }).signal.length).toBe(1); // one mode is enough
  const args = [MAIN, "ridge", "--problem", "-", "--lambda", lambda!, "--xi", xi!, "--json", "-"];
  const { status, stdout } = spawnSync(process.execPath, args, { input: problem!, encoding: "utf8" });
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as { shrinkage: number[] }).shrinkage[0]).toBeGreaterThan(1);
});

test("the same seed tries the same problems, another seed others", () => {
  const tried = (seed: number): number[] => {
    const seen: number[] = [];
    const recording = property(ridgeBook, {
      name: "records",
      covers: [],
      problems: fc.integer(),
      runs: 20,
      measure: (value) => seen.push(value),
      read: () => null,
      violation: () => null,
      show: String,
    });
    recording.run({ ...context, seed });
    return seen;
  };
  expect(tried(1)).toEqual(tried(1));
  expect(tried(2)).not.toEqual(tried(1));
});

test("a broken formula is caught on the same problems, or survives without an excuse", () => {
  const { notices } = check(10).run(context);
  expect(notices(ridgeBook.with("g", ridgeBook.expand("1000 + 0*s_j")))).toEqual({ noticed: true });
  expect(notices(ridgeBook.with("g", ridgeBook.expand("0*s_j")))).toEqual({ noticed: false, because: null });
});

test("where the computation breaks down nothing is decided, and no broken formula is caught by that", () => {
  const dividing = (fails: (most: number) => boolean): ReturnType<typeof property> =>
    property(ridgeBook, {
      name: "shrinkage is found",
      covers: ["g"],
      problems: fc.integer({ min: 1, max: 9 }),
      runs: 20,
      measure: (most) => most,
      read: (book) => book.formula("g").expression.kind,
      violation: (most, measured, kind) => {
        if (fails(most)) return `${most} is too much`;
        if (kind === "number" || measured > 5) throw new RangeError(`${most} cannot be computed`);
        return null;
      },
      show: String,
    });
  const undecided = dividing(() => false);
  const { finding, notices } = undecided.run(context);
  expect(finding.verdict).toBe("inconclusive");
  expect(finding.detail).toMatch(/^it could not be computed: ([6-9]) cannot be computed, for \1$/);
  expect(notices(ridgeBook.with("g", ridgeBook.expand("1")))).toEqual({ noticed: false, because: null });
  expect(() => undecided.search!(context, 20)).toThrow("cannot be computed");
  // Another problem may decide all the same.
  const refuted = dividing((most) => most === 9);
  expect(refuted.run(context).finding).toMatchObject({ verdict: "refuted" });
  expect(refuted.run(context).notices(ridgeBook.with("g", ridgeBook.expand("1")))).toEqual({ noticed: true });
});

test.each([0, -1, 1.5, Number.NaN])(
  "a property that is tried %d times is refused: it would hold of nothing",
  (runs) => {
    const tried = {
      name: "nothing",
      covers: [],
      problems: fc.integer(),
      measure: () => 0,
      read: () => 0,
      show: String,
    };
    expect(() => property(ridgeBook, { ...tried, runs, violation: () => null })).toThrow(
      new RangeError(`the property "nothing" has runs ${runs}; expected an integer of at least 1`),
    );
  },
);

test.each([
  ["nothing", undefined, "undefined"],
  ["a promise", Promise.resolve(null), "a promise"],
  ["false", false, "boolean"],
  ["an empty text", " ", "an empty text"],
])("a violation that says %s refutes nothing and catches nothing", (_, said, what) => {
  const carriedOut = property(ridgeBook, {
    name: "test",
    covers: ["g"],
    problems: ridgeCases,
    runs: 3,
    measure: () => 0,
    read: () => 0,
    violation: () => said as unknown as null,
    show: () => "it",
  }).run(context);
  const detail = `it could not be computed: what was said of a problem is ${what}; expected null or a sentence, for it`;
  expect(carriedOut.finding).toEqual({ verdict: "inconclusive", detail });
  expect(carriedOut.notices(ridgeBook)).toEqual({ noticed: false, because: null });
});
