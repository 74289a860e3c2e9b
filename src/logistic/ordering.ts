import { type Interval, Intervals } from "../formula/index.ts";
import { encloseTeacher } from "./enclosed-fit.ts";
import { type EnclosedSetting, enclosedBox, type SettingBox } from "./enclosed-point.ts";
import { margins } from "./margins.ts";
import { halves } from "./regions.ts";
import { teacherThresholds } from "./thresholds.ts";

/** What is proved of a box of settings: p_S(1) > p_T + gap wherever p_T ≥ 0. */
export interface Ordering {
  /** Boxes where it is proved. */
  readonly proved: number;
  /** Boxes where p_T < 0 throughout, so that nothing is said. */
  readonly empty: number;
  /** Boxes where neither was shown. */
  readonly undecided: readonly SettingBox[];
}

const MOST_BOXES = 512;

/**
 * Proves p_S(1) > p_T + gap on a box of settings, wherever p_T ≥ 0, by subdivision.
 *
 * The student's z_b falls strictly in p, so that says z_b > 0 at p_T + gap: its sign is enclosed over all of the box.
 *
 * @param gap > 0.
 */
export function certifyOrdering(box: SettingBox, gap: number): Ordering {
  let [proved, empty, used] = [0, 0, 0];
  const undecided: SettingBox[] = [];
  const open = [box];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    used++;
    const setting = enclosedBox(part);
    const threshold = teacherThresholds(setting);
    if (threshold.upper < 0) empty++;
    else if (positiveBeyond(setting, threshold, gap)) proved++;
    else if (used + open.length < MOST_BOXES) open.push(...parted(part));
    else undecided.push(part);
  }
  return { proved, empty, undecided };
}

function positiveBeyond(setting: EnclosedSetting, threshold: Interval, gap: number): boolean {
  const beyond = Intervals.add(threshold, Intervals.interval(gap));
  if (!(beyond.upper <= 1 / 2)) return false;
  const p = { lower: Math.max(0, beyond.lower), upper: beyond.upper };
  return margins(setting, p, Intervals.interval(1), encloseTeacher(setting, p)).bad.lower > 0;
}

// In halves along the side that is widest for its size.
function parted(box: SettingBox): SettingBox[] {
  const names = ["classSize", "similarity", "lambda"] as const;
  const width = (name: (typeof names)[number]): number => box[name].upper / box[name].lower;
  const widest = names.toSorted((one, other) => width(other) - width(one))[0]!;
  return halves(box[widest]).map((half) => ({ ...box, [widest]: half }));
}
