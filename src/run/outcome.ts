/** What became of a job: its result, or the reason why there is none. Both are plain data that JSON keeps as it is. */
export type Outcome<Result = unknown> = { readonly result: Result } | { readonly failed: string };

/** What was thrown, as the reason why a job has no result. */
export function failureOf(error: unknown): { readonly failed: string } {
  return { failed: error instanceof Error ? error.message : `${String(error)} was thrown` };
}

/** Whether a job ended with a result. */
export function succeeded<Result>(outcome: Outcome<Result> | undefined): outcome is { readonly result: Result } {
  return outcome !== undefined && "result" in outcome;
}
