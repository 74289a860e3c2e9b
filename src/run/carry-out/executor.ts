import type { KindOfTask } from "../job.ts";
import type { Outcome } from "../outcome.ts";

/** A job that is to be performed somewhere. */
export interface NamedTask extends KindOfTask {
  readonly name: string;
}

/** Something that performs jobs: the worker processes of this machine, or those that listen to a queue. */
export interface Executor {
  /** Rejects only where nothing can be performed any more. */
  run: (job: NamedTask) => Promise<Outcome>;
  /** Ends it at once; what is not done stays undone. */
  close: () => Promise<void>;
}
