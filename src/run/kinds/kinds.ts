import type { JobKind } from "../job.ts";

interface Loaders {
  /** What performs a task; workers load no more than this. */
  readonly performer: () => Promise<(task: never) => unknown>;
  /** What a journal of such jobs amounts to; absent where there are none. */
  readonly kind?: () => Promise<AnyKind>;
}

/** A kind of which nothing is known: its settings are checked before they are given back to it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyKind = JobKind<any, unknown, any, unknown>;

/** All kinds of jobs, each loaded when it is needed. */
export const kinds: Readonly<Record<string, Loaders>> = {
  check: {
    performer: async () => (await import("./check/task.ts")).perform,
    kind: async () => (await import("./check/run.ts")).checkKind,
  },
  seed: { performer: async () => (await import("./seed/task.ts")).performSeed },
  distill: {
    performer: async () => (await import("./distill/task.ts")).performDistillation,
    kind: async () => (await import("./distill/distill.ts")).distillKind,
  },
  search: { performer: async () => (await import("./search/task.ts")).performSearch },
};
