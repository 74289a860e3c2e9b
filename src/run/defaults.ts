import type { Engine } from "../evidence/index.ts";

/** What holds where nothing is said: on the command line, in the library, and in the commands that a report shows. */
export const DEFAULTS = {
  seed: 1,
  /** Relative margin of the equivalence tests. */
  margin: 0.01,
  engine: "spectral" as Engine,
  /** Seconds that a job may take. */
  timeLimit: 3600,
} as const;
