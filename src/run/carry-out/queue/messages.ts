import * as z from "zod";
import { checkShape, InvalidInput, shown } from "../../../data/index.ts";
import { type Outcome, outcomeFrom } from "../../outcome.ts";
import type { NamedTask } from "../executor.ts";

/** A job as it lies on the queue. */
export interface QueuedJob extends NamedTask {
  /** Seconds that it may take. */
  readonly timeLimit: number;
  /** Digest of the code that it is to be performed by. */
  readonly code: string;
}

/** What a worker answers: an outcome, and of which job, by which code. */
export interface Answer {
  readonly job: string;
  readonly code: string;
  readonly outcome: Outcome;
}

const jobShape: z.ZodType<QueuedJob> = z.strictObject({
  kind: z.string().max(100),
  name: z.string().max(10_000),
  task: z.unknown(),
  timeLimit: z.number().positive(),
  code: z.string().max(100),
});

const answerShape = z.strictObject({ job: z.string(), code: z.string(), outcome: z.unknown() });

/** What lies on the queue, as a job. @throws InvalidInput where it is not a job: anything may have been written there. */
export function jobFrom(data: unknown, code: string): QueuedJob {
  const job = checkShape(data, "the job on the queue", jobShape);
  if (job.code !== code) throw new InvalidInput("the job on the queue is for other code than this worker's");
  return job;
}

/** What came back from the queue, as the outcome of a job: whatever it is, it has no other effect. */
export function outcomeOfAnswer(given: unknown, job: string, code: string): Outcome {
  const { success, data: answer } = answerShape.safeParse(given);
  if (!success) return { failed: `its worker's answer is no outcome: ${shown(given)}` };
  if (answer.job !== job) return { failed: "its worker answered with the outcome of another job" };
  if (answer.code !== code) return { failed: "its worker is of another build" };
  return outcomeFrom(answer.outcome);
}
