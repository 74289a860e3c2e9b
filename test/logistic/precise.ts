import type { Interval } from "../../src/formula/index.ts";
import { type Fit, studentFit, teacherFit } from "../../src/logistic/reduction.ts";
import type { LogisticProblem } from "../../src/logistic/problem.ts";
import { type Big, bigExponential, bigNumber } from "../big-numbers.ts";

/*
 * The two-value equations in 80 decimal digits: Newton's method on both at once, from any start. The equations have one
 * solution, so where they are fulfilled to 60 digits it does not matter how that was found.
 */

const ONE = bigNumber(1);

/** σ in 80 digits. */
export function bigLogistic(x: Big): Big {
  return ONE.div(ONE.plus(bigExponential(x.neg())));
}

export interface BigFit {
  readonly logitGood: Big;
  readonly logitBad: Big;
  readonly common: Big;
}

/** Coefficients, with everything that the equations say of them. */
type BigState = Readonly<Record<"a" | "b" | "shared" | "zg" | "zb" | "sg" | "sb" | "eg" | "eb" | "residual", Big>>;

const MOST_STEPS = 300;

/** The fit to targets 1 − shortfallGood and bad. @throws Error where the equations are not fulfilled to 60 digits. */
export function bigFit(problem: LogisticProblem, shortfallGood: Big, bad: Big, start: Fit): BigFit {
  const { classSize, similarity, lambda, flipRate } = problem;
  const [m, c, l, p] = [bigNumber(classSize), bigNumber(similarity), bigNumber(lambda), bigNumber(flipRate)];
  const [own, good, flipped] = [ONE.minus(c), m.times(ONE.minus(p)).times(c), m.times(p).times(c)];
  const at = (a: Big, b: Big): BigState => {
    const shared = good.times(a).plus(flipped.times(b));
    const [zg, zb] = [own.times(a).plus(shared), own.times(b).plus(shared)];
    const [sg, sb] = [bigLogistic(zg.neg()), bigLogistic(zb)];
    const [eg, eb] = [l.times(a).minus(sg).plus(shortfallGood), l.times(b).minus(bad).plus(sb)];
    return { a, b, shared, zg, zb, sg, sb, eg, eb, residual: eg.abs().plus(eb.abs()) };
  };
  let now = at(bigNumber(start.alphaGood), bigNumber(start.alphaBad));
  for (let step = 0; step < MOST_STEPS; step++) {
    const { a, b, sg, sb, eg, eb } = now;
    const size = l.times(a.abs().plus(b.abs())).plus(sg).plus(sb);
    if (now.residual.lessThan(size.times("1e-60"))) {
      return { logitGood: now.zg, logitBad: now.zb, common: now.shared.div(c) };
    }
    const [dg, db] = [sg.times(ONE.minus(sg)), sb.times(ONE.minus(sb))];
    const [gg, gb] = [l.plus(dg.times(own.plus(good))), dg.times(flipped)];
    const [bg, bb] = [db.times(good), l.plus(db.times(own.plus(flipped)))];
    const determinant = gg.times(bb).minus(gb.times(bg));
    const stepA = bb.times(eg).minus(gb.times(eb)).div(determinant);
    const stepB = gg.times(eb).minus(bg.times(eg)).div(determinant);
    // Where σ is steep a whole step may overshoot: it is halved until the equations are better fulfilled.
    let part = ONE;
    let next = at(a.minus(stepA), b.minus(stepB));
    while (!next.residual.lessThan(now.residual) && part.greaterThan("1e-30")) {
      part = part.div(2);
      next = at(a.minus(stepA.times(part)), b.minus(stepB.times(part)));
    }
    now = next;
  }
  throw new Error("the equations are not fulfilled to 60 digits");
}

/** Teacher and student in 80 digits. */
export function bigFits(problem: LogisticProblem, xi: number): { readonly teacher: BigFit; readonly student: BigFit } {
  const first = teacherFit(problem);
  const teacher = bigFit(problem, bigNumber(0), bigNumber(0), first);
  const x = bigNumber(xi);
  const [shortfallGood, bad] = [x.times(bigLogistic(teacher.logitGood.neg())), x.times(bigLogistic(teacher.logitBad))];
  return { teacher, student: bigFit(problem, shortfallGood, bad, studentFit(problem, xi, first)) };
}

/** True where an interval holds a number that was computed in 60 digits. */
export function holds({ lower, upper }: Interval, value: Big): boolean {
  const slack = value.abs().times("1e-50");
  return (
    value.plus(slack).greaterThanOrEqualTo(bigNumber(lower)) && value.minus(slack).lessThanOrEqualTo(bigNumber(upper))
  );
}
