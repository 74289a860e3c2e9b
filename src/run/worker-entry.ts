/*
 * What a worker process runs: it loads the module named by its first argument and calls that module's default export with
 * one task at a time. Whatever is thrown, at once or later, becomes the outcome of the task.
 */
import { pathToFileURL } from "node:url";
import { failureOf, type Outcome } from "./outcome.ts";

/** What a worker says: once, that it can begin; then what became of each task. After its last words it takes no other. */
export type Answer = "ready" | { readonly outcome: Outcome; readonly isLast: boolean };

// Nobody waits for results any more.
process.on("disconnect", () => process.exit());
// From the keyboard, or a job scheduler, these reach all processes: the one that started this one decides what they mean.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
process.on("uncaughtException", endWith);

const loading = import(pathToFileURL(process.argv[2]!).href) as Promise<{ readonly default: Performer }>;
type Performer = (task: unknown) => unknown;

loading.then(({ default: perform }) => {
  process.on("message", ({ task }: { readonly task: unknown }) => {
    void answer(perform, task);
  });
  tell("ready");
}, endWith);

async function answer(perform: Performer, task: unknown): Promise<void> {
  let outcome: Outcome;
  try {
    outcome = { result: plain(await perform(task)) };
  } catch (error) {
    outcome = failureOf(error);
  }
  tell({ outcome, isLast: false });
}

function endWith(error: unknown): void {
  tell({ outcome: failureOf(error), isLast: true }, () => process.exit(1));
}

function tell(answered: Answer, then = (): void => {}): void {
  process.send?.(answered, then);
}

// JSON would turn what it does not know into null, or leave it out, without a word.
function plain(result: unknown): unknown {
  const text = JSON.stringify(result, (key, value: unknown) => {
    const isUnknown = typeof value === "number" ? !Number.isFinite(value) : typeof value === "function";
    if (isUnknown) throw new TypeError(`the result is no plain data: ${key || "it"} is ${describe(value)}`);
    return value;
  }) as string | undefined;
  if (text === undefined) throw new TypeError("there is no result");
  return JSON.parse(text);
}

function describe(value: unknown): string {
  return typeof value === "function" ? "a function" : String(value);
}
