import type { KindOfTask } from "../job.ts";
import { kinds } from "./kinds.ts";

/** What a worker process runs: it performs tasks of every kind. */
export default async function perform({ kind, task }: KindOfTask): Promise<unknown> {
  if (!Object.hasOwn(kinds, kind)) throw new RangeError(`there is no kind of job named ${kind}`);
  const performTask = await kinds[kind]!.loadPerform();
  return performTask(task as never);
}
