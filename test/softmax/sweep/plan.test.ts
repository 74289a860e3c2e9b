import { expect, test } from "vitest";
import { nameOf, tasksOf } from "../../../src/softmax/sweep/plan.ts";

const grid = { rates: [0, 0.5], weightDecays: [1e-3, 1], xis: [0, 1], repeats: 3 };

test("every rate and weight decay has a task in each repeat, and each a name of its own", () => {
  const tasks = tasksOf(grid, true);
  expect(tasks).toHaveLength(2 * 2 * 3);
  expect(new Set(tasks.map(nameOf)).size).toBe(tasks.length);
  expect(tasks.slice(0, 4).every(({ repeat }) => repeat === 0)).toBe(true);
});

test("clean labels are fitted once where nothing else is drawn", () => {
  const clean = tasksOf(grid, false).filter(({ rate }) => rate === 0);
  expect(clean.map(({ repeat }) => repeat)).toEqual([0, 0]);
});
