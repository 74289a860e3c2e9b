import { enclose, type Interval, Intervals, logisticComplement, logisticSlope } from "../formula/index.ts";
import { type EnclosedSetting, enclosedSetting } from "./enclosed-point.ts";
import { rootOfSteep } from "./enclosed-root.ts";
import { encloseTeacher } from "./enclosed-fit.ts";
import { fitBook } from "./fit-book.ts";
import { margins } from "./margins.ts";
import { logistic } from "./point.ts";
import type { LogisticSetting } from "./problem.ts";
import { increasingRoot } from "./root.ts";
import { flipRateRoots } from "./sign-changes.ts";
import { narrowed, signOf } from "./sign-change.ts";

/*
 * Where the training points' logits change their signs, each in an interval that is proved to hold exactly one root: the
 * signs at the ends are proved in interval arithmetic, and the function is monotonic in between for a reason given here.
 *
 * Write t for targets and e = 1/(λ + (1 − c)σ') > 0. With S = m((1 − p)α_g + pα_b), a fit changes as in `fitBook`.
 *  (1) The teacher's logits fall strictly in p, as α_b < 0 < α_g.
 *  (2) The student's z_g falls strictly in ξ: its rate has the sign of −(1 − c)σ(−z_g)(1 + mcpσ'_b e_b) − cm((1 − p)σ(−z_g)
 *      − pλe_b σ(z_b)), where λe_b ≤ 1 and the teacher's λS = m((1 − p)σ(−z_g) − pσ(z_b)) > 0 for p < ½.
 *  (3) Where the teacher has z_b ≤ 0, so (1 − c)σ(z_b) ≥ cλS, the student's z_b rises strictly in ξ: its rate has the sign of
 *      (1 − c)σ(z_b)(1 + mc(1 − p)σ'_g e_g) + cm(pσ(z_b) − (1 − p)λe_g σ(−z_g)), and λe_g < 1.
 *  (4) Where t_g > t_b, so ξ < ξ_×, and ξ ≥ 0, both of the student's logits fall strictly in p: so do the targets, by (1), and
 *      α_b < α_g. At ξ_× all targets are equal and above ½, as z_g + z_b > 0 for the teacher: so both logits are positive.
 * By (3) the student has z_b > 0 at p ≥ p_T iff ξ > ξ_lo(p), the one root in ξ, and ξ_lo < ξ_×; by (3) and (4), as the quotient
 * of two rates, ξ_lo rises strictly in p. So z_b changes its sign exactly once in p on [p_T, ½] where ξ_lo(½) = ξ_max > ξ.
 * For p < p_T and 0 ≤ ξ ≤ ξ_× it is positive: by (4) it falls in p up to p_T, where it is not negative, or up to where
 * ξ = ξ_×, where it is positive.
 */

const one = Intervals.interval(1);
const half = Intervals.interval(1 / 2);

/**
 * The flip rate p_T below which the teacher is right on every training point, and above which it repeats all flips; a
 * number even where it is negative.
 *
 * It is enclosed through a, the root of λa − σ(−(1 − c)(a + 1/(2λ))), which rises in a (sign change and monotonicity,
 * as one Newton step: divided by λ it rises at least as a does).
 */
export function teacherThreshold(setting: LogisticSetting): Interval {
  return teacherThresholds(enclosedSetting(setting));
}

/** The same for all settings of a box. */
export function teacherThresholds(setting: EnclosedSetting): Interval {
  const { m, c, lambda } = setting;
  const a = coefficientAt(setting, true);
  return enclose(teacherThresholdFormula, { modes: 0, perMode: {}, scalars: { m, c, lambda, a } });
}

const teacherThresholdFormula = fitBook.expand("teacherThreshold");

/**
 * The imitation parameter ξ_max at which the student's bad points have logit 0 at flip rate ½: 1/(2σ(−ζ)) =
 * 1/(2λα), for the root α of λα − σ(−(1 − c)α).
 */
export function largestXi(given: LogisticSetting): Interval {
  const setting = enclosedSetting(given);
  return Intervals.divide(half, Intervals.multiply(setting.lambda, coefficientAt(setting, false)));
}

