import { type PairedInterval, pairedInterval } from "../../statistics/index.ts";
import { type Candidate, type Contest, contest, differences } from "./best.ts";
import { type Grid, nameOf } from "./plan.ts";

/** What a task found: how many of the test samples, whose labels are clean, are classified right. */
export interface TaskResult {
  /** How many the teacher classifies right. */
  readonly teacher: number;
  /** In the order of the grid's ξ. */
  readonly students: readonly number[];
  /** How many training labels, corrupted ones among them, the teacher repeats. */
  readonly repeated: number;
}

/** A student at one ξ, by the numbers. */
export interface StudentSummary {
  /** The imitation parameter. */
  readonly xi: number;
  /** Mean accuracy on the test samples. */
  readonly mean: number;
  /** Its accuracy less the teacher's; null for ξ = 0, the teacher again, and with a single repeat. */
  readonly gain: Pick<PairedInterval, "mean" | "lower" | "upper"> | null;
  /** By repeat, how many test samples it classifies right. */
  readonly right: readonly number[];
}

/** One corruption rate and weight decay. */
export interface Cell {
  /** Of the teacher and its students. */
  readonly weightDecay: number;
  /** Mean accuracy of the teacher. */
  readonly teacher: number;
  /** The share of the training labels that the teacher repeats: 1 where it has learned them by heart. */
  readonly repeated: number;
  /** In the order of the grid's ξ. */
  readonly students: readonly StudentSummary[];
  /** The best ξ > 1 against the best ξ ≤ 1; null where there is no contest. */
  readonly largeAgainstSmall: Contest | null;
}

/** One corruption rate at all weight decays. */
export interface Row {
  /** The fraction of the training labels that is corrupted. */
  readonly rate: number;
  /** The repeats that all tasks at this rate were carried out for: means are over these. */
  readonly repeats: readonly number[];
  /** One for each weight decay. */
  readonly cells: readonly Cell[];
  /** The best student of all, ξ ≠ 0, against the best teacher of all: each with its own weight decay. */
  readonly tuned: Contest | null;
  /** The best ξ > 1 of all against the best ξ ≤ 1, each with its own weight decay. */
  readonly tunedLargeAgainstSmall: Contest | null;
}

/** How many samples there are. */
export interface Sizes {
  /** Training samples of each repeat. */
  readonly trainRows: number;
  /** Test samples. */
  readonly testRows: number;
}

/**
 * The table of a sweep: means over the repeats and what can be said of their differences.
 *
 * @param results by the names of the tasks. A repeat that lacks a task at some rate is left out at that rate, and so is a
 *   rate without a repeat.
 * @param errorRate of each interval.
 */
export function tabulate(grid: Grid, sizes: Sizes, results: ReadonlyMap<string, TaskResult>, errorRate: number): Row[] {
  return grid.rates.flatMap((rate) => {
    const repeats = Array.from({ length: grid.repeats }, (_, repeat) => repeat).filter((repeat) =>
      grid.weightDecays.every((weightDecay) => results.has(nameOf({ rate, weightDecay, repeat }))),
    );
    if (repeats.length === 0) return [];
    const columns = grid.weightDecays.map((weightDecay) => {
      const own = repeats.map((repeat) => results.get(nameOf({ rate, weightDecay, repeat }))!);
      return { own, candidates: candidatesOf(weightDecay, grid, own, sizes) };
    });
    const all = columns.flatMap(({ candidates }) => candidates);
    const only = (holds: (xi: number) => boolean): Candidate[] => all.filter(({ xi }) => holds(xi));
    const row = {
      rate,
      repeats,
      cells: columns.map(({ own, candidates }, i) => cellOf(grid.weightDecays[i]!, own, candidates, sizes, errorRate)),
      tuned: contest(
        only((xi) => xi !== 0),
        only((xi) => xi === 0),
        errorRate,
      ),
      tunedLargeAgainstSmall: largeAgainstSmall(all, errorRate),
    };
    return [row];
  });
}

function candidatesOf(
  weightDecay: number,
  { xis }: Grid,
  own: readonly TaskResult[],
  { testRows }: Sizes,
): Candidate[] {
  return xis.map((xi, i) => ({ xi, weightDecay, accuracies: own.map(({ students }) => students[i]! / testRows) }));
}

function cellOf(
  weightDecay: number,
  own: readonly TaskResult[],
  candidates: readonly Candidate[],
  { trainRows, testRows }: Sizes,
  errorRate: number,
): Cell {
  const teacher = own.map((result) => result.teacher / testRows);
  return {
    weightDecay,
    teacher: meanOf(teacher),
    repeated: meanOf(own.map(({ repeated }) => repeated / trainRows)),
    students: candidates.map(({ xi, accuracies }, i) => ({
      xi,
      mean: meanOf(accuracies),
      gain: xi === 0 || own.length < 2 ? null : gainOf(differences(accuracies, teacher), errorRate),
      right: own.map(({ students }) => students[i]!),
    })),
    largeAgainstSmall: largeAgainstSmall(candidates, errorRate),
  };
}

function gainOf(overTeacher: readonly number[], errorRate: number): StudentSummary["gain"] {
  const { mean, lower, upper } = pairedInterval(overTeacher, errorRate);
  return { mean, lower, upper };
}

function largeAgainstSmall(candidates: readonly Candidate[], errorRate: number): Contest | null {
  const [large, small] = [candidates.filter(({ xi }) => xi > 1), candidates.filter(({ xi }) => xi <= 1)];
  return contest(large, small, errorRate);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
