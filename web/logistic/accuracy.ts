import { accuracy, type LogisticSetting, Mixture, studentFit, teacherFit, type Who } from "../../src/logistic/index.ts";

export interface AccuracyPoint {
  readonly who: Who;
  readonly p: number;
  readonly accuracy: number;
}

/** With fewer draws a normal interval says little of accuracies that are mostly 1. */
export const LEAST_DRAWS = 100;

const POINTS = 120;
const mixture = new Mixture();

/** Flip rates that direct fits to random flips are made at. */
export const SIMULATED_RATES: readonly number[] = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45];

/** Beyond this class size direct fits take too long to watch. */
export const MOST_SIMULATED = 40;

/** Training accuracy where exactly a fraction p of each class is flipped, by the two-value fits. */
export function accuracyOfFraction(setting: LogisticSetting, xi: number): AccuracyPoint[] {
  return Array.from({ length: POINTS }, (_, i) => {
    const p = (i + 0.5) / (2 * POINTS);
    const problem = { ...setting, flipRate: p };
    const teacher = teacherFit(problem);
    const student = studentFit(problem, xi, teacher);
    return [
      { who: "teacher" as const, p, accuracy: accuracy(problem, teacher) },
      { who: "student" as const, p, accuracy: accuracy(problem, student) },
    ];
  }).flat();
}

/**
 * Expected training accuracy where each label is flipped with probability p, from the thresholds. For the student it is shown
 * for 0 ≤ ξ ≤ 1, where both its logits fall in p and so one threshold says all.
 */
export function accuracyOfRandom(
  { classSize }: LogisticSetting,
  thresholds: { readonly teacher: number; readonly student: number | null },
  xi: number,
): AccuracyPoint[] {
  const people: readonly Who[] = xi >= 0 && xi <= 1 ? ["teacher", "student"] : ["teacher"];
  return people.flatMap((who) =>
    Array.from({ length: POINTS + 1 }, (_, i) => {
      const p = i / (2 * POINTS);
      return { who, p, accuracy: mixture.expectedAccuracy(classSize, p, thresholds[who]) };
    }),
  );
}
