import type { Shipped } from "../problem/presets.ts";
import type { Jobs, Topic } from "./questions.ts";
import type { FromWorker, ToWorker } from "./serve.ts";

/** What becomes of a question. */
export interface Reply<T extends Topic> {
  readonly answer?: (answer: Jobs[T]["answers"]) => void;
  readonly done?: () => void;
  readonly refused?: (sentence: string) => void;
}

interface Question {
  readonly id: number;
  readonly key: string;
  readonly reply: Reply<never>;
  readonly at: number;
}

/** Milliseconds within which another question on the same topic means that something is still being moved. */
const CALM = 120;

/** The page's side of the worker: asks, and hears only answers to what it asked last. */
export class Assistant {
  readonly #worker: Worker;
  readonly #asked = new Map<Topic, Question>();
  readonly #waiting = new Map<Topic, ReturnType<typeof setTimeout>>();
  #questions = 0;

  constructor(worker: Worker, shipped: Shipped) {
    this.#worker = worker;
    this.#send({ shipped });
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => this.#hear(data));
  }

  /**
   * Asks unless just this was asked last; null asks for nothing any more. Returns whether it is a new question. While one
   * question follows another, as when a slider is moved, only the last is sent, so that the worker leaves the page in peace.
   */
  ask<T extends Topic>(topic: T, asks: Jobs[T]["asks"] | null, reply: Reply<T>): boolean {
    const key = JSON.stringify(asks);
    const last = this.#asked.get(topic);
    if (last?.key === key) return false;
    const id = ++this.#questions;
    const at = performance.now();
    this.#asked.set(topic, { id, key, reply, at });
    const message = { topic, id, asks } as ToWorker;
    const waiting = this.#waiting.get(topic);
    clearTimeout(waiting);
    this.#waiting.delete(topic);
    if (last === undefined || at - last.at > CALM) {
      this.#send(message);
      return true;
    }
    if (waiting === undefined) this.#send({ topic, id, asks: null });
    const send = (): void => {
      this.#waiting.delete(topic);
      this.#send(message);
    };
    this.#waiting.set(topic, setTimeout(send, CALM));
    return true;
  }

  /** Lets the next question on a topic be a new one, even if it is the same as the last. */
  forget(topic: Topic): void {
    this.#asked.delete(topic);
  }

  #hear(message: FromWorker): void {
    const asked = this.#asked.get(message.topic);
    if (asked?.id !== message.id) return;
    if ("answer" in message) asked.reply.answer?.(message.answer as never);
    else if ("done" in message) asked.reply.done?.();
    else asked.reply.refused?.(message.refused);
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message, []);
  }
}
