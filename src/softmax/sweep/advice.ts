import type { Choice, Contest } from "./best.ts";
import type { Row } from "./table.ts";

/** For a practitioner, in sentences: whether to distil at this corruption rate, and with which ξ and weight decay. */
export function adviceOn({ rate, cells, tuned }: Row): string[] {
  if (tuned === null) return [];
  const at = rate === 0 ? "With clean labels" : `With ${percent(rate)} of the labels corrupted`;
  const wins = cells.flatMap(({ largeAgainstSmall }) => {
    if (largeAgainstSmall === null || largeAgainstSmall.againstEvery <= 0) return [];
    return [`${largeAgainstSmall.challenger.weightDecay} (ξ = ${largeAgainstSmall.challenger.xi})`];
  });
  const fixed = `Where the weight decay cannot be tuned, a ξ > 1 beats every ξ ≤ 1 tried at weight decay ${wins.join(", ")}.`;
  return [`${at}: ${whereTuned(tuned)}`, ...(wins.length === 0 ? [] : [fixed])];
}

function whereTuned({ challenger, incumbent, difference }: Contest): string {
  const gain = `${points(difference.mean)} points, ${interval(difference)}`;
  const [student, teacher] = [named(challenger), `the best teacher, at weight decay ${incumbent.weightDecay}`];
  if (difference.lower > 0) return `distil, with ${student}: ${gain}, against ${teacher}.`;
  const rather = `take ${teacher}`;
  const than = `The best student, at ${student}, differs from it by ${gain}.`;
  return difference.upper < 0
    ? `do not distil, ${rather}. ${than}`
    : `${rather}; that distilling helps it is not seen. ${than}`;
}

function named({ xi, weightDecay }: Choice): string {
  return `ξ = ${xi} and weight decay ${weightDecay}`;
}

/** A fraction in percent: `30 %`. */
export function percent(fraction: number): string {
  return `${Number((100 * fraction).toPrecision(6))} %`;
}

/** A difference of accuracies in percentage points, with its sign. */
export function points(difference: number): string {
  const shown = (100 * difference).toFixed(1);
  return Number(shown) > 0 ? `+${shown}` : shown.replace("-", Number(shown) === 0 ? "" : "−");
}

/** The ends of an interval in percentage points: `+1.2 to +3.4`. */
export function interval({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return `${points(lower)} to ${points(upper)}`;
}
