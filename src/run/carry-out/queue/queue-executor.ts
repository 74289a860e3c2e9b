import { createHash } from "node:crypto";
import type { Job, Queue, QueueEvents } from "bullmq";
import { codeOf } from "../../build/index.ts";
import { type Outcome, succeeded } from "../../outcome.ts";
import type { NamedTask, Executor } from "../executor.ts";
import type { RedisAddress } from "./address.ts";
import { type Answer, outcomeOfAnswer, type QueuedJob } from "./messages.ts";
import { isOfBuild, PREFIX, whoseQueue } from "./names.ts";
import { announce, listeners } from "./queues.ts";
import { connect, type RedisConnection } from "./redis.ts";

export interface QueueOptions {
  readonly address: RedisAddress;
  /** What tells this run's jobs from those of others: they have the same names where it is the same run, resumed. */
  readonly plan: string;
  readonly timeLimit: number;
  /** The queue's name, as `queueOf` gives it. */
  readonly queue: string;
}

/** Seconds for which a result is kept that nobody fetches, as its run was ended. */
const A_WEEK = 7 * 24 * 3600;

/** Milliseconds without news after which all jobs are looked at: news may be lost. At first, and at most. */
const QUIET = { first: 500, most: 60_000 };

/** Milliseconds between two such looks, from which on workers that cannot do the jobs are no longer waited with. */
const LONG_QUIET = 32_000;

