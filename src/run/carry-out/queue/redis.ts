import type { Redis } from "ioredis";
import { InvalidInput } from "../../../data/index.ts";
import type { RedisAddress } from "./address.ts";

/** A connection to a Redis server that mends itself, as do those that are duplicated from it, if an outage is short. */
export interface RedisConnection {
  readonly redis: Redis;
  /** Rejects when an outage was too long for one of them. */
  readonly lost: Promise<never>;
  /** Closes them all at once. */
  readonly close: () => void;
}

/** Seconds until an answer has to have come, when connecting. */
const PATIENCE = 10;

/** Tries to connect again, five seconds apart but for the first: an outage of some two minutes. */
const MOST_TRIES = 25;

/** Connects. @throws InvalidInput where the server cannot be reached, refuses the password or does not answer. */
export async function connect(
  { options, shown }: RedisAddress,
  { mostTries = MOST_TRIES } = {},
): Promise<RedisConnection> {
  const { Redis } = await import("ioredis");
  const { promise: lost, reject: lose } = rejectable();
  let isConnected = false;
  let reason: Error | null = null;
  // Asked whenever a connection breaks that nobody closed.
  const mend = (times: number): number | null => {
    if (isConnected && times <= mostTries) return Math.min(50 * 2 ** Math.trunc(times), 5000);
    if (isConnected) lose(new InvalidInput(`the connection to Redis at ${shown} is lost: ${explained(reason)}`));
    return null;
  };
  const redis = new Redis({
    ...options,
    lazyConnect: true,
    connectTimeout: PATIENCE * 1000,
    // Commands wait for the connection to be mended.
    maxRetriesPerRequest: null,
    retryStrategy: mend,
  });
  const all: Redis[] = [];
  const watch = (each: Redis): Redis => {
    all.push(each);
    return each.on("error", (error: Error) => (reason = error));
  };
  const duplicate = redis.duplicate.bind(redis);
  watch(redis).duplicate = (override) => watch(duplicate(override));
  const close = (): void => {
    isConnected = false;
    for (const each of all) each.disconnect();
  };
  const timer = new AbortController();
  try {
    await Promise.race([redis.connect().then(async () => redis.ping()), timeout(timer.signal)]);
    isConnected = true;
    return { redis, lost, close };
  } catch (error) {
    close();
    throw new InvalidInput(`cannot use Redis at ${shown}: ${explained(reason ?? (error as Error))}`);
  } finally {
    timer.abort();
  }
}

function rejectable(): { readonly promise: Promise<never>; readonly reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<never>((_, refuse) => (reject = refuse));
  promise.catch(() => {});
  return { promise, reject };
}

async function timeout(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`it does not answer within ${PATIENCE} s`)), PATIENCE * 1000);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}

function explained(error: Error | null): string {
  const code = (error as { readonly code?: string } | null)?.code ?? "";
  const message = error?.message ?? "the connection was closed";
  if (message.startsWith("NOAUTH")) return "it wants a password";
  if (message.startsWith("WRONGPASS")) return "it refuses the user or password";
  if (message.startsWith("Protocol error")) return "what answers is no Redis";
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: "nothing listens there",
    ENOTFOUND: "there is no such host",
    EAI_AGAIN: "the host's address cannot be looked up",
    ETIMEDOUT: "it does not answer",
    ECONNRESET: "the connection was closed; perhaps it wants TLS, or does not",
    // Newer versions of Node add advice that older ones cannot follow.
    DEPTH_ZERO_SELF_SIGNED_CERT: "self-signed certificate",
    SELF_SIGNED_CERT_IN_CHAIN: "self-signed certificate in certificate chain",
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "unable to get local issuer certificate",
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: "unable to verify the first certificate",
  };
  return known[code] ?? message.replaceAll(/\s+/g, " ");
}
