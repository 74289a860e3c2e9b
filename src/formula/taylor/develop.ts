import type { Expression } from "../expression.ts";
import { type Arithmetic, interpret, type Modes, type Point } from "../interpret.ts";
import { fromInteger, type Interval } from "../interval/interval.ts";
import { add, divide, model, multiply, negate, power, roundedUp, subtract, type TaylorModel } from "./model.ts";

/** A Taylor model of each symbol. */
export type ModelPoint = Point<TaylorModel>;

/** Arithmetic on models, truncated after z^order. */
function modelArithmetic(order: number): Arithmetic<TaylorModel> {
  return {
    integer: (value) => constant(fromInteger(value)),
    negate,
    add,
    subtract,
    multiply: (left, right) => multiply(left, right, order),
    divide: (left, right) => divide(left, right, order),
    power: (base, exponent) => power(base, exponent, order),
  };
}

/** A number of which an interval is known, as a function that does not depend on z. */
export function constant({ lower, upper }: Interval): TaylorModel {
  if (upper - lower === Infinity) return model([0], Infinity);
  const middle = lower === upper ? lower : lower / 2 + upper / 2;
  // Each difference is rounded once.
  return model([middle], lower === upper ? 0 : roundedUp(Math.max(upper - middle, middle - lower)));
}

/**
 * The reading as Taylor models: the expression as a function of z, where its symbols are functions of z. Where all of a
 * formula depends on one symbol it is much narrower than an interval: it keeps what the parts have in common.
 *
 * @throws RangeError for a symbol that the point gives no model to.
 */
export function develop(expression: Expression, point: ModelPoint, order: number, at: Modes = {}): TaylorModel {
  return interpret(expression, point, arithmeticOf(order), at);
}

const arithmetics = new Map<number, Arithmetic<TaylorModel>>();

function arithmeticOf(order: number): Arithmetic<TaylorModel> {
  const known = arithmetics.get(order) ?? modelArithmetic(order);
  arithmetics.set(order, known);
  return known;
}
