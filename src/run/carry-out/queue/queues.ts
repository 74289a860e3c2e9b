import type { Redis } from "ioredis";
import { PREFIX } from "./names.ts";

/** Holds the names of all queues there are, with the time at which each was last used. */
const QUEUES = `${PREFIX}:builds`;

/** Where earlier versions kept theirs: then each version had a queue. */
const VERSIONS = `${PREFIX}:versions`;

/** Milliseconds, a month, after which a queue that nobody used is forgotten. */
const A_MONTH = 30 * 24 * 3600 * 1000;

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
