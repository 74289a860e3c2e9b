import { expect, test } from "vitest";
import type { Finding, Notice } from "../../src/evidence/claim.ts";
import { type Comparison, MOST_PLANNED, PILOT, type Replication, simulation } from "../../src/evidence/simulation.ts";
import type { Book } from "../../src/formula/index.ts";
import { compile } from "../../src/formula/index.ts";
import { intervalHalfWidth } from "../../src/statistics/index.ts";
import { book, context } from "./fixtures.ts";

const z = intervalHalfWidth(context.suiteComparisons);

interface Measurement {
  /** What is measured of the area of the square with x = 1. */
  readonly value: number;
  /** Half-width of its interval after `PILOT` replicates; it shrinks like 1/√n. */
  readonly halfWidth: number;
  readonly plan?: number;
}

function run({ value, halfWidth, plan = PILOT }: Measurement): {
  finding: Finding;
  notices: (broken: Book) => Notice;
  replicates: number;
} {
  let done = 0;
  const compare = (candidate: Book): Comparison[] => {
    const standardError = (halfWidth / z) * Math.sqrt(PILOT / done);
    const expected = compile(candidate, ["area"])({ x: 1 }).area;
    return [{ what: "area", estimate: { value, standardError }, expected, margin: context.margin }];
  };
  const check = simulation(book, {
    name: "test",
    covers: ["area"],
    comparisons: 1,
    effort: 1,
    start: () => ({ extend: (replicates) => (done = replicates), plan: () => plan, compare }),
  });
  const { finding, notices } = check.run(context);
  return { finding, notices, replicates: done };
}

const none: Replication = { extend: () => {}, plan: () => PILOT, compare: () => [] };

test.each([0, -1, 1.5, NaN])("a simulation with %d comparisons is refused when it is defined", (comparisons) => {
  const define = () => simulation(book, { name: "test", covers: [], comparisons, effort: 1, start: () => none });
  expect(define).toThrow(
    new RangeError(`the simulation "test" has comparisons ${comparisons}; expected an integer of at least 1`),
  );
});

test.each([
  ["none at all", 1, 0],
  ["fewer", 2, 1],
  ["more, which would undercount what may err", 1, 2],
])("a simulation that makes other comparisons than it states is not carried out: %s", (_, comparisons, made) => {
  const compare = () =>
    Array.from({ length: made }, () => ({
      what: "area",
      estimate: { value: 1, standardError: 0.001 },
      expected: 1,
      margin: 0.01,
    }));
  const replication = { ...none, compare };
  const check = simulation(book, { name: "test", covers: [], comparisons, effort: 1, start: () => replication });
  expect(() => check.run(context)).toThrow(
    new RangeError(`the simulation "test" states ${comparisons} as its comparisons and makes ${made}`),
  );
});

test("an interval within the margin supports the closed form, at the first look", () => {
  const { finding, replicates } = run({ value: 1.005, halfWidth: 0.004 });
  expect(finding.verdict).toBe("supported");
  expect(finding.detail).toBe(
    "1 estimates equivalent at a margin of 1 %, 4,096 replicates; the farthest uses 50 % of its margin",
  );
  expect(replicates).toBe(PILOT);
});

test("an interval outside the margin refutes it, with what was measured and what was expected", () => {
  const { finding } = run({ value: 1.02, halfWidth: 0.004 });
  expect(finding.verdict).toBe("refuted");
  expect(finding.detail).toBe("area: measured 1.02 ± 0.004, closed form 1, margin ± 0.01, 4,096 replicates");
});

test("an interval across the margin is looked at again, and settled where more replicates settle it", () => {
  const { finding, replicates } = run({ value: 1.007, halfWidth: 0.005 });
  expect(finding.verdict).toBe("supported"); // 0.007 + 0.005/√2 is above the margin, 0.007 + 0.005/2 below
  expect(replicates).toBe(4 * PILOT);
});

test("an interval that stays across the margin is inconclusive, and says how many replicates would settle it", () => {
  const { finding } = run({ value: 1.0099, halfWidth: 0.004 });
  expect(finding.verdict).toBe("inconclusive");
  // After 4 looks' replicates ± 0.002; it must shrink to 0.0001, so by 20, which takes 400 times the replicates.
  expect(finding.detail).toMatch(
    /^area: measured 1\.0099 ± 0\.002, .* 16,384 replicates; about 6,5\d\d,\d{3} would settle it$/,
  );
});

test("a plan beyond what can be afforded is cut short, and the verdict stays inconclusive", () => {
  const { finding, replicates } = run({ value: 1.0099, halfWidth: 0.1, plan: Infinity });
  expect(finding.verdict).toBe("inconclusive");
  expect(replicates).toBe(4 * MOST_PLANNED);
});

test("a broken formula that moves an estimate beyond its margin is caught", () => {
  const { notices } = run({ value: 1, halfWidth: 0.004 });
  expect(notices(book.with("area", book.expand("2*x")))).toEqual({ noticed: true });
  expect(notices(book.with("area", book.expand("0/x")))).toEqual({ noticed: true });
});

test("one that moves it too little to be seen is excused, with by how much", () => {
  const { notices } = run({ value: 1, halfWidth: 0.004 });
  expect(notices(book.with("area", book.expand("x^3")))).toEqual({
    noticed: false,
    because: "every closed form that is compared stays the same",
  });
  const little = notices(book.with("area", book.expand("1001*x/1000")));
  expect(little).toEqual({
    noticed: false,
    because: "it moves no estimate by more than 10 % of its margin, and 180 % is needed to be sure to see it",
  });
});

test("a closed form that has no value is refuted, not passed over", () => {
  const { notices } = run({ value: 1, halfWidth: 0.004 });
  expect(notices(book.with("area", book.expand("(x - 1)/(x - 1)")))).toEqual({ noticed: true });
});

test.each([
  ["margin", Infinity, "size"],
  ["margin", NaN, "size"],
  ["margin", -1, "size"],
  ["standardError", -1, "size"],
  ["standardError", NaN, "size"],
  ["value", NaN, "number"],
  ["expected", NaN, "number"],
  ["expected", Infinity, "number"],
  ["expected", "1", "number"],
])("a comparison whose %s is %s compares nothing: it is not carried out", (name, given, what) => {
  const usual = { value: 1, standardError: 0.001, expected: 1, margin: 0.01 };
  const { value, standardError, expected, margin } = { ...usual, ...({ [name]: given } as Partial<typeof usual>) };
  const compare = () => [{ what: "area", estimate: { value, standardError }, expected, margin }];
  const start = () => ({ ...none, compare });
  const check = simulation(book, { name: "test", covers: [], comparisons: 1, effort: 1, start });
  expect(() => check.run(context)).toThrow(
    new RangeError(`the simulation "test", area, has the ${name} ${given}; expected a ${what}`),
  );
});

test("a simulation that plans NaN replicates is not carried out", () => {
  expect(() => run({ value: 1, halfWidth: 0.004, plan: NaN })).toThrow('the simulation "test" plans NaN replicates');
});
