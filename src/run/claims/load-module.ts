import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { InvalidInput } from "../../data/index.ts";
import { isThrown, reasonOfThrown } from "../thrown.ts";

/** Seconds for which a module that waits for something (a top-level await) is waited for. */
const PATIENCE = 60;

/** Milliseconds between looks at whether there is anything that it could wait for, and looks in a row that find nothing. */
const LOOK = { every: 500, most: 10 };

/** Turns of the event loop after a module was loaded in which what it has set going may still fail. */
const TURNS = 2;

const loading = new Set<string>();

/** The module of others that is being loaded now; undefined where there is none. */
export function moduleLoading(): string | undefined {
  return [...loading][0];
}

/** This process has loaded a module that has changed since; another one could load it as it is now. */
export class OldCopy extends InvalidInput {
  override name = "OldCopy";
}

/** A module that could not be loaded: the message says why, and has no name of the module. */
export class NotLoaded extends Error {
  override name = "NotLoaded";
}

/**
 * Imports a module of somebody else. What it throws while it is loaded, at once or aside, is the reason why it was not.
 *
 * @throws NotLoaded where it throws, rejects a promise that nobody waits for, or is still not there after a while.
 */
export async function loadModule(path: string, patience = PATIENCE): Promise<object> {
  const { promise: aside, reject } = withReject();
  const fail = (thrown: unknown): void => reject(thrown);
  const over = new AbortController();
  loading.add(path);
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  try {
    return await Promise.race([aside, timeout(patience, over.signal), importing(path)]);
  } catch (thrown) {
    throw isThrown(thrown, NotLoaded) ? thrown : new NotLoaded(reasonOfThrown(thrown));
  } finally {
    over.abort();
    process.off("uncaughtException", fail);
    process.off("unhandledRejection", fail);
    loading.delete(path);
  }
}

async function importing(path: string): Promise<object> {
  const module = (await import(pathToFileURL(path).href)) as object;
  for (let turn = 0; turn < TURNS; turn++) await pause(1);
  return module;
}

async function timeout(seconds: number, signal: AbortSignal): Promise<never> {
  let idle = 0;
  for (let waited = 0; waited < 1000 * seconds && idle < LOOK.most && !signal.aborted; waited += LOOK.every) {
    await pause(LOOK.every, undefined, { signal }).catch(() => {});
    idle = isAnythingPending() ? 0 : idle + 1;
  }
  const when = idle < LOOK.most ? `does not come within ${seconds} s` : "never comes";
  throw new NotLoaded(`it waits for something that ${when} (a top-level await)`);
}

// Files that are read, sockets, timers: all but the streams that a process has in any case. Where there is a process that may
// send something, it is not known.
function isAnythingPending(): boolean {
  if (process.channel !== undefined) return true;
  return process.getActiveResourcesInfo().some((resource) => !/^(PipeWrap|TTYWrap)$/.test(resource));
}

function withReject(): { readonly promise: Promise<never>; readonly reject: (thrown: unknown) => void } {
  let reject: (thrown: unknown) => void = () => {};
  const promise = new Promise<never>((_, refuse) => (reject = refuse));
  promise.catch(() => {});
  return { promise, reject };
}
