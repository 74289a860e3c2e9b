import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../data/index.ts";
import type { StreamKey } from "../../random/index.ts";
import type { CellWork } from "./cells.ts";

/** What a thread is told: first the work, once; then from which unit to which. */
export type Order =
  | { readonly work: CellWork; readonly key: StreamKey; readonly unit: number; readonly replicates: number }
  | { readonly from: number; readonly to: number };

/** What a thread answers: the units it was told, one after the other, or why not. */
export type Answer = { readonly units: readonly Float64Array[] } | { readonly failed: string };

/** Units go to the threads in parts, of which each thread gets several: none waits long for the others. */
const PARTS_PER_THREAD = 8;
/** A part is no larger, so that results come steadily. */
const LARGEST_PART = 64;

/**
 * Threads that measure cells, kept between simulations: starting them takes longer than many simulations do. They are
 * threads and not the worker processes of src/run, whose safety from each other costs more than a part of this work.
 */
export class Crew {
  readonly #threads: readonly Thread[];

  /** @param size how many threads, at least 1. */
  constructor(size: number) {
    const file = join(packageRoot(), "dist", "src", "ridge", "simulation", "thread.js");
    this.#threads = Array.from({ length: size }, () => new Thread(file));
  }

  /**
   * Measures all units of some replicates; `take` receives them in order, whichever thread was first. One simulation at a
   * time.
   *
   * @throws Error where a thread fails or dies.
   */
  async measure(
    work: CellWork,
    { key, unit, replicates }: { readonly key: StreamKey; readonly unit: number; readonly replicates: number },
    take: (unit: Float64Array, count: number) => void,
  ): Promise<void> {
    const units = Math.ceil(replicates / unit);
    const size = Math.max(1, Math.min(LARGEST_PART, Math.ceil(units / (PARTS_PER_THREAD * this.#threads.length))));
    const early = new Map<number, readonly Float64Array[]>();
    let [next, taken] = [0, 0];
    const settle = (from: number, results: readonly Float64Array[]): void => {
      early.set(from, results);
      for (let ready = early.get(taken); ready !== undefined; ready = early.get(taken)) {
        early.delete(taken);
        for (const result of ready) take(result, Math.min(unit, replicates - unit * taken++));
      }
    };
    const busy = this.#threads.slice(0, Math.ceil(units / size)).map(async (thread) => {
      thread.tell({ work, key, unit, replicates });
      while (next < units) {
        const from = next;
        next = Math.min(units, from + size);
        try {
          settle(from, await thread.answer({ from, to: next }));
        } catch (error) {
          next = units; // the others need not go on
          throw error;
        }
      }
    });
    // Where one fails, the others finish what they have: they are then free for the next simulation.
    for (const outcome of await Promise.allSettled(busy)) {
      if (outcome.status === "rejected") throw outcome.reason;
    }
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map(async (thread) => thread.end()));
  }
}

/** A thread that answers one order at a time; what it dies of fails the order that it has, and any that come later. */
class Thread {
  readonly #worker: Worker;
  #death: Error | null = null;
  #fail: (error: Error) => void = () => {};

  constructor(file: string) {
    this.#worker = new Worker(file);
    this.#worker.on("error", (error: Error) => this.#die(error));
    this.#worker.on("exit", (code) => this.#die(new Error(`a thread ended with exit code ${code}`)));
  }

  tell(order: Order): void {
    this.#worker.postMessage(order);
  }

  async answer(order: Order): Promise<readonly Float64Array[]> {
    if (this.#death) throw this.#death;
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      this.#worker.once("message", (answer: Answer) => {
        if ("failed" in answer) reject(new Error(answer.failed));
        else resolve(answer.units);
      });
      this.tell(order);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #die(error: Error): void {
    this.#death ??= error;
    this.#fail(this.#death);
  }
}
