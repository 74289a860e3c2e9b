import type { Cell, Row, Student } from "./table.ts";

const POINTS = 100; // percentage points in an accuracy of 1

/** For a practitioner, in sentences: whether to distil at this corruption rate, and with which ξ and weight decay. */
export function adviceOn({ rate, cells, tuned }: Row): string[] {
  const at = rate === 0 ? "With clean labels" : `With ${percent(rate)} of the labels corrupted`;
  return [tuned === null ? null : `${at}: ${whereTuned(tuned)}`, whereFixed(cells)].filter((each) => each !== null);
}

function whereTuned({ challenger, incumbent, difference }: NonNullable<Row["tuned"]>): string {
  const [student, teacher] = [named(challenger), `weight decay ${incumbent.weightDecay}`];
  const gain = points(difference.mean);
  const interval = `${points(difference.lower)} to ${points(difference.upper)} points`;
  if (difference.lower > 0) {
    return `distil, with ${student}: ${gain} points above the best teacher (${teacher}), ${interval}.`;
  }
  if (difference.upper < 0) {
    return `do not distil: tune the weight decay to ${incumbent.weightDecay}. The best student (${student}) differs from that teacher by ${gain} points, ${interval}.`;
  }
  return `tune the weight decay to ${incumbent.weightDecay}; distilling is not seen to help such a teacher. The best student (${student}) differs from it by ${gain} points, ${interval}.`;
}

// Only where the best ξ > 1 was compared.
function whereFixed(cells: readonly Cell[]): string | null {
  const wins = cells.filter(({ largeAgainstSmall: contest }) => contest !== null && contest.againstEvery > 0);
  if (wins.length === 0) return null;
  const list = wins.map(({ weightDecay, largeAgainstSmall: contest }) => `${weightDecay} (ξ = ${contest!.challenger.xi})`);
  return `Where the weight decay cannot be tuned, ξ > 1 beats every ξ ≤ 1 at weight decay ${list.join(", ")}.`;
}

function named({ xi, weightDecay }: Student): string {
  return `ξ = ${xi} and weight decay ${weightDecay}`;
}

function percent(rate: number): string {
  return `${Number((100 * rate).toPrecision(6))} %`;
}

/** A difference of accuracies in percentage points, with its sign. */
export function points(difference: number): string {
  const shown = (POINTS * difference).toFixed(1);
  return difference > 0 ? `+${shown}` : shown.replace("-", "−");
}
