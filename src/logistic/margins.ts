import { type Interval, Intervals, logisticComplement, logisticFunction, logisticSlope } from "../formula/index.ts";
import { type EnclosedFit, type EnclosedTargets, encloseFit, encloseRates, encloseTargets, mean } from "./enclosed-fit.ts";
import { enclosedSetting, enclosePoint } from "./enclosed-point.ts";
import type { LogisticSetting } from "./problem.ts";

const one = Intervals.interval(1);
const zero = Intervals.interval(0);
const half = Intervals.interval(1 / 2);

/** Numbers with the signs of a student's two logits. */
export interface Margins {
  readonly good: Interval;
  readonly bad: Interval;
}

/**
 * Intervals that contain, for every p and ξ in intervals, numbers with the signs of z_g and z_b.
 *
 * The student has z_b = 0 where λα_b = t_b − ½ and cS = −(1 − c)α_b. For that S, what m((1 − p)α_g + pα_b) exceeds S by is
 * positive iff the student's own S is larger, as S − m((1 − p)α_g + pα_b) rises with S, and so iff its z_b > 0. One scalar
 * root is all that takes. Likewise for z_g.
 */
export function margins(setting: LogisticSetting, p: Interval, xi: Interval, teacher: EnclosedFit): Margins {
  const targets = encloseTargets(teacher, xi);
  return { good: goodMargin(setting, p, targets), bad: badMargin(setting, p, targets) };
}

export function badMargin(given: LogisticSetting, p: Interval, { lackGood, bad }: EnclosedTargets): Interval {
  const setting = enclosedSetting(given);
  const alphaBad = Intervals.divide(Intervals.subtract(bad, half), setting.lambda);
  const shared = Intervals.negate(Intervals.multiply(setting.own, alphaBad));
  const alphaGood = Intervals.negate(enclosePoint(setting, lackGood, Intervals.negate(shared)).coefficient);
  return Intervals.subtract(
    Intervals.multiply(setting.m, mean(p, alphaGood, alphaBad)),
    Intervals.divide(shared, setting.c),
  );
}

export function goodMargin(given: LogisticSetting, p: Interval, { lackGood, bad }: EnclosedTargets): Interval {
  const setting = enclosedSetting(given);
  const alphaGood = Intervals.divide(Intervals.subtract(half, lackGood), setting.lambda);
  const shared = Intervals.negate(Intervals.multiply(setting.own, alphaGood));
  const alphaBad = enclosePoint(setting, bad, shared).coefficient;
  return Intervals.subtract(
    Intervals.multiply(setting.m, mean(p, alphaGood, alphaBad)),
    Intervals.divide(shared, setting.c),
  );
}

/** How fast the student's logits change with p, for every p and ξ in intervals. */
export function ratesByFlipRate(
  setting: LogisticSetting,
  p: Interval,
  xi: Interval,
  teacher: EnclosedFit,
): ReturnType<typeof encloseRates> {
  const ofTeacher = encloseRates(setting, p, teacher, { pushGood: zero, pushBad: zero, flipping: one });
  const student = encloseFit(setting, p, encloseTargets(teacher, xi));
  const push = (logit: Interval, rate: Interval): Interval =>
    Intervals.multiply(xi, Intervals.multiply(logisticSlope(logit), rate));
  return encloseRates(setting, p, student, {
    pushGood: push(teacher.logitGood, ofTeacher.logitGood),
    pushBad: push(teacher.logitBad, ofTeacher.logitBad),
    flipping: one,
  });
}

/** How fast they change with ξ: targets do at −σ(−z_g) and σ(z_b) of the teacher. */
export function ratesByXi(
  setting: LogisticSetting,
  p: Interval,
  xi: Interval,
  teacher: EnclosedFit,
): ReturnType<typeof encloseRates> {
  const student = encloseFit(setting, p, encloseTargets(teacher, xi));
  return encloseRates(setting, p, student, {
    pushGood: Intervals.negate(logisticComplement(teacher.logitGood)),
    pushBad: logisticFunction(teacher.logitBad),
    flipping: zero,
  });
}
