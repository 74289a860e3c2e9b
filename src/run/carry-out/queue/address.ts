import { isIP } from "node:net";
import { InvalidInput } from "../../../data/index.ts";

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
      "this is not the address of a queue; expected redis://[user:password@]host[:port][/database], or rediss:// for TLS",
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
    // A certificate is made out to a name, and an IP address is not one.
    ...(isSecure ? { tls: isIP(host) === 0 ? { servername: host } : {} } : {}),
  };
  return { options, shown: `${url.protocol}//${url.hostname}:${port}` };
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
