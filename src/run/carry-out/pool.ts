import { availableParallelism } from "node:os";
import type { Outcome } from "../outcome.ts";
import { AGAIN, type WorkerOptions, WorkerProcess } from "./worker-process.ts";

export interface PoolOptions extends WorkerOptions {
  /** How many tasks are performed at the same time; all cores by default. */
  readonly workers?: number;
  /** Seconds that a task may take. */
  readonly timeLimit: number;
}

/**
 * Worker processes that are started when first needed, kept between tasks and replaced when they die. A task whose worker
 * throws, runs out of memory, exits or goes past the time limit fails alone, with the reason; the others go on.
 *
 * Why processes, and why no library: on threads (tinypool, piscina) an array that does not fit into a full heap, or a
 * system out of memory, ends the whole program, not one task; tinypool waits forever for a worker that exits and takes a
 * thrown null for success; its processes die without giving a reason. Starting either takes as long: loading the claims.
 */
export class Pool {
  readonly #options: PoolOptions;
  readonly #workers = new Set<WorkerProcess>();
  readonly #idle: WorkerProcess[] = [];
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /**
   * Performs a task when it is its turn: tasks are started in the order in which they come. Never rejects.
   *
   * @param timeLimit seconds that it may take; the pool's own by default.
   */
  async run(task: unknown, timeLimit = this.#options.timeLimit): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#waiting.push({ task, timeLimit, resolve });
      this.#startNext();
    });
  }

  /** Ends all workers at once. Tasks that are not done stay undone: their promises never settle. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#workers].map(async (worker) => worker.kill()));
  }

  #startNext(): void {
    if (this.#closed || this.#waiting.length === 0) return;
    const worker = this.#freeWorker();
    if (worker === null) return;
    const next = this.#waiting.shift()!;
    void worker.perform(next.task, next.timeLimit).then((outcome) => {
      if (this.#closed) return;
      if (worker.isAlive) this.#idle.push(worker);
      else this.#workers.delete(worker);
      if (outcome === AGAIN) this.#waiting.unshift(next);
      else next.resolve(outcome);
      this.#startNext();
    });
  }

  #freeWorker(): WorkerProcess | null {
    for (let worker = this.#idle.pop(); worker !== undefined; worker = this.#idle.pop()) {
      if (worker.isAlive) return worker;
      this.#workers.delete(worker);
    }
    if (this.#workers.size >= (this.#options.workers ?? availableParallelism())) return null;
    const worker = new WorkerProcess(this.#options);
    this.#workers.add(worker);
    return worker;
  }
}

interface Waiting {
  readonly task: unknown;
  readonly timeLimit: number;
  readonly resolve: (outcome: Outcome) => void;
}
