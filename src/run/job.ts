import type * as z from "zod";
import type { Outcome } from "./outcome.ts";

/** A piece of a run that is carried out by itself: on any worker of any machine, in any order. */
export interface Job<Task = unknown> {
  /** What progress and journals call it: no two jobs of a run have the same name. */
  readonly name: string;
  /** How long it takes compared with others, roughly: long ones are started first. */
  readonly effort: number;
  /** Plain data that, with the kind, says all there is to do. */
  readonly task: Task;
}

/** A task and its kind: all that a worker has to know. */
export interface KindOfTask {
  readonly kind: string;
  readonly task: unknown;
}

/**
 * A kind of job, as `check` is made of. To add one:
 *
 * 1. Write what performs a task in a file of its own: plain data in, plain data out, the same on every machine. It may throw.
 * 2. Write a `JobKind`: how a run is planned from its settings, and what its outcomes amount to.
 * 3. Name both in `kinds.ts`. Pools, journals, shards, `merge` and queues then know the kind; a command hands a `Run` to
 *    `carryOut`.
 */
export interface JobKind<Settings, Task, Result, Report> {
  readonly name: string;
  /** The shape of what a run is planned from, besides its seed: plain data. */
  readonly settings: z.ZodType<Settings>;
  readonly result: z.ZodType<Result>;
  /** The same jobs for the same settings and seed. It may take more than the code itself, such as a module of claims. */
  readonly plan: (settings: Settings, seed: number) => Promise<Planned<Task, Result, Report>>;
}

/** A run that is yet to be carried out, and what becomes of its outcomes. */
export interface Planned<Task, Result, Report> {
  readonly run: Run<Task, Result>;
  /** What all the outcomes, by the jobs' names, amount to. A job that failed makes its part of the report inconclusive. */
  readonly report: (outcomes: ReadonlyMap<string, Outcome<Result>>) => Report;
}

/** Jobs to carry out, and what they were planned from. */
export interface Run<Task = unknown, Result = unknown> {
  readonly kind: string;
  readonly seed: number;
  readonly settings: unknown;
  readonly jobs: readonly Job<Task>[];
  readonly result: z.ZodType<Result>;
  /** What no digest can tell of the code that it runs, in a sentence; null or absent where there is nothing. */
  readonly unseen?: string | null;
}
