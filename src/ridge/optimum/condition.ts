import { enclose, Fractions, type Interval, Intervals, type Real, Reals } from "../../formula/index.ts";
import type { EnclosedProblem } from "../problem/enclosed-problem.ts";
import { formulaFor } from "./counted.ts";
import { pointOf } from "./known-point.ts";
import { boxOf } from "./modes.ts";
import { type Candidate, lambdas } from "./stationary.ts";

const condition = formulaFor("condition");

/** S at the best λ found, and a range that holds S at every λ that may be the best. */
export interface ConditionAt {
  readonly value: number;
  readonly range: Interval;
}

export function conditionAt(problem: EnclosedProblem, lambda: number, places: readonly Candidate[]): ConditionAt {
  const ranges = [Intervals.interval(lambda), ...places.map(lambdas)].map((at) => conditionOver(problem, at));
  return { value: Intervals.middle(ranges[0]!), range: Intervals.hull(ranges) };
}

// For λ in an interval; with more digits where s_j or θ_j² agree to so many that those of intervals do not tell.
function conditionOver(problem: EnclosedProblem, lambda: Interval): Interval {
  const formula = condition(problem.groups);
  const box = boxOf(problem);
  const range = enclose(formula, { ...box, scalars: { ...box.scalars, lambda } });
  if (range.lower > 0 || range.upper < 0 || range.lower === range.upper || lambda.upper === Infinity) return range;
  const point = pointOf(problem);
  return Reals.inInterval(
    Reals.evaluateReal(formula, { ...point, scalars: { ...point.scalars, lambda: realOver(lambda) } }),
  );
}

function realOver({ lower, upper }: Interval): Real {
  const [one, other] = [Fractions.fromNumber(lower), Fractions.fromNumber(upper)];
  if (lower === upper) return Reals.real(one);
  // Powers of two.
  const denominator = one.denominator > other.denominator ? one.denominator : other.denominator;
  const [least, most] = [one, other].map((end) => end.numerator * (denominator / end.denominator));
  return Reals.realBetween(least!, most!, 1 - denominator.toString(2).length);
}
