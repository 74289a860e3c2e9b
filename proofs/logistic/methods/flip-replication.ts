import type { Comparison, Context, Replication } from "../../../src/evidence/index.ts";
import { Intervals } from "../../../src/formula/index.ts";
import {
  blockFeatures,
  firstFailure,
  FlipSimulation,
  Mixture,
  type Pair,
  studentThreshold,
  teacherThreshold,
  type Who,
} from "../../../src/logistic/index.ts";
import {
  deviation,
  meanEstimate,
  mergeMoments,
  type Moments,
  momentsOf,
  noMoments,
  plannedReplicates,
} from "../../../src/statistics/index.ts";

const BATCH = 1024;

/** A class of training points and how it is fitted. */
export interface FlipSetting {
  /** m. */
  readonly classSize: number;
  readonly c: number;
  readonly lambda: number;
}

/** Teacher and pure imitator on features with exactly the Gram matrix of the theory. */
export function imitation({ classSize, c, lambda }: FlipSetting): FlipSimulation {
  return new FlipSimulation(blockFeatures(classSize, c), { lambda, xi: 1 });
}

/**
 * A flip rate between the last number of flips that direct fits overrule and the first that they do not: all that the
 * mixture needs to know of a threshold.
 */
export function directThresholds(simulation: FlipSimulation): Pair<number> {
  const between = (who: Who): number => (firstFailure(simulation, who) - 1 / 2) / simulation.features.classSize;
  return { teacher: between("teacher"), student: between("student") };
}

/** The thresholds p_T and p_S(1) of the theory; null where a student is wrong from the first flip on. */
export function thresholdsOf({ classSize, c, lambda }: FlipSetting): Pair<number | null> {
  const setting = { classSize, similarity: c, lambda };
  const { threshold } = studentThreshold(setting, 1);
  return {
    teacher: Intervals.middle(teacherThreshold(setting)),
    student: threshold === null ? null : Intervals.middle(threshold),
  };
}

/** How many comparisons `flipReplication` makes for each flip rate. */
export const COMPARISONS_PER_RATE = 3;

/**
 * The accuracy of teachers and students fitted directly to labels that are flipped independently, and the student's gain
 * on the same flips, against the mixture. Margins are of the accuracies' range, which is 1.
 */
export function flipReplication(setting: FlipSetting, rates: readonly number[], context: Context): Replication {
  const simulation = imitation(setting);
  const thresholds = thresholdsOf(setting);
  const key = { seed: context.seed, claim: context.claim, problem: showSetting(setting) };
  const moments: Moments[][] = rates.map(() => Array.from({ length: COMPARISONS_PER_RATE }, () => noMoments));
  let done = 0;
  const extend = (replicates: number): void => {
    for (; done < replicates; done += BATCH) {
      rates.forEach((p, row) => {
        const { teacher, student } = simulation.measure(
          { ...key, problem: `${key.problem}, p = ${p}` },
          p,
          done,
          BATCH,
        );
        const gain = student.map((accuracy, i) => accuracy - teacher[i]!);
        moments[row] = [teacher, student, gain].map((values, i) => mergeMoments(moments[row]![i]!, momentsOf(values)));
      });
    }
  };
  const compare: Replication["compare"] = (book) => {
    const mixture = new Mixture(book);
    return rates.flatMap((p, row): Comparison[] => {
      const [teacher, student] = (["teacher", "student"] as const).map((who) =>
        mixture.expectedAccuracy(setting.classSize, p, thresholds[who]),
      );
      const expected = [teacher!, student!, student! - teacher!];
      return ["the teacher's accuracy", "the student's accuracy", "the student's gain"].map((what, i) => ({
        what: `${what} at p = ${p}`,
        estimate: meanEstimate(moments[row]![i]!),
        expected: expected[i]!,
        margin: context.margin,
      }));
    });
  };
  const plan: Replication["plan"] = (_, z) => {
    const deviations = moments.flat().map((each) => deviation(each, meanEstimate(each)));
    return plannedReplicates(Math.max(...deviations) / context.margin, z);
  };
  return { extend, plan, compare };
}

/** A setting as people write it: `m = 10, c = 0.3, λ = 0.5`. */
export function showSetting({ classSize, c, lambda }: FlipSetting): string {
  return `m = ${classSize}, c = ${c}, λ = ${lambda}`;
}
