import { InvalidInput } from "../../data/portable.ts";
import type { Grid } from "./plan.ts";

/** Fits of a sweep: at a hundredth of a second each, some 28 hours of one core. */
const MOST_FITS = 10_000_000;
/** Numbers of mapped features, of all samples: 8 GiB of them, in every worker. */
const MOST_FEATURES = 2 ** 30;

/**
 * Refuses at once a sweep that could not be done.
 *
 * @param grid what is fitted.
 * @param mapped samples and columns of the features that are made of the given ones; null where these are taken as they are.
 * @throws InvalidInput in one sentence that says how many there would be, and how many there may.
 */
export function requireFeasible(
  { rates, weightDecays, xis, repeats }: Grid,
  mapped: { readonly samples: number; readonly columns: number } | null,
): void {
  const each = rates.length * weightDecays.length * xis.length;
  if (each * repeats > MOST_FITS) {
    const fits = `${shown(repeats)} repeats of ${shown(each)} fits are ${shown(each * repeats)}`;
    throw new InvalidInput(`${fits}; at most ${shown(MOST_FITS)} are made`);
  }
  if (mapped === null || mapped.samples * mapped.columns <= MOST_FEATURES) return;
  const { samples, columns } = mapped;
  const most = Math.floor(MOST_FEATURES / samples);
  throw new InvalidInput(
    `${shown(columns)} random features of ${shown(samples)} samples do not fit into memory; at most ${shown(most)} of so many are made`,
  );
}

function shown(count: number): string {
  return Number.isSafeInteger(count) ? count.toLocaleString("en") : count.toExponential(0);
}
