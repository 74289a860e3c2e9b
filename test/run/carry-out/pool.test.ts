import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { packageRoot } from "../../../src/data/index.ts";
import type { Outcome } from "../../../src/run/outcome.ts";
import { Pool } from "../../../src/run/carry-out/pool.ts";
import type { Misbehaviour } from "./misbehaving.ts";

type Task = readonly [Misbehaviour, number?];

const module = join(packageRoot(), "dist", "test", "run", "carry-out", "misbehaving.js");
let pool: Pool;
afterEach(async () => pool.close());

const runAll = async (
  tasks: readonly Task[],
  options: { readonly workers?: number; readonly timeLimit?: number } = {},
) => {
  pool = new Pool({ module, heapLimit: 24, timeLimit: 60, workers: 2, ...options });
  return Promise.all(tasks.map(async (task) => pool.run(task)));
};
const doubled = (value: number): Outcome => ({ result: 2 * value });

test("results come in the order of the tasks, whichever ends first", async () => {
  const outcomes = await runAll([
    ["waits", 60],
    ["waits", 30],
    ["waits", 1],
    ["doubles", 4],
  ]);
  expect(outcomes).toEqual([{ result: 60 }, { result: 30 }, { result: 1 }, doubled(4)]);
});

test("a worker is kept between tasks, and there are no more than were asked for", async () => {
  const outcomes = await runAll(Array.from({ length: 12 }, () => ["givesItsProcess"] as const));
  const processes = new Set(outcomes.map((outcome) => JSON.stringify(outcome)));
  expect(processes.size).toBeLessThanOrEqual(2);
  expect(processes).not.toContain(JSON.stringify({ result: process.pid }));
});

test("a task whose worker throws, dies, hangs or runs out of memory fails alone, with the reason", async () => {
  const reasons: readonly (readonly [Misbehaviour, string])[] = [
    ["throws", "broken on purpose"],
    ["throwsNull", "null was thrown"],
    ["throwsLater", "broken later"],
    ["rejectsAside", "rejected aside"],
    ["overflows", "Maximum call stack size exceeded"],
    ["exits", "its worker ended with exit code 3"],
    ["isKilled", "its worker was killed, perhaps by a system out of memory"],
    ["fillsTheHeap", "its worker ran out of memory"],
    ["wantsTooMuchAtOnce", "its worker ran out of memory"],
    ["givesAFunction", "the result is no plain data: inside is a function"],
    ["givesNothing", "there is no result"],
    ["givesNotANumber", "the result is no plain data: 1 is NaN"],
  ];
  const outcomes = await runAll(reasons.flatMap(([way], i): Task[] => [[way], ["doubles", i]]));
  expect(outcomes).toEqual(reasons.flatMap(([, failed], i) => [{ failed }, doubled(i)]));
});

test("a task that goes past its time limit is ended, be it busy or waiting, and its worker replaced", async () => {
  const tasks: Task[] = [["hangs"], ["neverAnswers"], ["doubles", 1], ["doubles", 2]];
  const failed = "it did not end within 1 s";
  expect(await runAll(tasks, { timeLimit: 1 })).toEqual([{ failed }, { failed }, doubled(1), doubled(2)]);
});

test("signals that reach all processes do not end a worker: whoever started it decides", async () => {
  expect(await runAll([["isTold"], ["doubles", 1]])).toEqual([{ result: "went on" }, doubled(1)]);
});

test("a pool is closed at once, whatever its workers do", async () => {
  pool = new Pool({ module, timeLimit: 60, workers: 2 });
  void pool.run(["hangs"]);
  void pool.run(["waits", 60_000]);
  await pool.close();
});

test("a module that cannot be loaded fails every task, and hangs none", async () => {
  pool = new Pool({ module: join(packageRoot(), "none.js"), timeLimit: 60, workers: 1 });
  const outcomes = await Promise.all([pool.run(1), pool.run(2)]);
  for (const outcome of outcomes)
    expect(outcome).toEqual({ failed: expect.stringContaining("Cannot find module") as string });
});
