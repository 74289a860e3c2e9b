import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";
import { InvalidInput } from "../../../data/index.ts";
import { codeOf } from "../../build/index.ts";
import { failureOf, type Outcome } from "../../outcome.ts";
import { Pool } from "../pool.ts";
import type { RedisAddress } from "./address.ts";
import { permitted } from "./claims-from.ts";
import { type Answer, jobFrom, type QueuedJob } from "./messages.ts";
import { leftAlone, PREFIX, queueOf } from "./names.ts";
import { announce, othersThan, waitingIn } from "./queues.ts";
import { connect } from "./redis.ts";

export interface WorkOptions {
  readonly address: RedisAddress;
  /** Worker processes; as many as there are cores by default. */
  readonly workers?: number;
  /** Seconds without a sign of life after which a worker is taken for dead, and its jobs are given to others. */
  readonly lease?: number;
  /** Seconds without a job after which it ends by itself; never by default. */
  readonly idle?: number;
  /** Runs claims of files in this folder, as `claimsFolder` gives it; leaves such jobs to others by default. */
  readonly claimsFrom?: string | undefined;
  /** Ends it when the jobs at hand are done. */
  readonly signal?: AbortSignal;
  readonly onReady?: () => void;
  readonly onStart?: (job: string) => void;
  readonly onEnd?: (job: string, outcome: Outcome) => void;
  readonly onNote?: (sentence: string) => void;
  /** Names of the queues that jobs are taken from, the build's own first; they follow from the code and `claimsFrom` by default. */
  readonly queues?: readonly string[];
}

/** How often a job may be taken from a dead worker before it is given up: perhaps it is what kills them. */
const MOST_LOSSES = 10;

/** Milliseconds that saying goodbye to a server that is gone may take. */
const FAREWELL = 1000;

/** Milliseconds for which a server is waited for that does not take the last results: as long as an outage may be. */
const LAST_RESULTS = 120_000;

/** Milliseconds between looks at whether to go on, and at the queues of others. */
const LOOK_AROUND = 250;

/**
 * Takes jobs from a queue and performs them until it is stopped. A job of a worker that is killed goes back to the queue; one
 * that ends without a result is a failed job, as on one machine.
 *
 * @returns how many jobs were done.
 * @throws InvalidInput where the server cannot be used, or is lost.
 */
export async function work(options: WorkOptions): Promise<number> {
  const { address, workers = availableParallelism(), lease = 10, claimsFrom } = options;
  const code = codeOf().digest;
  const { queues = [queueOf(code, false), ...(claimsFrom === undefined ? [] : [queueOf(code, true)])] } = options;
  const connection = await connect(address);
  const bullmq = await import("bullmq");
  const pool = new Pool({ workers, timeLimit: Infinity, code });
  const tally = { done: 0, active: 0, lastBusy: performance.now() };
  const perform = async (data: unknown): Promise<Outcome> => {
    let name = "something that is not a job";
    let outcome: Outcome;
    tally.active++;
    try {
      const job = jobFrom(data, code);
      name = job.name;
      options.onStart?.(name);
      const task = await permitted(job.task, claimsFrom);
      outcome = await pool.run({ kind: job.kind, task }, job.timeLimit);
    } catch (error) {
      outcome = failureOf(error);
    }
    tally.active--;
    tally.done++;
    tally.lastBusy = performance.now();
    options.onEnd?.(name, outcome);
    return outcome;
  };
  const listening = queues.map((queue) => {
    const worker = new bullmq.Worker<QueuedJob, Answer>(
      queue,
      async ({ id, data }) => ({ job: id!, code, outcome: await perform(data) }),
      {
        connection: connection.redis,
        prefix: PREFIX,
        concurrency: workers,
        lockDuration: lease * 1000,
        stalledInterval: lease * 500,
        maxStalledCount: MOST_LOSSES,
        runRetryDelay: 1000,
      },
    );
    // It mends itself, and what it could not tell in time is done by another; a long outage is told by the connection.
    return worker.on("error", () => {});
  });
  const closed = async (force?: boolean): Promise<unknown> =>
    Promise.all(listening.map(async (worker) => worker.close(force)));
  options.onReady?.();
  const others = new Others(connection.redis, queues);
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      connection.lost,
      announce(connection.redis, queues).then(async () => never),
      new Promise<void>((resolve) => {
        options.signal?.addEventListener("abort", () => resolve(), { once: true });
        const look = async (): Promise<void> => {
          if (options.signal?.aborted === true) return resolve();
          // What is to be said is said before it ends, however long the server takes.
          const sentences = await others.look().catch(() => []);
          sentences.forEach((sentence) => options.onNote?.(sentence));
          const idleFor = tally.active > 0 ? 0 : (performance.now() - tally.lastBusy) / 1000;
          if (idleFor > (options.idle ?? Infinity)) resolve();
        };
        timer = setInterval(() => void look(), LOOK_AROUND);
        void look();
      }),
    ]);
    // Jobs at hand are done first. Without any, there is nothing to tell a server that is gone.
    if (tally.active > 0 || connection.redis.status === "ready") {
      await Promise.race([closed(), connection.lost, untaken(() => tally.active > 0, address)]);
    }
    return tally.done;
  } finally {
    clearInterval(timer);
    connection.close();
    // Its loops end; what they wait for may never come.
    await Promise.race([closed(true), pause(FAREWELL)]);
    await pool.close();
  }
}

const never = new Promise<never>(() => {});

// A server that is there and does not answer is not seen to be lost.
async function untaken(isBusy: () => boolean, { shown }: RedisAddress): Promise<never> {
  for (let waited = 0; waited < LAST_RESULTS; waited = isBusy() ? 0 : waited + LOOK_AROUND) {
    await pause(LOOK_AROUND, undefined, { ref: false });
  }
  throw new InvalidInput(`Redis at ${shown} does not answer; the last results may be lost, and are worked out again`);
}

/** Jobs that wait for other workers, each queue told once. */
class Others {
  readonly #told = new Set<string>();

  constructor(
    private readonly redis: Redis,
    private readonly own: readonly string[],
  ) {}

  async look(): Promise<string[]> {
    const queues = await othersThan([...this.own, ...this.#told], this.redis);
    const waiting = await Promise.all(queues.map(async (queue) => waitingIn(queue, this.redis)));
    return queues.flatMap((queue, i) => {
      // Another look may have been faster.
      if (waiting[i] === 0 || this.#told.has(queue)) return [];
      this.#told.add(queue);
      return [leftAlone(queue, waiting[i]!, this.own)];
    });
  }
}
