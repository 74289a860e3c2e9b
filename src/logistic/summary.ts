import { InvalidInput } from "../data/portable.ts";
import { type Interval, Intervals } from "../formula/index.ts";
import { type LogisticProblem, requireFiniteXi } from "./problem.ts";
import { accuracy, type Fit, studentFit, teacherFit } from "./reduction.ts";
import { studentThreshold, teacherThreshold } from "./thresholds.ts";
import { perfectXi } from "./xi-thresholds.ts";

/** The two ends of an interval that is proved to contain exactly one root, the value it stands for. */
export type Ends = readonly [lower: number, upper: number];

/** A fit's logits, and what it gets right. */
export interface FitSummary {
  /** Logit of class 1 at a point of that class with label 1. */
  readonly logitGood: number;
  /** Its logit at a point of that class whose label was flipped to 0. */
  readonly logitBad: number;
  /** Fraction of training points classified right, against the true labels. */
  readonly accuracy: number;
}

/** A teacher, a student, and where they are right on every training point. */
export interface LogisticSummary {
  /** The fit to the labels. */
  readonly teacher: FitSummary;
  /** The fit at the ξ asked for. */
  readonly student: FitSummary;
  /** p_T, a number even where it is negative. */
  readonly teacherThreshold: number;
  /** p_S(ξ), or null for a reason that `studentThresholdReason` gives. */
  readonly studentThreshold: number | null;
  /** Why there is no p_S(ξ); absent where there is. */
  readonly studentThresholdReason?: string;
  /** The thresholds of this summary, each in an interval proved to hold it. */
  readonly thresholdEnclosures: {
    readonly teacher: Ends;
    readonly student: Ends | null;
    readonly perfectXi: { readonly low: Ends; readonly high: Ends };
  };
  /** The student is right on every training point for low < ξ < high, and for ξ = 0 where low is 0. */
  readonly perfectXi: { readonly low: number; readonly high: number };
}

/**
 * Teacher and student at one ξ, with their thresholds.
 *
 * @param problem with its flip rate.
 * @param xi any finite number.
 * @throws InvalidInput for an impossible ξ, or where a result is beyond the range of floating-point numbers.
 */
export function summariseLogistic(problem: LogisticProblem, xi: number): LogisticSummary {
  requireFiniteXi(xi);
  const teacher = teacherFit(problem);
  const student = studentFit(problem, xi, teacher);
  if (![student.logitGood, student.logitBad].every(Number.isFinite)) {
    throw new InvalidInput(`xi is ${xi}, too large for the student's logits to be floating-point numbers`);
  }
  const ofTeacher = teacherThreshold(problem);
  if (![ofTeacher.lower, ofTeacher.upper].every(Number.isFinite)) {
    throw new InvalidInput(
      `similarity is ${problem.similarity}, too small for the teacher's threshold to be a floating-point number`,
    );
  }
  const { threshold, reason } = studentThreshold(problem, xi);
  const { low, high } = perfectXi(problem);
  return {
    teacher: shown(problem, teacher),
    student: shown(problem, student),
    teacherThreshold: Intervals.middle(ofTeacher),
    studentThreshold: threshold === null ? null : Intervals.middle(threshold),
    ...(threshold === null && { studentThresholdReason: reason }),
    thresholdEnclosures: {
      teacher: ends(ofTeacher),
      student: threshold === null ? null : ends(threshold),
      perfectXi: { low: ends(low), high: ends(high) },
    },
    perfectXi: { low: Intervals.middle(low), high: Intervals.middle(high) },
  };
}

function shown(problem: LogisticProblem, fit: Fit): FitSummary {
  return { logitGood: fit.logitGood, logitBad: fit.logitBad, accuracy: accuracy(problem, fit) };
}

function ends({ lower, upper }: Interval): Ends {
  return [lower, upper];
}
