import type { Expression, ModeIndex } from "../expression.ts";
import * as I from "./interval.ts";
import type { Interval } from "./interval.ts";

/** An interval for each symbol: scalars by name, per-mode symbols as lists over the modes. */
export interface Box {
  readonly modes: number;
  readonly scalars: Readonly<Record<string, Interval>>;
  readonly perMode: Readonly<Record<string, readonly Interval[]>>;
}

type Indices = Partial<Record<ModeIndex, number>>;

/**
 * The interval reading: an interval that contains the exact value of the expression at every point of the box where it is
 * defined. It is wider than needed where a symbol occurs more than once, and shrinks to the value with the box.
 *
 * @throws RangeError for a symbol that the box gives no interval to.
 */
export function enclose(expression: Expression, box: Box, indices: Indices = {}): Interval {
  const inside = (part: Expression): Interval => enclose(part, box, indices);
  switch (expression.kind) {
    case "number":
      return enclosureOf(expression.value);
    case "symbol": {
      const { name, index } = expression;
      const found = index === null ? box.scalars[name] : box.perMode[name]?.[indices[index] ?? -1];
      if (found === undefined) throw new RangeError(`the box gives no interval to ${name}`);
      return found;
    }
    case "negate":
      return I.negate(inside(expression.argument));
    case "binary":
      return OPERATIONS[expression.operator](inside(expression.left), inside(expression.right));
    case "power":
      return I.power(inside(expression.base), expression.exponent);
    case "sum":
    case "pairs": {
      let total = I.interval(0);
      for (let j = 0; j < box.modes; j++) {
        if (expression.kind === "sum") total = I.add(total, enclose(expression.summand, box, { j }));
        else {
          for (let k = j + 1; k < box.modes; k++) total = I.add(total, enclose(expression.summand, box, { j, k }));
        }
      }
      return total;
    }
    default:
      throw new RangeError(`${expression.kind} has no enclosure: expand it first`);
  }
}

const OPERATIONS = { "+": I.add, "-": I.subtract, "*": I.multiply, "/": I.divide } as const;

// Integers up to 2⁵³ are floating-point numbers; of larger ones the conversion is correctly rounded.
function enclosureOf(integer: bigint): Interval {
  const value = Number(integer);
  return Number.isSafeInteger(value) ? I.interval(value) : { lower: I.below(value), upper: I.above(value) };
}
