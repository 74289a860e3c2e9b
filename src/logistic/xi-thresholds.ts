import { enclose, type Interval, Intervals, logisticComplement, logisticFunction } from "../formula/index.ts";
import { type EnclosedFit, encloseTeacher } from "./enclosed-fit.ts";
import { enclosedSetting } from "./enclosed-point.ts";
import { fitBook } from "./fit-book.ts";
import { type Margins, margins } from "./margins.ts";
import type { LogisticProblem } from "./problem.ts";
import { narrowed, signOf } from "./sign-change.ts";
import { teacherThreshold } from "./thresholds.ts";

/** The imitation parameters ξ ≥ 0 whose student is right on every training point: low < ξ < high, with 0 where low is 0. */
export interface PerfectXi {
  /** ξ_lo; 0 where the teacher itself is right on every point, that is for p = 0 or p < p_T. */
  readonly low: Interval;
  /** ξ_×, where all targets are equal. */
  readonly equal: Interval;
  /** ξ_hi. */
  readonly high: Interval;
}

const nothing = Intervals.interval(0);
const equalXi = fitBook.expand("equalXi");

/**
 * Both ends, each in an interval with exactly one root: ξ_lo is the one change of sign of z_b in ξ for p ≥ p_T, and ξ_hi that
 * of z_g; the two logits are monotonic in ξ by (3) and (2) of "thresholds.ts", and at ξ_× between them both are positive.
 *
 * @param problem with its flip rate.
 */
export function perfectXi(problem: LogisticProblem): PerfectXi {
  const setting = enclosedSetting(problem);
  const p = Intervals.interval(problem.flipRate);
  const teacher = encloseTeacher(setting, p);
  const equal = equalising(teacher);
  const at = (xi: number): Margins => margins(setting, p, Intervals.interval(xi), teacher);
  const low = lowEnd(problem, (xi) => at(xi).bad, equal);
  const high = highEnd((xi) => at(xi).good, equal);
  return { low, equal, high };
}

function equalising({ logitGood, logitBad }: EnclosedFit): Interval {
  const scalars = { shortfallGood: logisticComplement(logitGood), sigmaBad: logisticFunction(logitBad) };
  return enclose(equalXi, { modes: 0, perMode: {}, scalars });
}

// Where p cannot be told from p_T, ξ_lo is 0 or next to it: the lower end 0 is not questioned.
function lowEnd(problem: LogisticProblem, at: (xi: number) => Interval, equal: Interval): Interval {
  const { flipRate } = problem;
  if (flipRate === 0 || flipRate < teacherThreshold(problem).lower) return nothing;
  return narrowed(at, { lower: 0, upper: equal.upper }, -1);
}

// z_g falls without bound in ξ, so doubling ends.
function highEnd(at: (xi: number) => Interval, equal: Interval): Interval {
  let beyond = 2 * equal.upper;
  while (signOf(at(beyond)) >= 0) beyond *= 2;
  return narrowed(at, { lower: equal.lower, upper: beyond }, 1);
}
