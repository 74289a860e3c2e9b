import { type Interval, Intervals } from "../formula/index.ts";
import { enclosedSetting } from "./enclosed-point.ts";
import { encloseTeacher } from "./enclosed-fit.ts";
import { margins, ratesByFlipRate, ratesByXi } from "./margins.ts";
import type { LogisticSetting } from "./problem.ts";
import { narrowed, signOf } from "./sign-change.ts";

/** A root in an interval that holds no other, and whether the function falls there. */
export interface SignChange {
  /** The interval. */
  readonly at: Interval;
  /** Whether the logit is positive before the root. */
  readonly falling: boolean;
}

/** All changes of sign over a range. */
export interface SignChanges {
  /** From left to right. */
  readonly roots: readonly SignChange[];
  /** Where the subdivision was given up: a root there would be double, or nearly so. Elsewhere there is no other root. */
  readonly undecided: readonly Interval[];
}

/** A function in intervals, and its slope (or any interval with the slope's sign). */
export interface Enclosed {
  readonly value: (over: Interval) => Interval;
  readonly slope: (over: Interval) => Interval;
}

/** A piece is given up where it is below this part of the range. */
const DEEPEST = 2 ** -24;

/**
 * All roots of a function over a range, by branch and prune: a piece is done where the function has a sign all over it, or
 * where its slope does, and so it has one root if the signs at the ends differ and none if they agree. Other pieces are
 * halved. A piece without a proved sign at an end (a root at the end, up to rounding) is moved on a little.
 */
export function signChanges({ value, slope }: Enclosed, range: Interval): SignChanges {
  const roots: SignChange[] = [];
  const undecided: Interval[] = [];
  const least = (range.upper - range.lower) * DEEPEST;
  const at = (x: number): Interval => value(Intervals.interval(x));
  const pieces = [range];
  for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
    if (signOf(value(piece)) !== 0) continue;
    const sides = [signOf(at(piece.lower)), signOf(at(piece.upper))] as const;
    const told = sides[0] !== 0 && sides[1] !== 0;
    const direction = told ? signOf(slope(piece)) : 0;
    if (told && direction !== 0) {
      if (sides[0] !== sides[1]) roots.push({ at: narrowed(at, piece, sides[0]), falling: direction < 0 });
    } else if (piece.upper - piece.lower <= least) undecided.push(piece);
    else {
      const middle = placeBetween(piece, at);
      pieces.push({ lower: middle, upper: piece.upper }, { lower: piece.lower, upper: middle });
    }
  }
  return { roots, undecided };
}

// Near the middle, where the sign can be told if it can be anywhere nearby.
function placeBetween({ lower, upper }: Interval, at: (x: number) => Interval): number {
  for (const part of [0.5, 0.46, 0.55]) {
    const x = lower + (upper - lower) * part;
    if (signOf(at(x)) !== 0) return x;
  }
  return lower + (upper - lower) / 2;
}

/** A point whose label was kept, or flipped. */
export type PointKind = "good" | "bad";
const rateOf = { good: "logitGood", bad: "logitBad" } as const;

/**
 * All sign changes of one of the student's logits over a range of flip rates, in [0, ½].
 *
 * @param given without flip rate.
 * @param xi of the student.
 * @param of the points whose logit it is.
 * @param range of flip rates; [0, ½] by default.
 */
export function flipRateRoots(
  given: LogisticSetting,
  xi: number,
  of: PointKind,
  range: Interval = { lower: 0, upper: 1 / 2 },
): SignChanges {
  const setting = enclosedSetting(given);
  const student = Intervals.interval(xi);
  const value = (p: Interval): Interval => margins(setting, p, student, encloseTeacher(setting, p))[of];
  const slope = (p: Interval): Interval => ratesByFlipRate(setting, p, student, encloseTeacher(setting, p))[rateOf[of]];
  return signChanges({ value, slope }, range);
}

/**
 * All sign changes of one of the student's logits over a range of imitation parameters.
 *
 * @param given without flip rate.
 * @param flipRate p, from 0 to ½.
 * @param of the points whose logit it is.
 * @param range of imitation parameters.
 */
export function xiRoots(given: LogisticSetting, flipRate: number, of: PointKind, range: Interval): SignChanges {
  const setting = enclosedSetting(given);
  const p = Intervals.interval(flipRate);
  const teacher = encloseTeacher(setting, p);
  return signChanges(
    {
      value: (xi) => margins(setting, p, xi, teacher)[of],
      slope: (xi) => ratesByXi(setting, p, xi, teacher)[rateOf[of]],
    },
    range,
  );
}
