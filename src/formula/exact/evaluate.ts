import type { Expression } from "../expression.ts";
import { type Arithmetic, interpret, type Modes, type Point } from "../interpret.ts";
import * as F from "./fraction.ts";
import type { Fraction } from "./fraction.ts";

/** Rational values of the symbols. */
export type RationalPoint = Point<Fraction>;

const rationalArithmetic: Arithmetic<Fraction> = {
  integer: (value) => F.fraction(value),
  negate: F.negate,
  add: F.add,
  subtract: F.subtract,
  multiply: F.multiply,
  divide: (left, right) => F.multiply(left, F.reciprocal(right)),
  power: F.power,
};

/**
 * The exact reading: the value at a rational point.
 *
 * @param expression expanded: see `Book.expand`.
 * @param point a value of each symbol that occurs.
 * @param at which modes j and k are, for a term outside any sum.
 * @throws DivisionByZero where a denominator vanishes.
 */
export function evaluate(expression: Expression, point: RationalPoint, at: Modes = {}): Fraction {
  return interpret(expression, point, rationalArithmetic, at);
}
