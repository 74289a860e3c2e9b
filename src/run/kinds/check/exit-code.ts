import type { Summary } from "./verdicts.ts";

/**
 * The exit code of a run that had good input: 1 where anything is refuted, else 3 where anything is inconclusive or was not
 * carried out, else 4 where anything is untested, else 0. Bad input, 2, comes before all of them.
 */
export function exitCodeOf({ refuted, inconclusive, untested }: Omit<Summary, "supported">): 0 | 1 | 3 | 4 {
  if (refuted > 0) return 1;
  if (inconclusive > 0) return 3;
  return untested > 0 ? 4 : 0;
}
