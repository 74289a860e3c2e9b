import { fitPoint, logistic, type PointFit } from "./point.ts";
import type { LogisticProblem } from "./problem.ts";
import { increasingRoot } from "./root.ts";

/** A fit's two values per class, for class 1: its good points have label 1, its bad ones were flipped to 0. */
export interface Fit {
  /** α_g, the coefficient of a good point. */
  readonly alphaGood: number;
  /** α_b, the coefficient of a bad point. */
  readonly alphaBad: number;
  /** S = m((1 − p)α_g + pα_b). */
  readonly common: number;
  /** z_g, the logit of class 1 at a good point. */
  readonly logitGood: number;
  /** z_b, at a bad point. For p = 0, where no point is bad: the logit that a flipped one would have. */
  readonly logitBad: number;
  /** c·S, the logit of a new point of the class. */
  readonly logitFresh: number;
}

/** Targets; that of a good point by its shortfall, 1 minus the target, so that targets near 1 lose no digits. */
export interface Targets {
  /** 1 − t_g, for good points. */
  readonly shortfallGood: number;
  /** t_b, for bad points. */
  readonly bad: number;
}

const LABELS: Targets = { shortfallGood: 0, bad: 0 };

/** The teacher: targets are the labels. */
export function teacherFit(problem: LogisticProblem): Fit {
  return fitTo(problem, LABELS);
}

/**
 * The student of a fit, the teacher's or another student's: targets ξσ(z) + (1 − ξ)·label.
 *
 * @param problem with its flip rate.
 * @param xi any number.
 * @param teacher whom it imitates; by default the fit to the labels.
 */
export function studentFit(problem: LogisticProblem, xi: number, teacher: Fit = teacherFit(problem)): Fit {
  return fitTo(problem, studentTargets(teacher, xi), teacher);
}

/**
 * The targets of a student that imitates these logits with weight ξ.
 *
 * @param fit whom the student imitates.
 * @param xi any number.
 */
export function studentTargets({ logitGood, logitBad }: Pick<Fit, "logitGood" | "logitBad">, xi: number): Targets {
  return { shortfallGood: xi * logistic(-logitGood), bad: xi * logistic(logitBad) };
}

/**
 * The teacher and the students of 1, 2, …, `rounds` rounds with ξ = 1, each the teacher of the next. Each round shrinks the
 * logits; where they come below rounding, as after a few rounds with a large λ, their signs are lost.
 *
 * @param problem with its flip rate.
 * @param rounds 0 or more.
 */
export function distillationRounds(problem: LogisticProblem, rounds: number): Fit[] {
  const fits = [teacherFit(problem)];
  for (let round = 0; round < rounds; round++) fits.push(studentFit(problem, 1, fits.at(-1)));
  return fits;
}

/**
 * The fraction of training points that are classified right, against the true labels. A logit of exactly 0 predicts
 * neither class and counts as wrong.
 *
 * @param problem with its flip rate.
 * @param fit a teacher or student of that problem.
 * @example
 * ```ts
 * import { logistic } from "sd-theorems";
 *
 * const setting = logistic.logisticSetting({ classSize: 20, similarity: 0.1, lambda: 1 });
 * console.log(logistic.teacherThreshold(setting).lower.toFixed(6)); // 0.118943
 * console.log(logistic.studentThreshold(setting, 1).threshold?.lower.toFixed(6)); // 0.381532
 *
 * const problem = logistic.logisticProblem({ ...setting, flipRate: 0.3 });
 * console.log(logistic.accuracy(problem, logistic.teacherFit(problem))); // 0.7
 * console.log(logistic.accuracy(problem, logistic.studentFit(problem, 1))); // 1
 * const { low, high } = logistic.perfectXi(problem);
 * console.log(low.upper.toFixed(6), high.lower.toFixed(6)); // 0.793666 1.472984
 * ```
 */
export function accuracy({ flipRate }: LogisticProblem, { logitGood, logitBad }: Fit): number {
  if (logitGood > 0) return logitBad > 0 ? 1 : 1 - flipRate;
  return logitBad > 0 ? flipRate : 0;
}

/**
 * The fit to any targets, to rounding: λα = target − σ(z) for both kinds of points, with z = (1 − c)α + cS and
 * S = m((1 − p)α_g + pα_b). A logit z of a teacher or student is off by at most 2⁻⁴⁶ times
 * max(1, |z|) max(1, |ξ|) + cm((1 − p)|α_g| + p|α_b|), the terms that S cancels, and by far less for large λ.
 *
 * Both α fall in S, so S − m((1 − p)α_g + pα_b) rises at least as S does and has one root. A good point is fitted with
 * its sign changed, α → −α, z → −z and the target 1 − t_g, so that σ(−z_g) and not 1 − σ(z_g) is what is computed.
 *
 * @param problem with its flip rate.
 * @param targets any numbers.
 * @param near a fit that is thought to be near: a start.
 */
export function fitTo(problem: LogisticProblem, { shortfallGood, bad }: Targets, near?: Pick<Fit, "common">): Fit {
  const { classSize: m, similarity: c, lambda, flipRate: p } = problem;
  let [good, flipped]: (PointFit | undefined)[] = [];
  const points = (S: number): [PointFit, PointFit] => {
    good = fitPoint(problem, shortfallGood, -c * S, good?.logit);
    flipped = fitPoint(problem, bad, c * S, flipped?.logit);
    return [good, flipped];
  };
  // λα_g is from −shortfallGood to 1 − shortfallGood, and λα_b from bad − 1 to bad.
  const [fromGood, fromBad] = [(m / lambda) * (1 - p), (m / lambda) * p];
  const common = increasingRoot(
    (S) => {
      const [g, b] = points(S);
      return {
        value: S - m * (p * b.coefficient - (1 - p) * g.coefficient),
        slope: 1 + m * c * ((1 - p) * g.yielding + p * b.yielding),
      };
    },
    fromBad * (bad - 1) - fromGood * shortfallGood,
    fromBad * bad + fromGood * (1 - shortfallGood),
    near?.common ?? 0,
  );
  const [g, b] = points(common);
  return {
    alphaGood: -g.coefficient,
    alphaBad: b.coefficient,
    common,
    logitGood: -g.logit,
    logitBad: b.logit,
    logitFresh: c * common,
  };
}
