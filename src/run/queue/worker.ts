import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";
import { packageVersion } from "../../data/index.ts";
import type { Outcome } from "../outcome.ts";
import { Pool } from "../pool.ts";
import { PREFIX, type QueuedJob, VERSIONS } from "./performer.ts";
import type { RedisAddress } from "./address.ts";
import { connect } from "./redis.ts";

export interface WorkOptions {
  readonly address: RedisAddress;
  /** Worker processes; as many as there are cores by default. */
  readonly workers?: number;
  /** Seconds without a sign of life after which a worker is taken for dead, and its jobs are given to others. */
  readonly lease?: number;
  /** Seconds without a job after which it ends by itself; never by default. */
  readonly idle?: number;
  /** Ends it when the jobs at hand are done. */
  readonly signal?: AbortSignal;
  readonly onReady?: () => void;
  readonly onStart?: (job: string) => void;
  readonly onEnd?: (job: string, outcome: Outcome) => void;
  readonly onNote?: (sentence: string) => void;
  readonly version?: string;
}

/** How often a job may be taken from a dead worker before it is given up: perhaps it is what kills them. */
const MOST_LOSSES = 10;

/** Milliseconds that saying goodbye to a server that is gone may take. */
const FAREWELL = 1000;

/** Milliseconds between looks at whether to go on, and at the queues of other versions. */
const LOOK_AROUND = 250;

/**
 * Takes jobs from a queue and performs them until it is stopped. A job of a worker that is killed goes back to the queue; one
 * that ends without a result is a failed job, as on one machine.
 *
 * @returns how many jobs were done.
 * @throws InvalidInput where the server cannot be used, or is lost.
 */
export async function work(options: WorkOptions): Promise<number> {
  const { address, workers = availableParallelism(), lease = 10, version = packageVersion() } = options;
  const connection = await connect(address);
  const bullmq = await import("bullmq");
  const pool = new Pool({ workers, timeLimit: Infinity });
  const tally = { done: 0, active: 0, lastBusy: performance.now() };
  const perform = async ({ kind, name, task, timeLimit }: QueuedJob): Promise<Outcome> => {
    tally.active++;
    options.onStart?.(name);
    const outcome = await pool.run({ kind, task }, timeLimit);
    tally.active--;
    tally.done++;
    tally.lastBusy = performance.now();
    options.onEnd?.(name, outcome);
    return outcome;
  };
  const worker = new bullmq.Worker<QueuedJob, Outcome>(version, async ({ data }) => perform(data), {
    connection: connection.redis,
    prefix: PREFIX,
    concurrency: workers,
    lockDuration: lease * 1000,
    stalledInterval: lease * 500,
    maxStalledCount: MOST_LOSSES,
    runRetryDelay: 1000,
  });
  // It mends itself, and what it could not tell in time is done by another; a long outage is told by the connection.
  worker.on("error", () => {});
  options.onReady?.();
  const others = new OtherVersions(connection.redis, version);
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      connection.lost,
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
    // Jobs at hand are done first.
    await Promise.race([worker.close(), connection.lost]);
    return tally.done;
  } finally {
    clearInterval(timer);
    connection.close();
    // Its loops end; what they wait for may never come.
    await Promise.race([worker.close(true), pause(FAREWELL)]);
    await pool.close();
  }
}

/** Jobs of other versions that wait for other workers, each version told once. */
class OtherVersions {
  readonly #told = new Set<string>();

  constructor(
    private readonly redis: Redis,
    private readonly version: string,
  ) {}

  async look(): Promise<string[]> {
    const versions = await this.redis.smembers(VERSIONS);
    const others = versions.filter((version) => version !== this.version && !this.#told.has(version));
    const waiting = await Promise.all(others.map(async (version) => this.redis.llen(`${PREFIX}:${version}:wait`)));
    return others.flatMap((version, i) => {
      const jobs = waiting[i]!;
      // Another look may have been faster.
      if (jobs === 0 || this.#told.has(version)) return [];
      this.#told.add(version);
      const [wait, them] = jobs === 1 ? ["1 job waits", "it"] : [`${jobs} jobs wait`, "them"];
      return [`${wait} for a worker of version ${version}; this one is of version ${this.version} and leaves ${them}`];
    });
  }
}
