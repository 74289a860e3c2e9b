import { onOneLine } from "../data/index.ts";
import { exitCodeOf, type Outcome, type RunOptions, Stopped, succeeded } from "../run/index.ts";
import { print, say } from "./output.ts";
import { showProgress } from "./progress.ts";

/** What the help of a command says of being stopped. */
export const WHERE_STOPPED = "130 or 143 stopped from the keyboard or by SIGTERM";

/** Exit codes as shells give them: 128 and the number of the signal. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Carries something out with its progress shown. A user may stop it: what is done so far is in the journal, one line says how to
 * go on, and the exit code is that of the signal. A second signal ends the program at once.
 *
 * @param what the jobs are called.
 * @returns what `action` gives, or null where it was stopped.
 */
export async function carriedOut<T>(
  how: RunOptions,
  what: string,
  action: (options: RunOptions) => Promise<T>,
): Promise<T | null> {
  const stop = new AbortController();
  const listeners = (Object.keys(exitCodes) as (keyof typeof exitCodes)[]).map((signal) => {
    const listener = (): void => stop.abort(signal);
    process.once(signal, listener);
    return { signal, listener };
  });
  const progress = showProgress(what);
  const onNote = (sentence: string): void => say(onOneLine(sentence));
  try {
    return await action({ ...how, signal: stop.signal, onProgress: progress.update, onNote });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    progress.stop();
    const goOn = how.journal === undefined ? "with --journal they could have been kept" : "go on with --resume";
    say(`sd-theorems: stopped, with ${error.done} of ${error.of} ${what} done; ${goOn}`);
    process.exitCode = exitCodes[stop.signal.reason as keyof typeof exitCodes];
    return null;
  } finally {
    progress.stop();
    for (const { signal, listener } of listeners) process.removeListener(signal, listener);
  }
}

/** Says what a shard did; exit code 3 where a job of it failed. */
export function describePart(
  { shard, journal }: RunOptions,
  what: string,
  outcomes: ReadonlyMap<string, Outcome>,
): void {
  const failures = [...outcomes].flatMap(([job, outcome]) =>
    succeeded(outcome) ? [] : [onOneLine(`not carried out: ${job}: ${outcome.failed}`)],
  );
  const part = `part ${shard!.index}/${shard!.of}: ${outcomes.size - failures.length} of ${outcomes.size} ${what} carried out`;
  const next = "sd-theorems merge makes the whole of all parts";
  print([...failures, onOneLine(`${part}, in ${journal!.path}; ${next}`)].join("\n"));
  process.exitCode = exitCodeOf({ refuted: 0, inconclusive: failures.length, untested: 0 });
}
