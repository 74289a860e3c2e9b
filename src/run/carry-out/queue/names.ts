import { plain } from "../../../data/index.ts";

/** Of all that is kept in Redis the keys begin with this. */
export const PREFIX = "sd-theorems";

const CLAIMS = "-claims";

/**
 * The queue of a build: no worker is given what other code should do. Jobs of a module of claims have one of their own, so that
 * they wait for a worker that may run it.
 *
 * @param code digest of the code.
 */
export function queueOf(code: string, hasClaims: boolean): string {
  return hasClaims ? `${code}${CLAIMS}` : code;
}

/** Whom the jobs of a queue wait for, in words. */
export function whoseQueue(queue: string): string {
  if (!isOfBuild(queue)) return `version ${plain(queue)}`;
  return `build ${queue.slice(0, 12)}${queue.endsWith(CLAIMS) ? " with --claims-from" : ""}`;
}

/** What a worker that listens to some queues says of jobs in another. */
export function leftAlone(queue: string, jobs: number, own: readonly string[]): string {
  const [wait, them] = jobs === 1 ? ["1 job waits", "it"] : [`${jobs} jobs wait`, "them"];
  if (queue === queueOf(own[0]!, true)) {
    return `${wait} for a worker that may run claims of a file; this one leaves ${them}: start one with --claims-from FOLDER`;
  }
  const why = isOfBuild(queue) ? "" : ", of before queues were told apart by builds";
  const wayOn = `end what waits for ${them} and start it again with this build, or start a worker of the other`;
  return `${wait} for a worker of ${whoseQueue(queue)}${why}; this one is of ${whoseQueue(own[0]!)} and leaves ${them}: ${wayOn}`;
}

/** Whether a queue is of a build, and not of a version before there were builds. */
export function isOfBuild(queue: string): boolean {
  return /^[0-9a-f]{64}(-claims)?$/.test(queue);
}
