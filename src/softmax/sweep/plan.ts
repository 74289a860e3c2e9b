/** What a sweep measures: every imitation parameter at every corruption rate and weight decay, on repeated draws. */
export interface Grid {
  /** Fractions of the training labels that are corrupted. */
  readonly rates: readonly number[];
  /** Each positive. */
  readonly weightDecays: readonly number[];
  /** Rising, with 0 among them. */
  readonly xis: readonly number[];
  /** How often all that is random is drawn. */
  readonly repeats: number;
}

/** The least unit of work: a teacher, and from it a student for every ξ, on one draw. */
export interface Task {
  /** The fraction of the training labels that is corrupted. */
  readonly rate: number;
  /** Of the teacher and its students. */
  readonly weightDecay: number;
  /** Which draw, counted from 0. */
  readonly repeat: number;
}

/**
 * All tasks of a grid, so ordered that each repeat makes a whole table.
 *
 * @param redrawn whether repeats differ by more than which labels are corrupted. Where they do not, and none is corrupted, a
 *   single repeat says all.
 */
export function tasksOf({ rates, weightDecays, repeats }: Grid, redrawn: boolean): Task[] {
  return Array.from({ length: repeats }, (_, repeat) =>
    rates
      .filter((rate) => redrawn || rate > 0 || repeat === 0)
      .flatMap((rate) => weightDecays.map((weightDecay) => ({ rate, weightDecay, repeat }))),
  ).flat();
}

/** A task's name, the same in every run: `rate 0.5, weight decay 0.001, repeat 3`. */
export function nameOf({ rate, weightDecay, repeat }: Task): string {
  return `rate ${rate}, weight decay ${weightDecay}, repeat ${repeat}`;
}
