import {
  enclose,
  type Expression,
  type Interval,
  Intervals,
  logisticComplement,
  logisticFunction,
  logisticSlope,
} from "../formula/index.ts";
import { type EnclosedPoint, type EnclosedSetting, encloseLogit, enclosePoint } from "./enclosed-point.ts";
import { rootOfLooseSteep, rootOfSteep, type SteepFunction } from "./enclosed-root.ts";
import { fitBook } from "./fit-book.ts";
import { fitTo } from "./reduction.ts";

/** Intervals that contain a fit's values for every flip rate and every target in the given intervals. */
export interface EnclosedFit {
  readonly common: Interval;
  readonly alphaGood: Interval;
  readonly alphaBad: Interval;
  readonly logitGood: Interval;
  readonly logitBad: Interval;
}

export interface EnclosedTargets {
  readonly shortfallGood: Interval;
  readonly bad: Interval;
}

const zero = Intervals.interval(0);
const one = Intervals.interval(1);
const LABELS: EnclosedTargets = { shortfallGood: zero, bad: zero };

/** The teacher for all flip rates in an interval. Its S falls in p, as α_b < 0 < α_g: so the ends of p are all it takes. */
export function encloseTeacher(setting: EnclosedSetting, p: Interval): EnclosedFit {
  const least = encloseFit(setting, Intervals.interval(p.upper), LABELS);
  if (p.lower === p.upper) return least;
  const most = encloseFit(setting, Intervals.interval(p.lower), LABELS);
  // Logits rise with S, and coefficients fall.
  const falling = (low: Interval, high: Interval): Interval => ({ lower: low.lower, upper: high.upper });
  return {
    common: falling(least.common, most.common),
    logitGood: falling(least.logitGood, most.logitGood),
    logitBad: falling(least.logitBad, most.logitBad),
    alphaGood: falling(most.alphaGood, least.alphaGood),
    alphaBad: falling(most.alphaBad, least.alphaBad),
  };
}

/** The student's targets ξσ(z) + (1 − ξ)·label. */
export function encloseTargets(teacher: EnclosedFit, xi: Interval): EnclosedTargets {
  return {
    shortfallGood: Intervals.multiply(xi, logisticComplement(teacher.logitGood)),
    bad: Intervals.multiply(xi, logisticFunction(teacher.logitBad)),
  };
}

/**
 * The fit to any targets. S is the one root of S − m((1 − p)α_g + pα_b), which rises at least as S does; for given S each α
 * rises with its target. A good point is fitted with its sign changed, as in `fitTo`.
 */
export function encloseFit(setting: EnclosedSetting, p: Interval, targets: EnclosedTargets): EnclosedFit {
  const { given, m, c, lambda } = setting;
  const points = (S: Interval): { good: EnclosedPoint; bad: EnclosedPoint } => {
    const shared = Intervals.multiply(c, S);
    return {
      good: enclosePoint(setting, targets.shortfallGood, Intervals.negate(shared)),
      bad: enclosePoint(setting, targets.bad, shared),
    };
  };
  const f: SteepFunction = {
    at: (S) => {
      const { good, bad } = points(Intervals.interval(S));
      return Intervals.subtract(
        Intervals.interval(S),
        Intervals.multiply(m, mean(p, Intervals.negate(good.coefficient), bad.coefficient)),
      );
    },
    slope: (S) => {
      const shared = Intervals.multiply(c, S);
      const good = encloseLogit(setting, targets.shortfallGood, Intervals.negate(shared));
      const bad = encloseLogit(setting, targets.bad, shared);
      return enclose(stiffness, {
        modes: 0,
        perMode: {},
        scalars: { ...scalarsOf(setting, p), bendGood: logisticSlope(good), bendBad: logisticSlope(bad) },
      });
    },
  };
  const middle = { shortfallGood: Intervals.middle(targets.shortfallGood), bad: Intervals.middle(targets.bad) };
  const near = fitTo({ ...given, flipRate: Intervals.middle(p) }, middle).common;
  const loose = [p, m, c, lambda, targets.shortfallGood, targets.bad].some(isWide);
  const common = loose ? rootOfLooseSteep(f, near) : rootOfSteep(f, near);
  const { good, bad } = points(common);
  return {
    common,
    alphaGood: Intervals.negate(good.coefficient),
    alphaBad: bad.coefficient,
    logitGood: Intervals.negate(good.logit),
    logitBad: bad.logit,
  };
}

const stiffness = fitBook.expand("stiffness");

/** (1 − p)g + pb, for all p and all values: least and most are at ends of p. */
function mean(p: Interval, good: Interval, bad: Interval): Interval {
  const at = (rate: number): Interval =>
    Intervals.add(
      Intervals.multiply(Intervals.subtract(one, Intervals.interval(rate)), good),
      Intervals.multiply(Intervals.interval(rate), bad),
    );
  return p.lower === p.upper ? at(p.lower) : Intervals.hull([at(p.lower), at(p.upper)]);
}

export function scalarsOf({ m, c, lambda }: EnclosedSetting, p: Interval): Readonly<Record<string, Interval>> {
  return { m, c, lambda, p };
}

/** The rates of both logits, for a fit and the rates at which its targets and the flip rate change. */
export function encloseRates(
  setting: EnclosedSetting,
  p: Interval,
  fit: EnclosedFit,
  rates: { readonly pushGood: Interval; readonly pushBad: Interval; readonly flipping: Interval },
): { readonly logitGood: Interval; readonly logitBad: Interval } {
  const { alphaGood, alphaBad } = fit;
  const bends = { bendGood: logisticSlope(fit.logitGood), bendBad: logisticSlope(fit.logitBad) };
  const scalars = { ...scalarsOf(setting, p), alphaGood, alphaBad, ...bends, ...rates };
  const of = (expression: Expression): Interval => enclose(expression, { modes: 0, perMode: {}, scalars });
  return { logitGood: of(rateExpressions.good), logitBad: of(rateExpressions.bad) };
}

const rateExpressions = { good: fitBook.expand("logitGoodRate"), bad: fitBook.expand("logitBadRate") };

// Wider than what rounding leaves: then both ends are looked for, each on its own.
function isWide({ lower, upper }: Interval): boolean {
  return upper - lower > 2 ** -40 * Math.max(Math.abs(lower), Math.abs(upper));
}
