import { availableParallelism } from "node:os";
import { Option } from "commander";
import { parseRedisAddress, type RedisAddress } from "../run/carry-out/queue/index.ts";
import { integer, MOST_WORKERS } from "./options.ts";

/** `--workers`, the same on every command that uses all cores. */
export function workersOption(): Option {
  return new Option("--workers <n>", "worker processes; the results do not depend on them")
    .argParser(integer(1, MOST_WORKERS))
    .default(availableParallelism());
}

/** Holds the password of the queue's server where the address has none. */
const PASSWORD = "SD_THEOREMS_REDIS_PASSWORD";

/** `--queue`, the same on the commands that give jobs to a queue and the one that takes them. */
export function queueOption(what: string): Option {
  return new Option("--queue <url>", `${what}: redis[s]://host[:port], password in ${PASSWORD}`);
}

/** Where the queue is. @throws InvalidInput */
export function chooseQueue(address: string): RedisAddress {
  return parseRedisAddress(address, process.env[PASSWORD]);
}