/** The root a of λa = σ(−(1 − c)a − shift), for a shift of (1 − c)/(2λ) or of 0. */
export function coefficientAt({ given, own, lambda, k }: EnclosedSetting, shifted: boolean): Interval {
  const shift = shifted ? Intervals.multiply(half, k) : Intervals.interval(0);
  const logitAt = (a: Interval): Interval => Intervals.add(Intervals.multiply(own, a), shift);
  const [ownNear, shiftNear] = [Intervals.middle(own), Intervals.middle(shift)];
  const near = increasingRoot(
    (x) => {
      const [down, up] = [logistic(-ownNear * x - shiftNear), logistic(ownNear * x + shiftNear)];
      return { value: x - down / given.lambda, slope: 1 + (ownNear * down * up) / given.lambda };
    },
    0,
    1 / given.lambda,
    logistic(-shiftNear) / given.lambda,
  );
  const { lower, upper } = rootOfSteep(
    {
      at: (a) => {
        const at = Intervals.interval(a);
        return Intervals.subtract(at, Intervals.divide(logisticComplement(logitAt(at)), lambda));
      },
      slope: (a) => Intervals.add(one, Intervals.multiply(k, logisticSlope(logitAt(a)))),
    },
    near,
  );
  return { lower: Math.max(0, lower), upper };
}

/** The student's threshold, in an interval proved to hold one root; null for a reason. */
export type StudentThreshold =
  { readonly threshold: Interval; readonly reason?: never } | { readonly threshold: null; readonly reason: string };

/**
 * p_S(ξ): the student is right on every training point below it (and above p_T at least), and wrong on the bad ones above;
 * null where there is no such flip rate in (0, ½), for a reason.
 *
 * For ξ ≥ 0 it is the one root of the student's z_b in [max(p_T, 0), ½), by the argument above. For ξ < 0 all roots in [0, ½]
 * are isolated, and it is the root where there is just one.
 *
 * @param setting without flip rate.
 * @param xi any finite number; ξ < 0 is slower.
 */
export function studentThreshold(setting: LogisticSetting, xi: number): StudentThreshold {
  if (xi < 0) return thresholdOfNegativeXi(setting, xi);
  const most = largestXi(setting);
  if (xi >= most.upper)
    return none("ξ is at least ξ_max, so the bad points are right at flip rate 1/2, and just below it");
  if (xi >= most.lower) return none("ξ cannot be told from ξ_max");
  const ofTeacher = teacherThreshold(setting);
  if (xi === 0) {
    if (ofTeacher.lower > 0) return { threshold: ofTeacher };
    return none(ofTeacher.upper < 0 ? WRONG_FROM_THE_START : "the teacher's threshold cannot be told from 0");
  }
  const at = badMarginByFlipRate(setting, xi);
  if (ofTeacher.lower <= 0) {
    const start = signOf(at(0));
    if (start < 0) return none(WRONG_FROM_THE_START);
    if (start === 0) return none("the student's logit at bad points cannot be told from 0 at flip rate 0");
  }
  return { threshold: narrowed(at, { lower: Math.max(0, ofTeacher.lower), upper: 1 / 2 }, 1) };
}

const WRONG_FROM_THE_START = "the bad points are wrong from the smallest flip rates on";

function badMarginByFlipRate(given: LogisticSetting, xi: number): (p: number) => Interval {
  const setting = enclosedSetting(given);
  return (rate) => {
    const p = Intervals.interval(rate);
    return margins(setting, p, Intervals.interval(xi), encloseTeacher(setting, p)).bad;
  };
}

function thresholdOfNegativeXi(setting: LogisticSetting, xi: number): StudentThreshold {
  const { roots, undecided } = flipRateRoots(setting, xi, "bad");
  if (undecided.length > 0) return none("the changes of sign for this negative ξ could not all be told apart");
  const [root] = roots;
  if (roots.length === 1 && root!.falling) return { threshold: root!.at };
  if (roots.length > 0) return none(`ξ is negative and the bad points' logit changes its sign ${roots.length} times`);
  return none(signOf(badMarginByFlipRate(setting, xi)(0)) < 0 ? WRONG_FROM_THE_START : "no change of sign");
}

function none(reason: string): StudentThreshold {
  return { threshold: null, reason };
}
