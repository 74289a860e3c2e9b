import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import type * as z from "zod";
import { checkShape, InvalidInput, packageVersion } from "../../data/index.ts";
import { type Build, buildOf, codeOf } from "../build/index.ts";
import type { ClaimsFile } from "../claims/claim-source.ts";
import { DEFAULTS } from "../defaults.ts";
import type { Run } from "../job.ts";
import { type Header, Journal } from "./journal.ts";
import { type Outcome, succeeded } from "../outcome.ts";
import type { Executor } from "./executor.ts";
import { Pool } from "./pool.ts";
import { QueueExecutor, queueOf, type RedisAddress } from "./queue/index.ts";
import { jobsOfShard, type Shard, WHOLE } from "../shard.ts";

/** How a run is carried out: none of it changes the results. */
export interface RunOptions {
  /** Worker processes; as many as there are cores by default. */
  readonly workers?: number;
  /** Seconds that a job may take; an hour by default. A job that takes longer has failed. */
  readonly timeLimit?: number;
  /** Where outcomes are kept as they come; with `resume`, those found there are not worked out again, but for failures. */
  readonly journal?: { readonly path: string; readonly resume: boolean };
  /** Which part of the jobs to do: all by default. */
  readonly shard?: Shard;
  /** Where a queue is whose workers perform the jobs, in place of workers of this process. */
  readonly queue?: RedisAddress;
  /** Stops the run. */
  readonly signal?: AbortSignal;
  /** Called at the start and after each job. */
  readonly onProgress?: (done: number, of: number, last: string) => void;
  /** Called with a sentence that a user may want to read. */
  readonly onNote?: (sentence: string) => void;
}

/** A run that was stopped by its signal. */
export class Stopped extends Error {
  override name = "Stopped";

  /** After so many of all jobs. */
  constructor(
    /** Jobs that were done. */
    readonly done: number,
    /** Jobs that there are. */
    readonly of: number,
  ) {
    super(`stopped after ${done} of ${of}`);
  }
}

/**
 * Carries out the jobs of a run, or of one of its shards. The outcomes do not depend on where and in which order that is done.
 *
 * @returns outcomes by the names of the jobs.
 * @throws InvalidInput where the journal is not one of this run or cannot be written.
 * @throws Stopped
 */
export async function carryOut<Result>(
  run: Run<unknown, Result>,
  options: RunOptions = {},
): Promise<Map<string, Outcome<Result>>> {
  const { shard = WHOLE, journal: where, signal, onProgress, onNote } = options;
  if (typeof run.unseen === "string") onNote?.(run.unseen);
  const jobs = jobsOfShard(run.jobs, shard);
  const journal = where && Journal.open(where.path, headerOf(run, shard), where);
  try {
    const outcomes = new Map<string, Outcome<Result>>();
    for (const { name } of jobs) {
      const known = journal?.outcomes.get(name);
      if (succeeded(known)) outcomes.set(name, validated(known, run.result, `${where!.path}, ${name}`));
    }
    const missing = jobs.filter(({ name }) => !outcomes.has(name));
    if (missing.length === 0) {
      onProgress?.(outcomes.size, jobs.length, "");
      return outcomes;
    }
    const executor = await executorOf(run, options, missing.length);
    try {
      onProgress?.(outcomes.size, jobs.length, "");
      const performing = missing.map(async ({ name, task }) => {
        const outcome = understood(await executor.run({ kind: run.kind, name, task }), run.result);
        journal?.append(name, outcome);
        outcomes.set(name, outcome);
        onProgress?.(outcomes.size, jobs.length, name);
      });
      await Promise.race([Promise.all(performing), stopped(signal)]);
    } catch (error) {
      throw error === STOPPED ? new Stopped(outcomes.size, jobs.length) : error;
    } finally {
      await executor.close();
    }
    return outcomes;
  } finally {
    journal?.close();
  }
}

/** The first line of the journal of a run, or of a part of it. */
export function headerOf(run: Run, shard: Shard): Header {
  const { kind, seed, settings } = run;
  return { kind, version: packageVersion(), seed, plan: planOf(run), shard, settings, build: buildOfRun(run) };
}

/** SHA-256 of all that the results depend on. */
function planOf(run: Run): string {
  const { kind, seed, settings, jobs } = run;
  const tasks = jobs.map(({ name, task }) => [name, task]);
  return createHash("sha256")
    .update(JSON.stringify([kind, packageVersion(), buildOfRun(run).digest, seed, settings, tasks]))
    .digest("hex");
}

function buildOfRun(run: Run): Build {
  return buildOf(claimsOf(run).claimsSha256);
}

/** The file that a run's claims come from, where its settings name one. */
function claimsOf({ settings }: Run): ClaimsFile {
  return settings ?? {};
}

/** An outcome whose result has the shape that its kind says. @throws InvalidInput */
export function validated<Result>(outcome: Outcome, shape: z.ZodType<Result>, where: string): Outcome<Result> {
  return succeeded(outcome) ? { result: checkShape(outcome.result, where, shape) } : outcome;
}

// A result of the wrong shape counts as a failure of the worker.
function understood<Result>(outcome: Outcome, shape: z.ZodType<Result>): Outcome<Result> {
  try {
    return validated(outcome, shape, "its result");
  } catch (error) {
    if (error instanceof InvalidInput) return { failed: error.message };
    throw error;
  }
}

async function executorOf(run: Run, options: RunOptions, jobs: number): Promise<Executor> {
  const { workers = availableParallelism(), timeLimit = DEFAULTS.timeLimit, queue: address, onNote } = options;
  const code = codeOf().digest;
  if (address === undefined) return new Pool({ workers: Math.min(workers, jobs), timeLimit, code });
  const hasClaims = claimsOf(run).claimsFile !== undefined;
  const queue = await QueueExecutor.open({ address, plan: planOf(run), timeLimit, queue: queueOf(code, hasClaims) });
  for (const sentence of await queue.notesOn(jobs)) onNote?.(sentence);
  return queue;
}

const STOPPED = Symbol("stopped");

async function stopped(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(STOPPED);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
