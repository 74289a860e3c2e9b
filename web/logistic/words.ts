import type { LogisticSummary } from "../../src/logistic/index.ts";
import { percent, shown } from "../page/numbers.ts";

/** Who is right at the chosen flip rate, and because of what. */
export interface Comparison {
  readonly kind: "yes" | "no" | "open";
  readonly headline: string;
  readonly because: string;
}

export function compare(
  accuracies: { readonly teacher: number; readonly student: number },
  p: number,
  xi: number,
  { teacherThreshold }: Pick<LogisticSummary, "teacherThreshold">,
): Comparison {
  const { teacher, student } = accuracies;
  const scores = `${percent(student)} of the training points against ${percent(teacher)}`;
  const where =
    p < teacherThreshold || p === 0
      ? `the flip rate ${shown(p)} is below p_T = ${shown(teacherThreshold)}`
      : `the flip rate ${shown(p)} is not below p_T = ${shown(teacherThreshold)}`;
  const who = `The student with ξ = ${shown(xi)}`;
  if (student > teacher) {
    return {
      kind: "yes",
      headline: `${who} beats its teacher:`,
      because: `it is right on ${scores}, as ${where} and ξ is between ξ_lo and ξ_hi.`,
    };
  }
  if (student < teacher)
    return { kind: "no", headline: `${who} is worse than its teacher:`, because: `it is right on ${scores}.` };
  const both = teacher === 1 ? "both are right on every training point" : "both repeat the flipped labels";
  return { kind: "open", headline: `${who} does as well as its teacher:`, because: `${both}, as ${where}.` };
}

/** p_S, or why there is none. */
export function meaningOfStudentThreshold({
  studentThreshold,
  studentThresholdReason: reason,
}: LogisticSummary): string {
  return studentThreshold === null ? `none: ${reason}` : shown(studentThreshold, 6);
}

/** The students that are right on every training point. */
export function perfectRange({ perfectXi: { low, high } }: LogisticSummary): string {
  return low === 0 ? `0 ≤ ξ < ${shown(high, 3)}` : `${shown(low, 3)} < ξ < ${shown(high, 3)}`;
}
