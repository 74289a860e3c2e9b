import { type PairedInterval, pairedInterval } from "../../statistics/index.ts";
import { type Candidate, type Contest, contest, differences } from "./best.ts";
import { type Grid, nameOf } from "./plan.ts";

/** What a task found: how many of the test samples, whose labels are clean, are classified right. */
export interface TaskResult {
  readonly teacher: number;
  /** In the order of the grid's ξ. */
  readonly students: readonly number[];
  /** How many training labels, corrupted ones among them, the teacher repeats. */
  readonly repeated: number;
  /** Fits that did not reach their tolerance. */
  readonly unfinished: number;
}

/** A student at one ξ and weight decay. */
export interface Student extends Candidate {
  readonly weightDecay: number;
  readonly xi: number;
  readonly mean: number;
  /** Its accuracy less the teacher's at the same weight decay; null for ξ = 0, the teacher again. */
  readonly gain: PairedInterval | null;
}

/** One corruption rate and weight decay. */
export interface Cell {
  readonly rate: number;
  readonly weightDecay: number;
  /** Mean accuracy of the teacher. */
  readonly teacher: number;
  /** The share of the training labels that the teacher repeats: 1 where it has learned them by heart. */
  readonly repeated: number;
  readonly students: readonly Student[];
  /** The best ξ > 1 against the best ξ ≤ 1; null where the grid does not have both. */
  readonly largeAgainstSmall: Contest<Student> | null;
}

/** One corruption rate at all weight decays. */
export interface Row {
  readonly rate: number;
  readonly cells: readonly Cell[];
  /** The best student of all, ξ ≠ 0, against the best teacher of all: each with its own weight decay. */
  readonly tuned: Contest<Student> | null;
  /** The best ξ > 1 against the best ξ ≤ 1, each with its own weight decay. */
  readonly tunedLargeAgainstSmall: Contest<Student> | null;
}

export interface Sizes {
  readonly trainRows: number;
  readonly testRows: number;
}

/**
 * The table of a sweep: means over the repeats and what can be said of their differences.
 *
 * @param resultOf the result of the task with this name.
 * @param errorRate of each interval.
 */
export function tabulate(
  grid: Grid,
  { trainRows, testRows }: Sizes,
  resultOf: (name: string) => TaskResult,
  errorRate: number,
): Row[] {
  const cellOf = (rate: number, weightDecay: number): Cell => {
    const results = Array.from({ length: grid.repeats }, (_, repeat) => resultOf(nameOf({ rate, weightDecay, repeat })));
    const teacher: Candidate = { accuracies: results.map((result) => result.teacher / testRows) };
    const students = grid.xis.map((xi, i): Student => {
      const accuracies = results.map((result) => result.students[i]! / testRows);
      const gain = xi === 0 ? null : pairedInterval(differences({ accuracies }, teacher), errorRate);
      return { weightDecay, xi, accuracies, mean: meanOf(accuracies), gain };
    });
    return {
      rate,
      weightDecay,
      teacher: meanOf(teacher.accuracies),
      repeated: meanOf(results.map(({ repeated }) => repeated / trainRows)),
      students,
      largeAgainstSmall: largeAgainstSmall(students, errorRate),
    };
  };
  return grid.rates.map((rate) => {
    const cells = grid.weightDecays.map((weightDecay) => cellOf(rate, weightDecay));
    const all = cells.flatMap(({ students }) => students);
    const [teachers, students] = [all.filter(({ xi }) => xi === 0), all.filter(({ xi }) => xi !== 0)];
    return {
      rate,
      cells,
      tuned: students.length === 0 ? null : contest(students, teachers, errorRate),
      tunedLargeAgainstSmall: largeAgainstSmall(all, errorRate),
    };
  });
}

function largeAgainstSmall(students: readonly Student[], errorRate: number): Contest<Student> | null {
  const [large, small] = [students.filter(({ xi }) => xi > 1), students.filter(({ xi }) => xi <= 1)];
  return large.length === 0 || small.length === 0 ? null : contest(large, small, errorRate);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
