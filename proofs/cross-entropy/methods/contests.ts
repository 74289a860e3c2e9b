import { type datasetNames, shippedDataset } from "../../../src/data/index.ts";
import { type Context, EXPERIMENT_ERROR_RATE } from "../../../src/evidence/index.ts";
import { Draw, measure, type Task } from "../../../src/softmax/index.ts";
import { pairedInterval } from "../../../src/statistics/index.ts";

export type Dataset = (typeof datasetNames)[number];

/** The setting of the experiments: small enough to be repeated in every check; docs/cross-entropy.md has larger ones. */
export const ROWS = 500;
export const COLUMNS = 100;
export const SMALL_WEIGHT_DECAY = 1e-4;
/** Strong enough for a teacher that overrules most corrupted labels, on every data set. */
export const STRONG_WEIGHT_DECAY = 0.1;
export const LARGE_XI = 3;

export type Place = Omit<Task, "repeat">;

export interface Plan {
  readonly dataset: Dataset;
  readonly places: readonly Place[];
  readonly xis: readonly number[];
  readonly repeats: number;
}

/** Accuracies on the clean test samples in percent, by repeat, at a place and a ξ of the plan. */
export type Accuracies = (place: Place, xi: number) => number[];

/** Carries a plan out: in each repeat all places see the same samples, features and corruptions. */
export function accuraciesOf(
  { dataset, places, xis, repeats }: Plan,
  { claim, seed }: Pick<Context, "claim" | "seed">,
): Accuracies {
  const whole = { ...shippedDataset(dataset), key: `${dataset}, for ${claim}` };
  const drawing = { rows: ROWS, map: { kind: "relu", columns: COLUMNS }, kind: "random", seed } as const;
  const right = places.map((): (readonly number[])[] => []);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const draw = new Draw(whole, drawing, repeat);
    places.forEach((place, i) => right[i]!.push(measure(draw, { xis }, { ...place, repeat }).students));
  }
  return (place, xi) => {
    const at = places.findIndex(({ rate, weightDecay }) => rate === place.rate && weightDecay === place.weightDecay);
    return right[at]!.map((students) => (100 * students[xis.indexOf(xi)]!) / whole.test.labels.length);
  };
}

/** One minus the other, repeat by repeat. */
export function less(one: readonly number[], other: readonly number[]): number[] {
  return one.map((value, i) => value - other[i]!);
}

/** A corruption rate in words. */
export function corrupted(rate: number): string {
  return rate === 0 ? "clean labels" : `${100 * rate} % corrupted`;
}

/** Says that the large ξ is worse than its teacher at this place, where its whole interval says so; else null. */
export function lostBy(dataset: Dataset, place: Place): string | null {
  const at = accuraciesOf(
    { dataset, places: [place], xis: [0, LARGE_XI], repeats: 6 },
    { claim: "a counterexample", seed: 1 },
  );
  const { mean, lower, upper } = pairedInterval(less(at(place, LARGE_XI), at(place, 0)), EXPERIMENT_ERROR_RATE);
  if (upper >= 0) return null;
  const [by, from, to] = [mean, lower, upper].map((value) => value.toFixed(1));
  return `at ${corrupted(place.rate)} and weight decay ${place.weightDecay}, ξ = ${LARGE_XI} gains ${by} percentage points, in [${from}, ${to}]`;
}
