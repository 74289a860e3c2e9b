import { type Interval, Intervals, logisticFunction, logisticSlope } from "../formula/index.ts";
import { rootOfSteep } from "./enclosed-root.ts";
import { fitPoint } from "./point.ts";
import type { LogisticSetting } from "./problem.ts";

/** A setting's numbers and what is made of them, in intervals. */
export interface EnclosedSetting {
  /** Where numbers near the roots are looked for. */
  readonly given: LogisticSetting;
  readonly m: Interval;
  readonly c: Interval;
  readonly lambda: Interval;
  /** 1 − c. */
  readonly own: Interval;
  /** (1 − c)/λ. */
  readonly k: Interval;
}

/** One setting, or all settings of a box; the class sizes of a box are all real numbers from one to another. */
export type SettingBox = { readonly [Name in keyof LogisticSetting]: Interval };

export function enclosedSetting({ classSize, similarity, lambda }: LogisticSetting): EnclosedSetting {
  return enclosedBox({
    classSize: Intervals.interval(classSize),
    similarity: Intervals.interval(similarity),
    lambda: Intervals.interval(lambda),
  });
}

export function enclosedBox({ classSize: m, similarity: c, lambda }: SettingBox): EnclosedSetting {
  const own = Intervals.subtract(Intervals.interval(1), c);
  const given = {
    classSize: Intervals.middle(m),
    similarity: Intervals.middle(c),
    lambda: Intervals.middle(lambda),
  };
  return { given, m, c, lambda, own, k: Intervals.divide(own, lambda) };
}

/** One point's logit and coefficient, for every target and everything shared in intervals. */
export interface EnclosedPoint {
  readonly logit: Interval;
  readonly coefficient: Interval;
}

/**
 * The point with λα = target − σ(z), z = (1 − c)α + shared: z rises with both, and α rises with the target and falls with
 * what is shared, so corners are all it takes.
 */
export function enclosePoint(setting: EnclosedSetting, target: Interval, shared: Interval): EnclosedPoint {
  if (isSharp(target) && isSharp(shared)) return corner(setting, target, shared);
  const at = (one: number, other: number): EnclosedPoint =>
    corner(setting, Intervals.interval(one), Intervals.interval(other));
  return {
    logit: {
      lower: at(target.lower, shared.lower).logit.lower,
      upper: at(target.upper, shared.upper).logit.upper,
    },
    coefficient: {
      lower: at(target.lower, shared.upper).coefficient.lower,
      upper: at(target.upper, shared.lower).coefficient.upper,
    },
  };
}

/** Its logit alone. */
export function encloseLogit(setting: EnclosedSetting, target: Interval, shared: Interval): Interval {
  const at = (one: number, other: number): Interval =>
    logitAt(setting, Intervals.interval(one), Intervals.interval(other));
  return { lower: at(target.lower, shared.lower).lower, upper: at(target.upper, shared.upper).upper };
}

// α follows from either equation, and is in both intervals.
function corner(setting: EnclosedSetting, target: Interval, shared: Interval): EnclosedPoint {
  const logit = logitAt(setting, target, shared);
  const one = Intervals.divide(Intervals.subtract(target, logisticFunction(logit)), setting.lambda);
  const other = Intervals.divide(Intervals.subtract(logit, shared), setting.own);
  return {
    logit,
    coefficient: { lower: Math.max(one.lower, other.lower), upper: Math.min(one.upper, other.upper) },
  };
}

// The root of z + kσ(z) − (k·target + shared), whose slope is 1 + kσ'(z). The target is kept beside σ(z): near 1 they cancel.
function logitAt(setting: EnclosedSetting, target: Interval, shared: Interval): Interval {
  const { given, k } = setting;
  const near = fitPoint(given, Intervals.middle(target), Intervals.middle(shared)).logit;
  return rootOfSteep(
    {
      at: (z) => {
        const missing = Intervals.multiply(k, Intervals.subtract(logisticFunction(Intervals.interval(z)), target));
        return Intervals.add(Intervals.subtract(Intervals.interval(z), shared), missing);
      },
      slope: (z) => Intervals.add(Intervals.interval(1), Intervals.multiply(k, logisticSlope(z))),
    },
    near,
  );
}

// As narrow as rounding makes it, so that one Newton step is as good as two corners.
function isSharp({ lower, upper }: Interval): boolean {
  return upper - lower <= 2 ** -46 * Math.max(Math.abs(lower), Math.abs(upper));
}
