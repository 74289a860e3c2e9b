export { parseRedisAddress, type RedisAddress } from "./address.ts";
export { claimsFolder } from "./claims-from.ts";
export { QueueExecutor, type QueueOptions } from "./queue-executor.ts";
export { queueOf } from "./names.ts";
export { work, type WorkOptions } from "./worker.ts";
