export { QueuePerformer, type QueueOptions } from "./performer.ts";
export { parseRedisAddress, type RedisAddress } from "./address.ts";
export { work, type WorkOptions } from "./worker.ts";
