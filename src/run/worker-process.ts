import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../data/index.ts";
import type { Outcome } from "./outcome.ts";
import type { Answer } from "./worker-entry.ts";

/** How a worker process is started. */
export interface WorkerOptions {
  /** File of a compiled module whose default export performs a task. */
  readonly module: string;
  /** Megabytes of JavaScript heap; where left out, what Node allows on this machine. */
  readonly heapLimit?: number;
}

/** A process that performs one task at a time. It may die with a task, which is then failed, with the reason. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #isLeaving = false;
  #lastWords = "";
  #settle: ((outcome: Outcome) => void) | null = null;

  constructor({ module, heapLimit }: WorkerOptions) {
    const entry = join(packageRoot(), "dist", "src", "run", "worker-entry.js");
    const execArgv = heapLimit === undefined ? [] : [`--max-old-space-size=${heapLimit}`];
    const child = fork(entry, [module], { execArgv, stdio: ["ignore", "ignore", "pipe", "ipc"] });
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS);
    });
    child.on("message", ({ outcome, isLast }: Answer) => {
      this.#isLeaving = isLast;
      this.#end(outcome);
    });
    this.#ended = new Promise((resolve) => {
      child.once("close", (code, signal) => {
        this.#end({ failed: causeOfDeath(code, signal, this.#lastWords) });
        resolve();
      });
      child.once("error", (error) => {
        this.#end({ failed: `its worker could not be started or reached: ${error.message}` });
        if (child.pid === undefined) resolve();
      });
    });
    this.#child = child;
  }

  /** Whether it can be given a task. */
  get isAlive(): boolean {
    return this.#child.connected && !this.#child.killed && !this.#isLeaving;
  }

  /** Performs a task; after this many seconds it is ended together with the task. Never rejects. */
  async perform(task: unknown, timeLimit: number): Promise<Outcome> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => {
          this.#end({ failed: `it did not end within ${timeLimit} s` });
          void this.kill();
        },
        Math.min(timeLimit * 1000, LONGEST_TIMER),
      );
      this.#settle = (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      this.#child.send({ task }, (error) => {
        if (error) this.#child.emit("error", error);
      });
    });
  }

  /** Ends the process at once, whatever it does; resolves when it is gone. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    return this.#ended;
  }

  #end(outcome: Outcome): void {
    this.#settle?.(outcome);
    this.#settle = null;
  }
}

/** Milliseconds, some 24 days: a longer timer would go off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Characters of standard error that are kept to tell what a worker died of: more than V8's account of a full heap. */
const LAST_WORDS = 20_000;

function causeOfDeath(code: number | null, signal: string | null, lastWords: string): string {
  if (/out of memory/.test(lastWords)) return "its worker ran out of memory";
  if (signal === "SIGKILL") return "its worker was killed, perhaps by a system out of memory";
  return signal === null ? `its worker ended with exit code ${code}` : `its worker was ended by ${signal}`;
}
