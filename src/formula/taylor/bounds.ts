import { above, below, type Interval } from "../interval/interval.ts";
import { add, model, multiply, norm, roundedUp, type TaylorModel, variable, widen } from "./model.ts";

/** An interval that contains f(z) for all |z| ≤ 1. */
export function range({ coefficients, error }: TaylorModel): Interval {
  const centre = coefficients[0]!;
  const spread = roundedUp(norm(model(coefficients.slice(1))) + error);
  return { lower: below(centre - spread), upper: above(centre + spread) };
}

/** A bound on |f| where |z| ≤ 1. */
export function bound(of: TaylorModel): number {
  return roundedUp(norm(of) + of.error);
}

/** An interval that contains f(z), |z| ≤ 1. Horner's scheme rounds twice a step, each time by a part of Σ_k |c_k|. */
export function valueAt(of: TaylorModel, z: number): Interval {
  const { coefficients, error } = of;
  const value = coefficients.reduceRight((sum, c) => sum * z + c, 0);
  const rounding = coefficients.length * Number.EPSILON * norm(of);
  const spread = roundedUp(rounding + error);
  return { lower: below(value - spread), upper: above(value + spread) };
}

/** The same function on a smaller interval, as one of z with |z| ≤ 1 again: f(centre + radius·z); |centre| + radius ≤ 1. */
export function restrict({ coefficients, error }: TaylorModel, centre: number, radius: number): TaylorModel {
  if (centre === 0 && radius === 1) return { coefficients, error };
  const place = variable(centre, radius);
  const order = coefficients.length - 1;
  let result = model([coefficients[order]!]);
  for (let k = order - 1; k >= 0; k--) result = add(multiply(result, place, order), model([coefficients[k]!]));
  return widen(result, error);
}

/** A lower bound of f, and a place where it may be near its least. */
export interface Least {
  readonly bound: number;
  readonly near: number;
}

/**
 * A lower bound of f on |z| ≤ 1, by a parabola. As |z^k| ≤ z² for k ≥ 2, f ≥ c_0 + c_1 z + q z² − error with
 * q = c_2 − Σ_{k>2} |c_k|, whose least value is at its vertex or at an end. On an interval of width w it misses the least
 * value of f by the order of w³.
 */
export function least(of: TaylorModel): Least {
  const [c0, c1 = 0, c2 = 0] = of.coefficients;
  const rest = norm(model(of.coefficients.slice(3)));
  const q = c2 - rest;
  const inside = q > 0 && Math.abs(c1) < 2 * q;
  const lowest = inside ? c0! - (c1 * c1) / (4 * q) : c0! - Math.abs(c1) + q;
  // Fewer than 8 roundings of numbers that are no larger than Σ |c_k|: in the vertex, c_1²/(4q) < |c_1|/2 < q.
  const spread = roundedUp(8 * Number.EPSILON * norm(of) + of.error);
  const vertex = -c1 / (2 * c2);
  const near = c2 > 0 && Math.abs(vertex) < 1 ? vertex : c1 > 0 ? -1 : 1;
  return { bound: below(lowest - spread), near };
}
