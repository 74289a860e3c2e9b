import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/data/index.ts";
import { EXPERIMENT_ERROR_RATE, findingOf } from "../../src/evidence/experiment.ts";
import { intervalHalfWidth, LOOKS, SUITE_ERROR_RATE } from "../../src/statistics/index.ts";
import { pairedInterval } from "../../src/statistics/paired.ts";

const document = readFileSync(join(packageRoot(), "docs", "evidence.md"), "utf8").replaceAll(/\s+/g, " ");

test("the error rates are those that docs/evidence.md promises", () => {
  expect(document).toContain("All intervals of all simulation checks together miss with probability at most 10⁻⁶");
  expect(SUITE_ERROR_RATE).toBe(1e-6);
  expect(document).toContain("Each interval misses with probability at most 5 · 10⁻³");
  expect(EXPERIMENT_ERROR_RATE).toBe(5e-3);
});

// Half the rate would be safe, and ask for more replicates than are needed.
test("the whole error rate of a suite is spent: ½ exp(−z²/2) on either side, for every comparison at every look", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (comparisons) => {
      const z = intervalHalfWidth(comparisons);
      const spent = comparisons * LOOKS.length * Math.exp((-z * z) / 2);
      expect(Math.abs(spent / SUITE_ERROR_RATE - 1)).toBeLessThanOrEqual(4 * z * z * Number.EPSILON);
    }),
  );
});

// Differences whose interval is moved so that its lower end lies a little to either side of 0.
test("an experiment is judged by the side of zero on which the interval's nearer end lies, by however little", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 12 }).filter((all) => new Set(all).size > 1),
      fc.constantFrom(1e-6, 0.01, 0.1),
      (differences, part) => {
        const { mean, lower } = pairedInterval(differences, EXPERIMENT_ERROR_RATE);
        const half = mean - lower;
        const verdictOf = (end: number): string =>
          findingOf([{ what: "w", differences: differences.map((each) => each - mean + half + end * half) }], "u")
            .verdict;
        expect([verdictOf(part), verdictOf(-part)]).toEqual(["supported", "inconclusive"]);
        expect([verdictOf(-2 - part), verdictOf(-2 + part)]).toEqual(["refuted", "inconclusive"]);
      },
    ),
  );
});
