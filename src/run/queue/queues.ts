import type { Redis } from "ioredis";
import { plain } from "../../data/index.ts";

/** Of all that is kept in Redis the keys begin with this. */
export const PREFIX = "sd-theorems";

/** Holds the names of all queues there are, with the time at which each was last used. */
const QUEUES = `${PREFIX}:builds`;

/** Where earlier versions kept theirs: then each version had a queue. */
const VERSIONS = `${PREFIX}:versions`;

/** Milliseconds, a month, after which a queue that nobody used is forgotten. */
const A_MONTH = 30 * 24 * 3600 * 1000;

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

/** Tells others of the queues that are used here. */
export async function announce(redis: Redis, queues: readonly string[]): Promise<void> {
  const now = Date.now();
  await redis.zremrangebyscore(QUEUES, "-inf", String(now - A_MONTH));
  for (const queue of queues) await redis.zadd(QUEUES, String(now), queue);
}

/** Queues that are none of these: of other builds, and of versions before there were builds. */
export async function othersThan(own: readonly string[], redis: Redis): Promise<string[]> {
  const [queues, versions] = await Promise.all([redis.zrange(QUEUES, "0", "-1"), redis.smembers(VERSIONS)]);
  return [...queues, ...versions].filter((queue) => !own.includes(queue));
}

/** How many workers listen to each queue, by its name; null where the server does not tell. */
export async function listeners(redis: Redis): Promise<ReadonlyMap<string, number> | null> {
  const clients = await redis.client("LIST").then(String, () => null);
  if (clients === null) return null;
  const counts = new Map<string, number>();
  // As BullMQ names its workers.
  for (const [, encoded] of clients.matchAll(new RegExp(`\\bname=${PREFIX}:([A-Za-z0-9+/=]+)(?:$|\\s|:w:)`, "gm"))) {
    const queue = Buffer.from(encoded!, "base64").toString();
    counts.set(queue, (counts.get(queue) ?? 0) + 1);
  }
  return counts;
}

/** How many jobs of a queue wait for a worker. */
export async function waitingIn(queue: string, redis: Redis): Promise<number> {
  return redis.llen(`${PREFIX}:${queue}:wait`);
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
