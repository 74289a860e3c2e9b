/*
 * What a worker process runs: it loads the module named by its first argument and calls that module's default export with
 * one task at a time. Whatever is thrown, at once or later, becomes the outcome of the task. Where a second argument is given, it
 * is the digest of the code that it is to run.
 */
import { pathToFileURL } from "node:url";
import { readCode } from "../build/code.ts";
import { moduleLoading, OldCopy } from "../claims/load-module.ts";
import { failureOf, LARGEST_OUTCOME, type Outcome, tooLarge } from "../outcome.ts";
import { isThrown } from "../thrown.ts";

/**
 * What a worker says: once, that it can begin; then what became of each task, or that another process has to do it. After its
 * last words it takes no other.
 */
export type Answer = "ready" | "again" | { readonly outcome: Outcome; readonly isLast: boolean };

// Claims of others are loaded into this process: what they send is no answer.
const send = process.send?.bind(process);
delete process.send;

// Nobody waits for results any more.
process.on("disconnect", () => process.exit());
// From the keyboard, or a job scheduler, these reach all processes: the one that started this one decides what they mean.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
// What a module throws while it is loaded is told by what loads it.
process.on("uncaughtException", (thrown) => {
  if (moduleLoading() === undefined) endWith(thrown);
});

type Perform = (task: unknown) => unknown;
const [, , module, code] = process.argv;
const loading = (import(pathToFileURL(module!).href) as Promise<{ readonly default: Perform }>).then((loaded) => {
  if (code !== undefined && readCode().digest !== code) {
    throw new Error("the code was built anew since this run, or worker, was started; start it again");
  }
  return loaded;
});

loading.then(({ default: perform }) => {
  process.on("message", ({ task }: { readonly task: unknown }) => {
    void answer(perform, task);
  });
  tell("ready");
}, endWith);

async function answer(perform: Perform, task: unknown): Promise<void> {
  let outcome: Outcome;
  try {
    outcome = { result: plain(await perform(task)) };
  } catch (thrown) {
    if (isThrown(thrown, OldCopy)) return tell("again", () => process.exit(0));
    outcome = failureOf(thrown);
  }
  // What the task has rejected aside is told first, and is its own failure, not that of the next one.
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  tell({ outcome, isLast: false });
}

function endWith(thrown: unknown): void {
  tell({ outcome: failureOf(thrown), isLast: true }, () => process.exit(1));
}

function tell(answered: Answer, then = (): void => {}): void {
  send?.(answered, then);
}

// JSON would turn what it does not know into null, or leave it out, without a word.
function plain(result: unknown): unknown {
  const text = JSON.stringify(result, (key, value: unknown) => {
    const isUnknown = typeof value === "number" ? !Number.isFinite(value) : typeof value === "function";
    if (isUnknown) throw new TypeError(`the result is no plain data: ${key || "it"} is ${describe(value)}`);
    return value;
  }) as string | undefined;
  if (text === undefined) throw new TypeError("there is no result");
  if (text.length > LARGEST_OUTCOME) throw new RangeError(tooLarge(text.length));
  return JSON.parse(text);
}

function describe(value: unknown): string {
  return typeof value === "function" ? "a function" : String(value);
}
