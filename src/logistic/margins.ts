import {
  enclose,
  type Expression,
  type Interval,
  Intervals,
  logisticComplement,
  logisticFunction,
  logisticSlope,
} from "../formula/index.ts";
import { type EnclosedFit, encloseFit, encloseRates, encloseTargets, scalarsOf } from "./enclosed-fit.ts";
import { encloseLogit, type EnclosedSetting } from "./enclosed-point.ts";
import { marginBook } from "./margin-book.ts";

const one = Intervals.interval(1);
const zero = Intervals.interval(0);

/** Numbers with the signs of a student's two logits. */
export interface Margins {
  readonly good: Interval;
  readonly bad: Interval;
}

/**
 * Intervals that contain, for every p and ξ in intervals, numbers with the signs of the student's z_g and z_b, for which one
 * scalar root is enough.
 *
 * The student has z_b = 0 where λα_b = ξσ_b − ½ and cS = −(1 − c)α_b, for σ_b = σ(z_b) and σ_g' = σ(−z_g) of the teacher. For
 * that S, what m((1 − p)α_g + pα_b) exceeds S by is positive iff the student's own S is larger, as S − m((1 − p)α_g + pα_b)
 * rises with S, and so iff its z_b > 0. There −z_g is the root y of y + kσ(y) = k(ξ(σ_g' + σ_b) − ½). The terms in ξ cancel,
 * up to one: by the teacher's equations m((1 − p)σ_g' − pσ_b) = λS and cS = z_b + kσ_b for the teacher's S and z_b, so the
 * excess, times cλ, is cm((1 − p)σ(y) − p/2) − (1 − c)/2 − λξz_b. Likewise for z_g, where z_b is the same y.
 */
export function margins(setting: EnclosedSetting, p: Interval, xi: Interval, teacher: EnclosedFit): Margins {
  const even = {
    shortfallGood: logisticComplement(teacher.logitGood),
    sigmaBad: logisticFunction(teacher.logitBad),
    xi,
  };
  const target = read(expressions.target, even);
  const scalars = {
    ...scalarsOf(setting, p),
    xi,
    sigmaEven: logisticFunction(encloseLogit(setting, target, zero)),
    teacherLogitGood: teacher.logitGood,
    teacherLogitBad: teacher.logitBad,
  };
  return { good: read(expressions.good, scalars), bad: read(expressions.bad, scalars) };
}

const expressions = {
  target: marginBook.expand("evenTarget"),
  good: marginBook.expand("goodMargin"),
  bad: marginBook.expand("badMargin"),
};

function read(expression: Expression, scalars: Readonly<Record<string, Interval>>): Interval {
  return enclose(expression, { modes: 0, perMode: {}, scalars });
}

/** How fast the student's logits change with p, for every p and ξ in intervals. */
export function ratesByFlipRate(
  setting: EnclosedSetting,
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
  setting: EnclosedSetting,
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
