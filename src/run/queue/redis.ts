import { isIP } from "node:net";
import type { Redis } from "ioredis";
import { InvalidInput } from "../../data/index.ts";

/** Where a Redis server listens: what `parseRedisAddress` gives. */
export interface RedisAddress {
  /** As ioredis takes them. */
  readonly options: {
    readonly host: string;
    readonly port: number;
    readonly db: number;
    readonly username?: string;
    readonly password?: string;
    readonly tls?: { readonly servername?: string };
  };
  /** What messages call it: without user and password. */
  readonly shown: string;
}

/**
 * Reads `redis://[user[:password]@]host[:port][/database]`, or `rediss://…` for TLS.
 *
 * @param password where the address has none: so that it need not stand on a command line, which others can see.
 * @throws InvalidInput which does not repeat what was given, as that may hold a password.
 */
export function parseRedisAddress(text: string, password?: string): RedisAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isRedis = url !== null && ["redis:", "rediss:"].includes(url.protocol) && url.hostname !== "";
  const database = url === null ? null : /^\/?(\d{1,9})?$/.exec(url.pathname);
  if (!isRedis || database === null || url.search + url.hash !== "") {
    throw new InvalidInput(
      "the queue's address is none; expected redis://[user:password@]host[:port][/database], or rediss:// for TLS",
    );
  }
  const isSecure = url.protocol === "rediss:";
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = url.port === "" ? 6379 : Number(url.port);
  const [username, ownPassword] = [url.username, url.password].map(decoded) as [string, string];
  const secret = ownPassword || password;
  const options = {
    host,
    port,
    db: Number(database[1] ?? 0),
    ...(username === "" ? {} : { username }),
    ...(secret === undefined ? {} : { password: secret }),
    // A certificate is made out to a name; an IP address is none.
    ...(isSecure ? { tls: isIP(host) === 0 ? { servername: host } : {} } : {}),
  };
  return { options, shown: `${url.protocol}//${url.hostname}:${port}` };
}

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
    if (isConnected && times <= mostTries) return Math.min(50 * 2 ** times, 5000);
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
  };
  return known[code] ?? message.replaceAll(/\s+/g, " ");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new InvalidInput(
      "the queue's address has a user or password in which % is not followed by two hexadecimal digits",
    );
  }
}