/** Hands jobs to the workers that listen to a queue in Redis, wherever they run, and waits for the outcomes. */
export class QueueExecutor implements Executor {
  readonly #waiting = new Map<string, Waiting>();
  /** Results that are being removed, as they are here now. */
  readonly #fetched = new Set<Promise<number>>();
  #quiet = QUIET.first;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly options: QueueOptions,
    private readonly connection: RedisConnection,
    private readonly queue: Queue<QueuedJob, Answer>,
    private readonly events: QueueEvents,
  ) {
    events.on("completed", ({ jobId, returnvalue }) => this.#end(jobId, answered(jobId, returnvalue)));
    events.on("failed", ({ jobId, failedReason }) => this.#end(jobId, lostBy(failedReason)));
    // They mend themselves; an outage that is too long is told by the connection.
    queue.on("error", () => {});
    events.on("error", () => {});
    connection.lost.catch((error: unknown) => {
      clearTimeout(this.#timer);
      for (const { reject } of this.#waiting.values()) reject(error);
    });
    this.#lookWhenQuiet();
  }

  /** @throws InvalidInput where the server cannot be used. */
  static async open(options: QueueOptions): Promise<QueueExecutor> {
    const { address, queue: name } = options;
    const connection = await connect(address);
    const { redis } = connection;
    // Loading it takes longer than many a run.
    const bullmq = await import("bullmq");
    // Events carry results: no more of them are kept than are likely to be missed.
    const base = { connection: redis, prefix: PREFIX };
    const queue = new bullmq.Queue<QueuedJob, Answer>(name, { ...base, streams: { events: { maxLen: 1000 } } });
    await announce(redis, [name]);
    const [latest] = await redis.xrevrange(`${PREFIX}:${name}:events`, "+", "-", "COUNT", 1);
    const events = new bullmq.QueueEvents(name, { ...base, lastEventId: latest?.[0] ?? "0-0" });
    return new QueueExecutor(options, connection, queue, events);
  }

  /** What a user may want to know when so many jobs are put on the queue: who takes them, and who leaves them. */
  async notesOn(jobs: number): Promise<string[]> {
    const { address, queue: own } = this.options;
    const heard = await listeners(this.connection.redis);
    const now = heard === null ? "" : `; workers there now: ${heard.get(own) ?? 0}`;
    const left = [...(heard ?? [])].flatMap(([queue, count]) => {
      if (queue === own) return [];
      return [`${count} ${count === 1 ? "worker" : "workers"} of ${whoseQueue(queue)} there will leave them`];
    });
    const are = jobs === 1 ? "1 job is" : `${jobs} jobs are`;
    return [`${are} put on the queue at ${address.shown}, for workers of ${whoseQueue(own)}${now}`, ...left];
  }

  /** @throws InvalidInput where the server is lost. */
  async run(job: NamedTask): Promise<Outcome> {
    const id = this.#idOf(job);
    const outcome = new Promise<Outcome>((resolve, reject) => {
      this.#waiting.set(id, { job, resolve, reject });
    });
    await Promise.race([this.#begin(id, job), this.connection.lost]);
    return outcome;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const left = [...this.#waiting.keys()];
    this.#waiting.clear();
    const { redis } = this.connection;
    if (redis.status === "ready") {
      // What no worker has begun is taken back.
      const takenBack = left.map(async (id) => this.queue.remove(id).catch(() => 0));
      await Promise.all([...this.#fetched, ...takenBack]);
    }
    // Without a server there is nothing to say goodbye to.
    if (redis.status !== "ready") this.connection.close();
    await this.events.close();
    await this.queue.close();
    this.connection.close();
  }

  // An earlier run of the same plan may have left the job. If it came to nothing then, it is tried again.
  async #begin(id: string, job: NamedTask): Promise<void> {
    const outcome = outcomeOf(await this.queue.getJob(id));
    if (succeeded(outcome)) return this.#end(id, outcome);
    if (outcome !== undefined) await this.queue.remove(id);
    await this.#add(id, job);
  }

  async #add(id: string, job: NamedTask): Promise<void> {
    const data = { ...job, timeLimit: this.options.timeLimit, code: codeOf().digest };
    await this.queue.add(job.kind, data, {
      jobId: id,
      removeOnComplete: { age: A_WEEK },
      removeOnFail: { age: A_WEEK },
    });
  }

  #idOf({ name }: NamedTask): string {
    return createHash("sha256").update(`${this.options.plan} ${name}`).digest("hex");
  }

  #end(id: string, outcome: Outcome): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    this.#quiet = QUIET.first;
    this.#lookWhenQuiet();
    const fetched = this.queue.remove(id).catch(() => 0);
    this.#fetched.add(fetched);
    void fetched.then(() => this.#fetched.delete(fetched));
    waiting.resolve(outcome);
  }

  #lookWhenQuiet(): void {
    clearTimeout(this.#timer);
    // A look that was under way then may end later.
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#quiet = Math.min(2 * this.#quiet, QUIET.most);
      void this.#look().then(
        () => this.#lookWhenQuiet(),
        () => this.#lookWhenQuiet(),
      );
    }, this.#quiet);
  }

  // Finds what was done while no news came through, and what is gone: fetched by another run of the same plan, or lost with
  // the memory of the server.
  async #look(): Promise<void> {
    const look = async ([id, { job }]: readonly [string, Waiting]): Promise<void> => {
      const found = await this.queue.getJob(id);
      const outcome = outcomeOf(found);
      if (outcome !== undefined) this.#end(id, outcome);
      else if (found === undefined && this.#waiting.has(id)) await this.#add(id, job);
    };
    await Promise.all([...this.#waiting].map(look));
    if (this.#quiet >= LONG_QUIET) await this.#giveUpOnOldWorkers();
  }

  // They would be waited for in vain: they do not even know that they are of another build.
  async #giveUpOnOldWorkers(): Promise<void> {
    const { queue: own } = this.options;
    const heard = await listeners(this.connection.redis);
    const old = [...(heard?.keys() ?? [])].find((queue) => !isOfBuild(queue));
    if (old === undefined || heard!.has(own)) return;
    const found = `no worker takes it but some of ${whoseQueue(old)}, from before builds were told apart`;
    const failed = `${found}; start workers of ${whoseQueue(own)}, and go on with --resume`;
    for (const id of this.#waiting.keys()) this.#end(id, { failed });
  }
}

interface Waiting {
  readonly job: NamedTask;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** What became of a job on the queue; undefined where that is not known yet. */
function outcomeOf(job: Job<QueuedJob, Answer> | undefined): Outcome | undefined {
  if (job?.finishedOn === undefined) return undefined;
  return job.failedReason ? lostBy(job.failedReason) : answered(job.id!, job.returnvalue);
}

function answered(job: string, answer: unknown): Outcome {
  return outcomeOfAnswer(answer, job, codeOf().digest);
}

function lostBy(reason: string): Outcome {
  const stalled = /stalled/.test(reason);
  return { failed: stalled ? "the workers that took it were lost, one after another" : reason };
}
