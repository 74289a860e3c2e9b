import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { Streams } from "../../random/index.ts";

/** What a sweep measures: every imitation parameter at every corruption rate and weight decay, on repeated corruptions. */
export interface Grid {
  /** Fractions of the training labels that are corrupted. */
  readonly rates: readonly number[];
  readonly weightDecays: readonly number[];
  /** Rising, with 0 among them. */
  readonly xis: readonly number[];
  /** Corruptions drawn at each rate. */
  readonly repeats: number;
}

/** The least unit of work: a teacher, and from it a student for every ξ, on one draw of corrupted labels. */
export interface Task {
  readonly rate: number;
  readonly weightDecay: number;
  readonly repeat: number;
}

/** All tasks of a grid, so ordered that after every repeat there is a whole table. */
export function tasksOf({ rates, weightDecays, repeats }: Grid): Task[] {
  return Array.from({ length: repeats }, (_, repeat) =>
    rates.flatMap((rate) => weightDecays.map((weightDecay) => ({ rate, weightDecay, repeat }))),
  ).flat();
}

/** A task's name, the same in every run: `rate 0.5, weight decay 0.001, repeat 3`. */
export function nameOf({ rate, weightDecay, repeat }: Task): string {
  return `rate ${rate}, weight decay ${weightDecay}, repeat ${repeat}`;
}

/** What the draws of a corruption depend on, besides its number. */
export interface CorruptionKey {
  readonly seed: number;
  readonly dataset: string;
  readonly kind: string;
}

/**
 * The random stream of one corruption. It depends on neither ξ nor weight decay: all of them are compared on the same corrupted
 * labels. Nor does it depend on the rate: a higher one corrupts the same labels, and more.
 */
export function corruptionStream({ seed, dataset, kind }: CorruptionKey, repeat: number): RandomGenerator {
  return new Streams({ seed, claim: "distil", problem: `${kind} corruption of ${dataset}` }).replicate(repeat);
}
