import { type Interval, Intervals } from "../formula/index.ts";
import { encloseTeacher } from "./enclosed-fit.ts";
import { enclosedBox, type SettingBox } from "./enclosed-point.ts";
import { margins } from "./margins.ts";
import { signOf } from "./sign-change.ts";
import { teacherThresholds } from "./thresholds.ts";

/** The thresholds of all settings of a box. */
export interface ThresholdsOnBox {
  /** Holds p_T of each. */
  readonly teacher: Interval;
  /** Holds p_S at ξ = 1 of each; null where it is not proved that each has one above 0. */
  readonly student: Interval | null;
}

/** How finely the flip rates are tried between which all of a box's thresholds lie. */
const FINEST = 2 ** -12;

/**
 * Encloses p_T and p_S(1) of all settings of a box, each by itself: p_T by its closed form, p_S between a flip rate at which
 * the student's z_b is proved to be positive in all settings and one at which it is proved to be negative, as it falls in p.
 */
export function thresholdsOnBox(box: SettingBox): ThresholdsOnBox {
  const setting = enclosedBox(box);
  const sideOf = (rate: number): -1 | 0 | 1 => {
    const p = Intervals.interval(rate);
    return signOf(margins(setting, p, Intervals.interval(1), encloseTeacher(setting, p)).bad);
  };
  const teacher = teacherThresholds(setting);
  if (sideOf(FINEST) !== 1 || sideOf(1 / 2) !== -1) return { teacher, student: null };
  const lower = lastWhere((rate) => sideOf(rate) === 1, FINEST, 1 / 2);
  const upper = -lastWhere((negative) => sideOf(-negative) === -1, -1 / 2, -lower);
  return { teacher, student: { lower, upper } };
}

// By bisection, the last place at which something is seen to hold that does so up to some place.
function lastWhere(holds: (x: number) => boolean, from: number, to: number): number {
  let [held, open] = [from, to];
  while (open - held > FINEST) {
    const middle = (held + open) / 2;
    if (holds(middle)) held = middle;
    else open = middle;
  }
  return held;
}
