import type { Expression } from "../expression.ts";
import { type Arithmetic, interpret, type Modes, type Point } from "../interpret.ts";
import * as I from "./interval.ts";
import type { Interval } from "./interval.ts";

/** An interval for each symbol. */
export type Box = Point<Interval>;

const intervalArithmetic: Arithmetic<Interval> = {
  integer: I.fromInteger,
  negate: I.negate,
  add: I.add,
  subtract: I.subtract,
  multiply: I.multiply,
  divide: I.divide,
  power: I.power,
};

/**
 * The interval reading: an interval that contains the exact value of the expression at every point of the box where it is
 * defined. It is wider than needed where a symbol occurs more than once, and shrinks to the value with the box.
 *
 * @param expression expanded: see `Book.expand`.
 * @param box an interval for each symbol that occurs.
 * @param at which modes j and k are, for a term outside any sum.
 * @throws RangeError for a symbol that the box gives no interval to.
 */
export function enclose(expression: Expression, box: Box, at: Modes = {}): Interval {
  return interpret(expression, box, intervalArithmetic, at);
}
