import type { JobKind } from "../job.ts";

interface Loaders {
  /** Loads what performs a task; workers load no more than this. */
  readonly loadPerform: () => Promise<(task: never) => unknown>;
  /** Loads the kind, which knows what a journal amounts to; absent where such jobs leave no journal to merge. */
  readonly loadKind?: () => Promise<AnyKind>;
}

/** Any kind of job: its settings are checked before they are given back to it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyKind = JobKind<any, unknown, any, unknown>;

/** All kinds of jobs, each loaded when it is needed. */
export const kinds: Readonly<Record<string, Loaders>> = {
  check: {
    loadPerform: async () => (await import("./check/task.ts")).perform,
    loadKind: async () => (await import("./check/run.ts")).checkKind,
  },
  seed: { loadPerform: async () => (await import("./seed/task.ts")).performSeed },
  distill: {
    loadPerform: async () => (await import("./distill/task.ts")).performDistillation,
    loadKind: async () => (await import("./distill/distill.ts")).distillKind,
  },
  search: { loadPerform: async () => (await import("./search/task.ts")).performSearch },
};
