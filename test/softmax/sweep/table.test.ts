import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot, readText } from "../../../src/data/index.ts";
import { adviceOn, interval, percent, points } from "../../../src/softmax/sweep/advice.ts";
import { type Grid, nameOf, tasksOf } from "../../../src/softmax/sweep/plan.ts";
import { type Row, tabulate, type TaskResult } from "../../../src/softmax/sweep/table.ts";

const grid: Grid = { rates: [0.5], weightDecays: [0.01, 1], xis: [0, 1, 2], repeats: 6 };
const sizes = { trainRows: 10, testRows: 100 };

// Counts of right test samples, a little different in each repeat.
function tableOf(students: Readonly<Record<number, readonly number[]>>, without: readonly string[] = []): Row {
  const results = new Map(
    tasksOf(grid, true).flatMap((task): [string, TaskResult][] => {
      const name = nameOf(task);
      if (without.includes(name)) return [];
      const right = students[task.weightDecay]!.map((each, i) => each + ((task.repeat * (i + 1)) % 3));
      return [[name, { teacher: right[0]!, students: right, repeated: 9 }]];
    }),
  );
  return tabulate(grid, sizes, results, 0.01)[0]!;
}

test("a cell has the teacher's accuracy, each student's, and what each gains with its interval", () => {
  const { cells } = tableOf({ 0.01: [30, 40, 50], 1: [60, 50, 20] });
  const [small] = cells;
  expect(small!.teacher).toBeCloseTo(0.31, 12); // 30 and a mean of 1, of 100
  expect(small!.repeated).toBeCloseTo(0.9, 12);
  expect(small!.students.map(({ xi }) => xi)).toEqual([0, 1, 2]);
  expect(small!.students[0]!.gain).toBeNull();
  expect(small!.students[2]!.gain!.mean).toBeCloseTo(0.19, 12); // 50 + 0 less 30 + 1
  expect(small!.largeAgainstSmall).toMatchObject({ challenger: { xi: 2 }, incumbent: { xi: 1 } });
  expect(small!.largeAgainstSmall!.againstEvery).toBeGreaterThan(0);
});

test("over all weight decays each side has its own", () => {
  const { tuned, tunedLargeAgainstSmall } = tableOf({ 0.01: [30, 40, 50], 1: [60, 55, 20] });
  expect(tuned).toMatchObject({ challenger: { xi: 1, weightDecay: 1 }, incumbent: { xi: 0, weightDecay: 1 } });
  expect(tunedLargeAgainstSmall).toMatchObject({ challenger: { xi: 2, weightDecay: 0.01 }, incumbent: { xi: 0 } });
});

test("a repeat that lacks a task is left out of its rate, so that all differences stay paired", () => {
  const row = tableOf({ 0.01: [30, 40, 50], 1: [60, 50, 20] }, [nameOf({ rate: 0.5, weightDecay: 1, repeat: 4 })]);
  expect(row.repeats).toEqual([0, 1, 2, 3, 5]);
  expect(row.cells[0]!.students[0]!.right).toHaveLength(5);
});

test("a rate at which nothing was carried out is not in the table", () => {
  expect(tabulate(grid, sizes, new Map(), 0.01)).toEqual([]);
});

test("the advice is to distil only where the interval against the best teacher says so", () => {
  const [helps] = adviceOn(tableOf({ 0.01: [30, 40, 50], 1: [20, 20, 20] }));
  expect(helps).toBe(
    "With 50 % of the labels corrupted: distil, with ξ = 2 and weight decay 0.01: +19.0 points, +13.3 to +24.7, against the best teacher, at weight decay 0.01.",
  );
  const [hurts, where] = adviceOn(tableOf({ 0.01: [30, 40, 50], 1: [80, 50, 20] }));
  expect(hurts).toMatch(
    /^With 50 % of the labels corrupted: do not distil, take the best teacher, at weight decay 1\. /,
  );
  expect(where).toBe(
    "Where the weight decay cannot be tuned, a ξ > 1 beats every ξ ≤ 1 tried at weight decay 0.01 (ξ = 2).",
  );
  const [open] = adviceOn(tableOf({ 0.01: [30, 40, 50], 1: [50, 50, 20] }));
  expect(open).toMatch(/take the best teacher, at weight decay 1; that distilling helps it is not seen\./);
});

test("without repeats to judge on there is a table and no advice", () => {
  const results = new Map(
    tasksOf({ ...grid, repeats: 1 }, true).map((task): [string, TaskResult] => [
      nameOf(task),
      { teacher: 1, students: [1, 2, 3], repeated: 0 },
    ]),
  );
  const [row] = tabulate({ ...grid, repeats: 1 }, sizes, results, 0.01);
  expect(row!.cells[0]!.students[2]).toEqual({ xi: 2, mean: 0.03, gain: null, right: [3] });
  expect(adviceOn(row!)).toEqual([]);
});

test("points have a sign, and zero has none", () => {
  expect([0.0123, -0.5, 0.0004, -0.0004, 0].map(points)).toEqual(["+1.2", "−50.0", "0.0", "0.0", "0.0"]);
  expect(interval({ lower: -0.01, upper: 0.02 })).toBe("−1.0 to +2.0");
  expect(percent(0.3)).toBe("30 %");
});

test("the results in docs/results give the advice that is now given for their tables", () => {
  const folder = join(packageRoot(), "docs/results");
  const stored = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
  expect(stored.length).toBeGreaterThan(5);
  for (const file of stored) {
    const { table, advice } = JSON.parse(readText(join(folder, file))) as { table: Row[]; advice: string[] };
    expect(advice, file).toEqual(table.flatMap(adviceOn));
  }
});
