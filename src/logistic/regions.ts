import { type Interval, Intervals } from "../formula/index.ts";
import { encloseTeacher } from "./enclosed-fit.ts";
import { enclosedSetting } from "./enclosed-point.ts";
import { margins } from "./margins.ts";
import type { LogisticSetting } from "./problem.ts";
import { signOf } from "./sign-change.ts";

/** Which training points a fit is right on, and whether a student is right on more than its teacher is. */
export interface Region {
  /** The training points that the teacher is right on. */
  readonly teacher: "all" | "good";
  /** Those that the student is right on. */
  readonly student: "all" | "good" | "bad" | "none";
  /** By accuracy: 1 for all points, 1 − p for the good ones, p for the bad ones, 0 for none. */
  readonly compared: "better" | "equal" | "worse";
}

/** A rectangle of flip rates and imitation parameters. */
export interface Rectangle {
  /** p, within [0, ½]. */
  readonly flipRate: Interval;
  /** The imitation parameter. */
  readonly xi: Interval;
}

/**
 * The region that a whole rectangle is proved to lie in, for 0 < p < ½; null where it is not.
 *
 * @param given without flip rate.
 * @param rectangle of flip rates and imitation parameters.
 */
export function regionOf(given: LogisticSetting, { flipRate: p, xi }: Rectangle): Region | null {
  const setting = enclosedSetting(given);
  const enclosed = encloseTeacher(setting, p);
  const { good, bad } = margins(setting, p, xi, enclosed);
  const [ofTeacher, ofGood, ofBad] = [signOf(enclosed.logitBad), signOf(good), signOf(bad)];
  if (ofTeacher === 0 || ofGood === 0 || ofBad === 0) return null;
  const teacher = ofTeacher > 0 ? "all" : "good";
  const student = ofGood > 0 ? (ofBad > 0 ? "all" : "good") : ofBad > 0 ? "bad" : "none";
  const compared = student === teacher ? "equal" : student === "all" ? "better" : "worse";
  return { teacher, student, compared };
}

/** A rectangle, cut up by region. */
export interface RegionMap {
  /** Rectangles, each with the region that all of it is proved to lie in. */
  readonly settled: readonly (Rectangle & { readonly region: Region })[];
  /** Rectangles that a boundary runs through, or may. */
  readonly undecided: readonly Rectangle[];
}

/**
 * Classifies a rectangle by quartering it.
 *
 * @param setting without flip rate.
 * @param rectangle of flip rates and imitation parameters.
 * @param depth how many times at most: there may be 4^depth pieces.
 */
export function regionMap(setting: LogisticSetting, rectangle: Rectangle, depth: number): RegionMap {
  const region = regionOf(setting, rectangle);
  if (region !== null) return { settled: [{ ...rectangle, region }], undecided: [] };
  if (depth === 0) return { settled: [], undecided: [rectangle] };
  const parts = halves(rectangle.flipRate).flatMap((flipRate) =>
    halves(rectangle.xi).map((xi) => regionMap(setting, { flipRate, xi }, depth - 1)),
  );
  return {
    settled: parts.flatMap(({ settled }) => settled),
    undecided: parts.flatMap(({ undecided }) => undecided),
  };
}

export function halves(whole: Interval): [Interval, Interval] {
  const middle = Intervals.middle(whole);
  return [
    { lower: whole.lower, upper: middle },
    { lower: middle, upper: whole.upper },
  ];
}
