import { InvalidInput } from "../../src/data/portable.ts";
import type { Shipped } from "../problem/presets.ts";
import { Settings } from "../problem/setting.ts";
import { steps } from "./jobs.ts";
import type { Jobs, Topic } from "./questions.ts";

/** What the page sends: first what it ships, then questions. A later question on a topic replaces the one before. */
export type ToWorker =
  | { readonly shipped: Shipped }
  | { [T in Topic]: { readonly topic: T; readonly id: number; readonly asks: Jobs[T]["asks"] | null } }[Topic];

/** What the worker sends: an answer, that there will be no more, or a sentence that says why not. */
export type FromWorker = { readonly topic: Topic; readonly id: number } & (
  { readonly answer: Jobs[Topic]["answers"] } | { readonly done: true } | { readonly refused: string }
);

/** The side of a worker that the jobs are done on. */
export interface Port {
  readonly send: (message: FromWorker) => void;
  /** Calls back once all messages that have come in meanwhile are received. */
  readonly soon: (call: () => void) => void;
}

interface Running {
  readonly id: number;
  readonly work: Iterator<unknown>;
}

/** Answered before all others, as they take one step; the others take turns. */
const AT_ONCE: readonly Topic[] = ["table", "thresholds", "optimum"];

/** Does jobs step by step, and looks between any two steps whether something else is asked for. */
export class Workshop {
  readonly #port: Port;
  readonly #running = new Map<Topic, Running>();
  #settings: Settings | null = null;
  #busy = false;

  constructor(port: Port) {
    this.#port = port;
  }

  receive(message: ToWorker): void {
    if ("shipped" in message) {
      this.#settings = new Settings(message.shipped);
      return;
    }
    const { topic, id, asks } = message;
    this.#running.delete(topic);
    if (asks !== null) this.#running.set(topic, { id, work: begin(topic, asks, this.#settings!) });
    if (!this.#busy) this.#next();
  }

  #next(): void {
    this.#busy = this.#running.size > 0;
    if (this.#busy) {
      this.#port.soon(() => {
        this.#step();
        this.#next();
      });
    }
  }

  #step(): void {
    const topic = AT_ONCE.find((each) => this.#running.has(each)) ?? [...this.#running.keys()][0];
    if (topic === undefined) return;
    const { id, work } = this.#running.get(topic)!;
    this.#running.delete(topic);
    try {
      const { done, value } = work.next();
      if (done === true) this.#port.send({ topic, id, done });
      else {
        this.#port.send({ topic, id, answer: value as Jobs[Topic]["answers"] });
        this.#running.set(topic, { id, work });
      }
    } catch (error) {
      this.#port.send({ topic, id, refused: (error as Error).message });
      if (error instanceof InvalidInput || error instanceof RangeError) return;
      // A mistake of ours: said aloud, but the other jobs go on.
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

function begin<T extends Topic>(topic: T, asks: Jobs[T]["asks"], settings: Settings): Iterator<unknown> {
  return steps[topic](asks, settings);
}
