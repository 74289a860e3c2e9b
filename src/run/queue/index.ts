export { QueuePerformer, type QueueOptions } from "./performer.ts";
export { parseRedisAddress, type RedisAddress } from "./redis.ts";
export { work, type WorkOptions } from "./worker.ts";
