import { type Interval, Intervals } from "../formula/index.ts";
import { encloseFit, encloseTargets, encloseTeacher } from "./enclosed-fit.ts";
import { enclosedSetting } from "./enclosed-point.ts";
import type { LogisticSetting } from "./problem.ts";
import { narrowed, signOf } from "./sign-change.ts";

const one = Intervals.interval(1);

/**
 * The flip rate below which the student of so many rounds with ξ = 1 is right on every training point, or null where it is
 * wrong on bad points from the smallest flip rates on (or cannot be told not to be).
 *
 * In each round z_g > z_b, so the next targets are t_g > t_b and α_b < α_g; they fall strictly in p if the logits did, and
 * then so do the next logits. So z_b has at most one root in p; at ½, where S = 0, it is negative.
 *
 * @param given without flip rate.
 * @param rounds 0 is the teacher.
 */
export function roundsThreshold(given: LogisticSetting, rounds: number): Interval | null {
  const setting = enclosedSetting(given);
  const logitBad = (rate: number): Interval => {
    const p = Intervals.interval(rate);
    let fit = encloseTeacher(setting, p);
    for (let round = 0; round < rounds; round++) fit = encloseFit(setting, p, encloseTargets(fit, one));
    return fit.logitBad;
  };
  return signOf(logitBad(0)) > 0 ? narrowed(logitBad, { lower: 0, upper: 1 / 2 }, 1) : null;
}
