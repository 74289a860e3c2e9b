import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../data/index.ts";
import { type Outcome, outcomeFrom } from "../outcome.ts";
import type { Answer } from "./worker-entry.ts";

/** How a worker process is started. */
export interface WorkerOptions {
  /** File of a compiled module whose default export performs a task; the one that knows every kind of job by default. */
  readonly module?: string;
  /** Megabytes of JavaScript heap; where left out, what Node allows on this machine. */
  readonly heapLimit?: number;
  /** Digest of the code that it is to run: where the code was built anew in the meantime, it performs nothing. */
  readonly code?: string;
}

/** What a process answers where another one has to be asked: it has an old copy of what the task needs. */
export const AGAIN = Symbol("again");

/** Draws and exact numbers are short-lived: with 64 MB for them, checks take a twentieth less than with the usual 16. */
const YOUNG_GENERATION = "--max-semi-space-size=64";

/** A process that performs one task at a time. It may die with a task, which is then failed, with the reason. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #isLeaving = false;
  #isReady = false;
  #lastWords = "";
  #current: Current | null = null;

  constructor({ module = compiled("kinds/perform.js"), heapLimit, code: expected }: WorkerOptions) {
    const execArgv = [YOUNG_GENERATION, ...(heapLimit === undefined ? [] : [`--max-old-space-size=${heapLimit}`])];
    const args = expected === undefined ? [module] : [module, expected];
    const child = fork(compiled("carry-out/worker-entry.js"), args, {
      execArgv,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS);
    });
    child.on("message", (answer) => this.#hear(answer as Answer | null));
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
  async perform(task: unknown, timeLimit: number): Promise<Outcome | typeof AGAIN> {
    return new Promise((resolve) => {
      this.#current = { resolve, timeLimit, timer: undefined };
      this.#watch();
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

  #hear(answer: Answer | null): void {
    if (answer === "ready") {
      this.#isReady = true;
      this.#watch();
      return;
    }
    // Whatever else it says: claims of others run there.
    const isOdd = answer !== "again" && typeof answer?.isLast !== "boolean";
    this.#isLeaving ||= isOdd || answer === "again" || answer.isLast;
    this.#end(answer === "again" ? AGAIN : outcomeFrom(answer?.outcome));
    if (isOdd) void this.kill();
  }

  // How long a worker takes to start does not count as its first task's time.
  #watch(): void {
    if (this.#current === null) return;
    const { timer, timeLimit } = this.#current;
    clearTimeout(timer);
    const [seconds, what] = this.#isReady ? [timeLimit, "it did not end"] : [SLOWEST_START, "its worker did not start"];
    const end = (): void => {
      this.#end({ failed: `${what} within ${seconds} s` });
      void this.kill();
    };
    this.#current.timer = setTimeout(end, Math.min(seconds * 1000, LONGEST_TIMER));
  }

  #end(outcome: Outcome | typeof AGAIN): void {
    clearTimeout(this.#current?.timer);
    this.#current?.resolve(outcome);
    this.#current = null;
  }
}

interface Current {
  readonly resolve: (outcome: Outcome | typeof AGAIN) => void;
  readonly timeLimit: number;
  timer: NodeJS.Timeout | undefined;
}

/** Seconds for starting and for loading all claims: usually one. */
const SLOWEST_START = 300;

/** Milliseconds, some 24 days: a longer timer would go off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Characters of standard error that are kept to tell what a worker died of: more than V8's account of a full heap. */
const LAST_WORDS = 20_000;

function compiled(file: string): string {
  return join(packageRoot(), "dist", "src", "run", file);
}

function causeOfDeath(code: number | null, signal: string | null, lastWords: string): string {
  if (/out of memory/.test(lastWords)) return "its worker ran out of memory";
  if (signal === "SIGKILL") return "its worker was killed, perhaps by a system out of memory";
  return signal === null ? `its worker ended with exit code ${code}` : `its worker was ended by ${signal}`;
}
