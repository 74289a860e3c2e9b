import * as z from "zod";
import { shown } from "../data/index.ts";
import { reasonOfThrown } from "./thrown.ts";

/** What became of a job: its result, or the reason why there is none. Both are plain data that JSON keeps as it is. */
export type Outcome<Result = unknown> = { readonly result: Result } | { readonly failed: string };

/** Characters that an outcome may have, as JSON: a check with all its mutants has some hundred thousand. */
export const LARGEST_OUTCOME = 16e6;

/** Characters that are kept of the reason why there is no result. */
const LONGEST_REASON = 10_000;

/** What was thrown, as the reason why a job has no result. */
export function failureOf(error: unknown): { readonly failed: string } {
  return { failed: reasonOfThrown(error) };
}

/** Whether a job ended with a result. */
export function succeeded<Result>(outcome: Outcome<Result> | undefined): outcome is { readonly result: Result } {
  return outcome !== undefined && "result" in outcome;
}

const outcomeShape: z.ZodType<Outcome> = z.union([
  z.strictObject({ result: z.unknown() }),
  z.strictObject({ failed: z.string() }),
]);

/** What a worker answered, as an outcome. Whatever it answered: what is no outcome is a failure of the worker's. */
export function outcomeFrom(answer: unknown): Outcome {
  const size = sizeOf(answer);
  if (size > LARGEST_OUTCOME) return { failed: tooLarge(size) };
  const { data: outcome } = outcomeShape.safeParse(answer);
  if (outcome !== undefined && "failed" in outcome) return { failed: outcome.failed.slice(0, LONGEST_REASON) };
  // What is undefined is no result, whatever zod says.
  if (outcome?.result !== undefined) return outcome;
  return { failed: `its worker's answer is no outcome: ${shown(answer)}` };
}

/** Why an outcome of so many characters is not taken. */
export function tooLarge(size: number): string {
  const [is, most] = [size, LARGEST_OUTCOME].map((characters) => `${(characters / 1e6).toFixed(1)} MB`);
  return size === Infinity ? "its result is nested too deeply" : `its result is too large: ${is}; at most ${most}`;
}

function sizeOf(value: unknown): number {
  try {
    return (JSON.stringify(value) as string | undefined)?.length ?? 0;
  } catch {
    return Infinity;
  }
}
